import { dayInZone, type Zones } from '@/lib/core/zones';
import './page.css';
import { getLocale, getTranslations } from 'next-intl/server';
import { Amounts } from '@/components/amount/amounts';
import { MeetingDesk } from '@/components/meeting/meeting-desk';
import { nameOfMeeting } from '@/components/meeting/meeting-row';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import type { AmountRecord } from '@/lib/amount/schema';
import type { RawQuery } from '@/lib/core/address';
import { formatDateTime, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem, PossibleOwner } from '@/lib/pair/schema';
import type { PairNote, StageLogEntry, StatusLogEntry, TimelineEntry } from '@/lib/pair/schema/history';
import type { Clocks } from '@/lib/program/rules';
import { queryOf, readAddress } from '../filter/address';
import { HistoryButtons } from '../history/history-buttons';
import { pairAddress, pairsAddress } from '../pair-address';
import { NextStepLine } from './next-step';
import { type AuthorSide, NoteCard, NoteForm } from './note-forms';
import { PairActions } from './pair-actions';
import { Parties, type Person, StandingLine, ThenNotice } from './pair-head';
import { PairKeys } from './pair-keys';
import { type MeetingOfStep, type OutcomeOfStep, StageSteps } from './stage-steps';
import { Timeline } from './timeline';

/** The record of a pair, as far as the page shows it. */
type PairOnPage = PairItem & {
  events: readonly StageLogEntry[];
  statusEvents: readonly StatusLogEntry[];
  amountHistory: readonly AmountRecord[];
  meetings: readonly (MeetingOfStep & { participants: readonly Person[] })[];
  outcomes: readonly OutcomeOfStep[];
  notes: readonly PairNote[];
};
type Neighbour = Pick<PairItem, 'id' | 'startup' | 'investor'> | null;
/** What the viewer may do here, by the policies the server asks too. */
type Rights = Record<
  'move' | 'work' | 'assign' | 'book' | 'mark' | 'record' | 'addAmounts' | 'nameSources',
  boolean
>;
type Props = {
  scope: ProgramScope;
  query: RawQuery;
  can: Rights;
  pair: PairOnPage;
  entries: readonly TimelineEntry[];
  owners: readonly PossibleOwner[];
  neighbours: { previous: Neighbour; next: Neighbour };
  clocks: Clocks;
  /** Whether the pair was there on the date of the clocks. */
  existed: boolean;
};

/** Everything of one pair: who meets whom, how far they are, what money stands behind it, and the whole story. */
export async function PairPage({
  scope,
  query,
  can,
  pair,
  entries,
  owners,
  neighbours,
  clocks,
  existed,
}: Props) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('pair.page')]);
  const { slug, homeZone, venueZone, baseCurrency } = scope.program;
  const zones: Zones = [venueZone, homeZone];
  const { version, nextStep, owner, status } = pair;
  const now = new Date();
  const today = dayInZone(now, homeZone);
  const asOf = formatDay(clocks.asOf, locale);
  const title = nameOfMeeting(pair, locale);
  const way = (to: Neighbour) =>
    to && { href: pairAddress(slug, to.id, query), name: nameOfMeeting(to, locale) };
  const people = new Map(pair.meetings.flatMap(({ participants }) => participants.map((p) => [p.id, p])));
  return (
    <>
      <PageHeader
        back={{ href: pairsAddress(slug, query), label: t('back') }}
        title={title}
        asOf={
          <AsOfChip
            value={clocks.asOf}
            knownOn={clocks.knownOn ?? ''}
            today={today}
            text={asOf}
            path={pairAddress(slug, pair.id)}
            params={queryOf(readAddress(query))}
          />
        }
        actions={
          <>
            <PairKeys previous={way(neighbours.previous)} next={way(neighbours.next)} />
            {can.work && <HistoryButtons />}
            {can.move && <PairActions pair={pair} homeZone={homeZone} />}
          </>
        }
      >
        <StandingLine pair={pair} locale={locale} homeZone={homeZone} />
      </PageHeader>
      <div className="grid gap-6">
        {!clocks.isNow && (
          <ThenNotice
            clocks={clocks}
            existed={existed}
            nowHref={pairAddress(slug, pair.id, { ...query, asOf: undefined, knownOn: undefined })}
            locale={locale}
          />
        )}
        <Parties slug={slug} pair={pair} people={[...people.values()]} locale={locale} />
        <MeetingDesk slug={slug} zones={zones} can={can} asStartup={scope.startupId !== null}>
          <StageSteps {...{ slug, pair, zones, locale, now, can, title }} />
        </MeetingDesk>
        <NextStepLine
          {...{ owners, today }}
          pair={{ id: pair.id, version, nextStep, owner, status }}
          canEdit={can.work}
          canAssign={can.assign}
        />
        <div className="pair-grid">
          <Amounts
            {...{ homeZone, today, locale }}
            pairId={pair.id}
            entries={pair.amountHistory}
            baseCurrency={pair.amounts[0]?.currency ?? baseCurrency}
            canAdd={can.addAmounts}
            namesSource={can.nameSources}
            isPairClosed={isClosed(pair.status)}
            mayReopen={can.move}
            asOf={clocks.isNow ? null : asOf}
          />
          <div className="pair-side">
            <Notes
              {...{ homeZone, locale }}
              pairId={pair.id}
              notes={pair.notes}
              side={scope.startupId ? 'startup' : 'program'}
              canWrite={can.work}
            />
          </div>
          <Timeline
            {...{ entries, zones, locale }}
            pairId={pair.id}
            canVoid={can.move}
            cut={
              clocks.isNow ? null : { before: clocks.before.toISOString(), text: t('cut', { date: asOf }) }
            }
          />
        </div>
      </div>
    </>
  );
}

type NotesProps = {
  pairId: string;
  notes: readonly PairNote[];
  side: AuthorSide;
  canWrite: boolean;
  homeZone: string;
  locale: Locale;
};

/** What people wrote about the pair, as far as the viewer may read it. */
async function Notes({ pairId, notes, side, canWrite, homeZone, locale }: NotesProps) {
  const t = await getTranslations('pair.note');
  return (
    <Panel
      title={t('title')}
      look="plain"
      note={notes.length > 0 ? t('count', { count: notes.length }) : undefined}
    >
      {canWrite && <NoteForm pairId={pairId} side={side} />}
      {notes.length === 0 && <p className="text-ink-2">{t(canWrite ? 'none' : 'noneToRead')}</p>}
      <ul className="grid gap-4">
        {notes.map((note) => (
          <li key={note.id} className="border-b border-line pb-4 last:border-0">
            <NoteCard
              pairId={pairId}
              note={note}
              canEdit={canWrite}
              meta={
                <>
                  <span className="font-medium text-ink">
                    {note.by ? shownName(note.by, locale) : t('somebody')}
                  </span>
                  <span>{t(`side.${note.side}`)}</span>
                  <time dateTime={note.createdAt}>
                    {formatDateTime(new Date(note.createdAt), homeZone, locale)}
                  </time>
                  {note.editedAt && <span>{t('edited')}</span>}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
