import { getLocale, getTranslations } from 'next-intl/server';
import { agendaHref, readAgenda } from '@/components/meeting/agenda-address';
import { todayInBoth } from '@/components/meeting/when';
import { pairsAddress } from '@/components/pair/pair-address';
import type { Day } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingItem } from '@/lib/meeting/queries/item';
import type { Unscheduled } from '@/lib/pair/queries/unscheduled';
import type { PairItem } from '@/lib/pair/schema';

import { MeetingRows } from './meeting-rows';
import { StepRows } from './step-rows';
import { NothingToDo, TodoPanel } from './todo-panel';
import { UnscheduledRows } from './unscheduled-rows';

export type OfficeToday = {
  now: Date;
  /** Today at home, whose days the steps have. */
  homeDay: Day;
  meetings: readonly MeetingItem[];
  upcoming: readonly MeetingItem[];
  toLog: { meetings: readonly MeetingItem[]; count: number };
  overdue: { pairs: readonly PairItem[]; count: number };
  unscheduled: readonly Unscheduled[];
};

const OVERDUE = { overdue: '1', sort: 'nextStepOn' };

/** What needs the office today: each count opens exactly its rows. */
export async function OfficeHome({ program, today }: { program: ProgramEntry; today: OfficeToday }) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  const { slug } = program;
  const { toLog, overdue, unscheduled, meetings, upcoming } = today;
  const waiting = unscheduled.reduce((sum, { pairs }) => sum + pairs, 0);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <TodoPanel
        title={t('today', {
          date: todayInBoth(today.now, [program.venueZone, program.homeZone], locale),
        })}
        count={meetings.length}
        href={agendaHref(slug, readAgenda({}), { day: 'today' })}
        all={t('all', { count: meetings.length })}
      >
        {meetings.length > 0 ? (
          <MeetingRows meetings={meetings.slice(0, 6)} program={program} asStartup={false} />
        ) : upcoming.length > 0 ? (
          <>
            <NothingToDo>{t('noneToday')}</NothingToDo>
            <MeetingRows meetings={upcoming.slice(0, 3)} program={program} asStartup={false} />
          </>
        ) : (
          <NothingToDo>{t('noneAhead')}</NothingToDo>
        )}
      </TodoPanel>
      <TodoPanel
        title={t('unscheduled')}
        count={waiting}
        href={pairsAddress(slug, { view: 'table', unscheduled: '1' })}
        all={t('all', { count: waiting })}
      >
        <UnscheduledRows slug={slug} stages={unscheduled} />
      </TodoPanel>
      <TodoPanel
        title={t('toLog')}
        count={toLog.count}
        href={`/programs/${slug}/meetings/outcomes`}
        all={t('all', { count: toLog.count })}
      >
        {toLog.count > 0 ? (
          <MeetingRows meetings={toLog.meetings} program={program} asStartup={false} toLog />
        ) : (
          <NothingToDo>{t('noneToLog')}</NothingToDo>
        )}
      </TodoPanel>
      <TodoPanel
        title={t('overdue')}
        count={overdue.count}
        href={pairsAddress(slug, { view: 'table', ...OVERDUE })}
        all={t('all', { count: overdue.count })}
      >
        {overdue.count > 0 ? (
          <StepRows
            pairs={overdue.pairs}
            program={program}
            today={today.homeDay}
            asStartup={false}
            query={OVERDUE}
          />
        ) : (
          <NothingToDo>{t('noneOverdue')}</NothingToDo>
        )}
      </TodoPanel>
    </div>
  );
}
