import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuditList } from '@/components/audit/audit-list';
import { suggestionsAddress } from '@/components/match/suggestion-view';
import { pairAddress } from '@/components/pair/pair-address';
import { partiesPath } from '@/components/party/kinds';
import { asOfOf, listAsked } from '@/components/party/list-address';
import { PartyPage } from '@/components/party/party-page';
import { canReadAudit } from '@/lib/audit/policy';
import { listAudit } from '@/lib/audit/queries';
import type { RawQuery } from '@/lib/core/address';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { keepsFilesOf } from '@/lib/file/policy';
import { listFiles } from '@/lib/file/queries';
import { canReadSuggestions } from '@/lib/match/policy';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listPairs } from '@/lib/pair/queries/list';
import {
  canEditParties,
  canKeepParties,
  canRevealContacts,
  canSeePartyFigures,
  ownPartyId,
} from '@/lib/party/policy';
import { listInvestorMerges, listStartupMerges } from '@/lib/party/queries/merges';
import { getInvestor, getStartup } from '@/lib/party/queries/parties';
import { type PartyKind, refOf } from '@/lib/party/rules';
import type { PartyDetail } from '@/lib/party/schema';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

/** So many changes a profile shows; the trail has them all. */
const LATEST = 10;

type Clocks = { asOf?: string; knownOn?: string };

/** One party of a kind. Shows the page of what is not there for what is not there or not the viewer's. */
export function loadParty(
  scope: ProgramScope,
  kind: PartyKind,
  id: string,
  clocks: Clocks = {},
): Promise<PartyDetail> {
  return orNotFound<PartyDetail>(
    kind === 'startup'
      ? getStartup(scope, { startupId: id, ...clocks })
      : getInvestor(scope, { investorId: id, ...clocks }),
  );
}

function mergesOf(scope: ProgramScope, kind: PartyKind, id: string) {
  return kind === 'startup'
    ? listStartupMerges(scope, refOf('startup', id))
    : listInvestorMerges(scope, refOf('investor', id));
}

export async function partyMetadata(kind: PartyKind, slug: string, id: string): Promise<Metadata> {
  const party = await loadParty(await requireProgram(slug), kind, id);
  return { title: shownName(party, await getLocale()) };
}

/** The profile of one party with its record, as of the day in the address. */
export async function partyProfilePage(
  kind: PartyKind,
  program: string,
  id: string,
  searchParams: Promise<RawQuery>,
) {
  const scope = await requireProgram(program);
  const { slug, homeZone } = scope.program;
  const t = await getTranslations('party');
  const asked = listAsked(await searchParams, ['asOf', 'knownOn']);
  const now = new Date();
  const party = await loadParty(scope, kind, id, asked);
  const own = ownPartyId(scope, kind);
  const withFigures = canSeePartyFigures(scope);
  // A startup's people have their pairs and meetings on screens of their own.
  const [pairs, meetings, files, merges, trail] = await Promise.all([
    own ? null : listPairs(scope, { [kind]: id, sort: '-stage', limit: 200, ...asked }),
    withFigures ? listMeetings(scope, { [kind]: id, limit: 200 }) : null,
    listFiles(scope, refOf(kind, id)),
    withFigures ? mergesOf(scope, kind, id) : null,
    canReadAudit(scope) ? listAudit(scope, { party: id, limit: LATEST }) : null,
  ]);
  const ownPair = withFigures ? undefined : pairs?.items[0];
  return (
    <PartyPage
      {...{ kind, party, now, asked }}
      program={scope.program}
      pairs={withFigures && pairs ? pairs.items : null}
      meetings={meetings?.items ?? []}
      files={files.items}
      merges={merges}
      history={
        trail && <AuditList {...{ caption: t('history'), items: trail.items, zone: homeZone, slug }} />
      }
      backHref={own ? null : partiesPath(slug, kind)}
      suggestionsHref={canReadSuggestions(scope) ? suggestionsAddress(slug, { [kind]: id }) : null}
      ownPairHref={ownPair ? pairAddress(slug, ownPair.id) : null}
      asOf={asOfOf(scope.program, asked, now, await getLocale())}
      can={{
        edit: canEditParties(scope, kind),
        archive: canKeepParties(scope),
        reveal: canRevealContacts(scope),
        keepFiles: keepsFilesOf(scope, refOf(kind, id)),
      }}
    />
  );
}
