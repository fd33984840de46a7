import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { partiesPath } from '@/components/party/kinds';
import { MergeChoice } from '@/components/party/merge-choice';
import { MergeForm } from '@/components/party/merge-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import type { RawQuery } from '@/lib/core/address';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { canKeepParties } from '@/lib/party/policy';
import { previewInvestorMerge, previewStartupMerge } from '@/lib/party/queries/merges';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import { type PartyKind, refOf } from '@/lib/party/rules';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { loadParty } from './party-profile-page';

export async function partyMergeMetadata() {
  return { title: (await getTranslations('party.merge'))('title') };
}

/** Two parties side by side that turn out to be one: which is chosen by the address, what of which by the form. */
export async function partyMergePage(
  kind: PartyKind,
  program: string,
  id: string,
  searchParams: Promise<RawQuery>,
) {
  const scope = await requireProgram(program);
  if (!canKeepParties(scope)) notFound();
  const [kept, locale, t] = await Promise.all([
    loadParty(scope, kind, id),
    getLocale(),
    getTranslations('party.merge'),
  ]);
  const { with: asked } = await searchParams;
  const mergedId = typeof asked === 'string' && asked !== id ? asked : null;
  const path = `${partiesPath(scope.program.slug, kind)}/${id}`;
  const others = (await partiesOf(scope, kind)).filter((party) => party.id !== id);
  return (
    <>
      <PageHeader title={t('title')} back={{ href: path, label: shownName(kept, locale) }} />
      <ClientMessages namespaces={['party', 'startup', 'investor']}>
        <div className="grid max-w-3xl grid-cols-1 gap-6">
          <MergeChoice
            path={`${path}/merge`}
            chosen={mergedId}
            others={others.map((party) => ({ value: party.id, label: shownName(party, locale) }))}
            kept={shownName(kept, locale)}
          />
          {mergedId && (
            <MergeForm
              key={mergedId}
              {...{ kind, kept, path }}
              merged={await loadParty(scope, kind, mergedId)}
              preview={await orNotFound(previewOf(scope, kind, id, mergedId))}
            />
          )}
        </div>
      </ClientMessages>
    </>
  );
}

async function partiesOf(scope: ProgramScope, kind: PartyKind) {
  const ask = kind === 'startup' ? listStartups : listInvestors;
  return (await ask(scope, { limit: 500 })).items;
}

function previewOf(scope: ProgramScope, kind: PartyKind, id: string, mergedId: string) {
  return kind === 'startup'
    ? previewStartupMerge(scope, { ...refOf('startup', id), mergedId })
    : previewInvestorMerge(scope, { ...refOf('investor', id), mergedId });
}
