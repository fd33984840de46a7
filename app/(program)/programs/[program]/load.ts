import type { OfficeToday } from '@/components/home/office-home';
import type { StartupToday } from '@/components/home/startup-home';
import { isOpen, type ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { listMeetings, nextMeetings } from '@/lib/meeting/queries/list';
import { countUnscheduled, summarizePairs } from '@/lib/pair/queries/figures';
import { listPairs } from '@/lib/pair/queries/list';
import { listWaves } from '@/lib/wave/queries/list';

const A_FEW = 5;

/** Outcomes wait to be logged while they may be: nothing waits in a closed program. */
function waitingFor(
  scope: ProgramScope,
  { toLog, toLogCount }: Awaited<ReturnType<typeof nextMeetings>>,
): OfficeToday['toLog'] {
  return isOpen(scope) ? { meetings: toLog, count: toLogCount } : { meetings: [], count: 0 };
}

/** What waits for the office, with the first few rows of each. */
export async function loadOffice(scope: ProgramScope, now: Date): Promise<OfficeToday> {
  const [meetings, next, overdue, overdueRows, unscheduled] = await Promise.all([
    listMeetings(scope, { today: true, limit: 1000 }),
    nextMeetings(scope, { limit: A_FEW }),
    summarizePairs(scope, { overdue: true }),
    listPairs(scope, { overdue: true, sort: 'nextStepOn', limit: A_FEW }),
    countUnscheduled(scope, {}),
  ]);
  return {
    now,
    homeDay: dayInZone(now, scope.program.homeZone),
    meetings: meetings.items,
    upcoming: next.upcoming,
    toLog: waitingFor(scope, next),
    overdue: { pairs: overdueRows.items, count: overdue.pairs },
    unscheduled: unscheduled.stages,
  };
}

/** The same for a startup's people: their own meetings, outcomes and next steps, the nearest first. */
export async function loadStartup(scope: ProgramScope, now: Date): Promise<StartupToday> {
  const [next, pairs, { waves }] = await Promise.all([
    nextMeetings(scope, { limit: A_FEW }),
    listPairs(scope, { sort: 'nextStepOn', status: ['open', 'on_hold', 'invested'], limit: 1000 }),
    listWaves(scope, {}),
  ]);
  return {
    now,
    waves,
    homeDay: dayInZone(now, scope.program.homeZone),
    upcoming: next.upcoming,
    toLog: waitingFor(scope, next),
    steps: pairs.items.filter(({ nextStep }) => nextStep !== null).slice(0, 2 * A_FEW),
  };
}
