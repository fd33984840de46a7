import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LogoMark } from '@/components/file/logo-mark';
import { LogoMenu } from '@/components/file/logo-menu';
import { Materials } from '@/components/file/materials';
import { pairsAddress } from '@/components/pair/pair-address';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { formatDay } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { sizeText } from '@/lib/file/rules';
import type { FileRecord } from '@/lib/file/schema';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';
import { type PartyKind, refOf } from '@/lib/party/rules';
import type { PartyDetail } from '@/lib/party/schema';
import type { MergeList } from '@/lib/party/schema/merge';
import { ArchiveParty } from './archive-party';
import { ContactList } from './contact-list';
import { PARTY_LOOKS, partiesPath, usePartyLabel, usePartyText } from './kinds';
import type { asOfOf } from './list-address';
import { MergedNotice } from './merged-notice';
import { PartyFiguresTable, PartyMoneyTable } from './party-figures';
import { PartyMeetings } from './party-meetings';
import { PartyPairs } from './party-pairs';
import { OtherName } from './party-table';

type Props = {
  program: ProgramEntry;
  kind: PartyKind;
  party: PartyDetail;
  /** Null for who does not read the program's figures: startups' people. */
  pairs: readonly PairItem[] | null;
  meetings: readonly MeetingItem[];
  /** Its materials and its logo. */
  files: readonly FileRecord[];
  /** What was merged into it, and where it went itself; null for who does not read it. */
  merges: MergeList | null;
  /** What was changed last; null for who does not read the trail. */
  history: ReactNode;
  asOf: ReturnType<typeof asOfOf>;
  now: Date;
  asked: Record<string, string>;
  /** Where the list of these parties is; null for who has no list. */
  backHref: string | null;
  /** Whom it may suit; null for who reads no suggestions. */
  suggestionsHref: string | null;
  /** The one pair that a startup has with this firm. */
  ownPairHref: string | null;
  can: { edit: boolean; archive: boolean; reveal: boolean; keepFiles: boolean };
};

export function PartyPage(props: Props) {
  const { program, kind, party, pairs, files, merges, asOf, asked, backHref, ownPairHref, can } = props;
  const t = useTranslations();
  const locale = useLocale();
  const { slug, homeZone } = program;
  const { id, version, archivedAt } = party;
  const path = `${partiesPath(slug, kind)}/${id}`;
  const name = shownName(party, locale);
  const agreedOn = party.contacts.flatMap(({ id, consentAt }) =>
    consentAt ? [[id, dayText(consentAt, homeZone, locale)]] : [],
  );
  const lines = files.map((file) => [
    file.id,
    t(file.by ? 'file.addedBy' : 'file.addedOn', {
      size: sizeText(file.size),
      date: dayText(file.createdAt, homeZone, locale),
      name: file.by ? shownName(file.by, locale) : '',
    }),
  ]);
  const side = (
    <>
      {pairs && <PartyMoneyTable figures={party.figures} asOf={asOf.text} />}
      <ContactList
        party={refOf(kind, id)}
        contacts={party.contacts}
        consentDays={Object.fromEntries(agreedOn)}
        canEdit={can.edit}
        canReveal={can.reveal}
      />
      <ProfilePanel kind={kind} party={party} />
      {(files.length > 0 || can.keepFiles) && (
        <Materials
          party={refOf(kind, id)}
          files={files.filter((file) => file.kind === 'material')}
          lines={Object.fromEntries(lines)}
          canEdit={can.keepFiles}
        />
      )}
    </>
  );
  const logo = files.find((file) => file.kind === 'logo') ?? null;
  return (
    <ClientMessages namespaces={['party', 'file']}>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <LogoMark slug={slug} name={name} logoId={logo?.id ?? null} size="lg" />
            {name}
            {can.keepFiles && <LogoMenu party={refOf(kind, id)} logo={logo} />}
          </span>
        }
        subtitle={<Subtitle kind={kind} party={party} homeZone={homeZone} />}
        {...(backHref ? { back: { href: backHref, label: t(`${kind}.list.title`) } } : {})}
        asOf={pairs && <AsOfChip {...asOf} path={path} params={asked} />}
        actions={
          <>
            {ownPairHref && (
              <LinkButton size="sm" href={ownPairHref}>
                {t('party.ourPair')}
              </LinkButton>
            )}
            {props.suggestionsHref && (
              <LinkButton size="sm" href={props.suggestionsHref}>
                {t('match.title')}
              </LinkButton>
            )}
            {can.edit && (
              <LinkButton size="sm" href={`${path}/edit`}>
                {t('party.edit')}
              </LinkButton>
            )}
            {can.archive && !archivedAt && (
              <LinkButton size="sm" href={`${path}/merge`}>
                {t('party.merge.action')}
              </LinkButton>
            )}
            {can.archive && !merges?.into && (
              <ArchiveParty {...{ kind, id, name, version }} isArchived={archivedAt !== null} />
            )}
          </>
        }
      />
      {merges && (
        <MergedNotice
          {...{ kind, id, merges }}
          path={partiesPath(slug, kind)}
          days={Object.fromEntries(merges.items.map((each) => [each.id, dayText(each.at, homeZone, locale)]))}
          canUndo={can.archive}
        />
      )}
      {pairs ? (
        <WithRecord record={<PartyRecord {...props} pairs={pairs} />} side={side} />
      ) : (
        <div className="grid max-w-2xl grid-cols-1 content-start gap-6">{side}</div>
      )}
    </ClientMessages>
  );
}

function dayText(instant: string, zone: string, locale: Parameters<typeof formatDay>[1]): string {
  return formatDay(dayInZone(new Date(instant), zone), locale);
}

/** The record left, who they are right; below each other where there is no room, who they are first on phones. */
function WithRecord({ record, side }: { record: ReactNode; side: ReactNode }) {
  return (
    <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-8">{record}</div>
      <aside className="grid min-w-0 grid-cols-1 content-start gap-6 max-xl:sm:grid-cols-2">{side}</aside>
    </div>
  );
}

type Shown = Pick<Props, 'kind' | 'party'>;

/** The other language's name, the sector, and since when it is archived: what stands beside the name. */
function Subtitle({ kind, party, homeZone }: Shown & { homeZone: string }) {
  const t = useTranslations('party');
  const text = usePartyText();
  const locale = useLocale();
  const { badge } = PARTY_LOOKS[kind];
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <OtherName party={party} />
      {badge && <Badge tone="outline">{text(badge, Reflect.get(party, badge))}</Badge>}
      {party.archivedAt && (
        <Badge tone="warn">{t('archivedOn', { date: dayText(party.archivedAt, homeZone, locale) })}</Badge>
      )}
    </span>
  );
}

/** Where its pairs stand, and when it meets whom. */
function PartyRecord({
  program,
  kind,
  party,
  pairs,
  meetings,
  asOf,
  asked,
  now,
  history,
}: Props & { pairs: readonly PairItem[] }) {
  const t = useTranslations('party');
  const { figures } = party;
  const query = { [kind]: party.id, ...asked };
  const pairsHref = pairsAddress(program.slug, query);
  const names = PARTY_LOOKS[kind].other;
  return (
    <>
      <Panel
        look="plain"
        title={t('stage')}
        note={t('asOf', { date: asOf.text })}
        className="border-t-0 pt-0"
      >
        {figures && <PartyFiguresTable figures={figures} pairsHref={pairsHref} />}
        {pairs.length === 0 ? (
          <EmptyState title={asked.asOf ? t('noPairsAsOf', { date: asOf.text }) : t('noPairs')} />
        ) : (
          <PartyPairs slug={program.slug} pairs={pairs} names={names} query={query} />
        )}
        {figures && figures.pairs > pairs.length && (
          <p>
            <TextLink href={pairsHref}>{t('more', { count: figures.pairs })}</TextLink>
          </p>
        )}
      </Panel>
      <Panel look="plain" title={t('meetings')}>
        {meetings.length === 0 ? (
          <p className="text-ink-2">{t('noMeetings')}</p>
        ) : (
          <PartyMeetings
            meetings={meetings}
            names={names}
            zones={[program.venueZone, program.homeZone]}
            now={now}
          />
        )}
      </Panel>
      {history && (
        <Panel
          look="plain"
          title={t('history')}
          note={
            <TextLink href={`/programs/${program.slug}/audit?party=${party.id}`}>{t('allHistory')}</TextLink>
          }
        >
          {history}
        </Panel>
      )}
    </>
  );
}

/** Who they are in their own words. */
function ProfilePanel({ kind, party }: Shown) {
  const t = useTranslations('party');
  const label = usePartyLabel(kind);
  const text = usePartyText();
  const { fields, facts } = PARTY_LOOKS[kind];
  const known = facts
    .map((field) => ({ field, detail: text(field, Reflect.get(party, field)) }))
    .filter(({ detail }) => detail !== '');
  const written = fields
    .filter(({ as }) => as === 'prose')
    .map(({ name, lang }) => ({ lang, words: String(Reflect.get(party, name)) }))
    .filter(({ words }) => words !== '');
  const { website } = party;
  return (
    <Panel title={t('profile')}>
      {written.length + known.length === 0 && !website && <p className="text-ink-2">{t('noProfile')}</p>}
      {known.length > 0 && (
        <dl className="grid gap-1">
          {known.map(({ field, detail }) => (
            <div key={field} className="flex gap-3">
              <dt className="w-20 shrink-0 text-ink-2">{label(field)}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      )}
      {written.map(({ lang, words }) => (
        <p key={lang} lang={lang} className="whitespace-pre-line">
          {words}
        </p>
      ))}
      {website && (
        <p>
          <a href={website} target="_blank" rel="noreferrer nofollow" className="ui-link break-all">
            {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            <span className="sr-only"> ({t('newTab')})</span>
          </a>
        </p>
      )}
    </Panel>
  );
}
