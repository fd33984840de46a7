import { fixTable } from '@/lib/timetable/commands/blackouts';
import { createDraft } from '@/lib/timetable/commands/draft';
import { publishTimetable } from '@/lib/timetable/commands/publish';
import { setRules } from '@/lib/timetable/commands/rules';
import { sayWish, weighPair } from '@/lib/timetable/commands/wishes';
import { at, BOSTON, SEOUL } from './calendar';
import type { Cohort } from './cohort';
import { type Both, keyOf, type Plan } from './plan';
import type { SampleWriter, Step } from './writer';

const stage = 'main_session';

/**
 * How the main day was planned: rules and tables first, then what both sides wish, then the meetings as they were booked
 * taken over as the first version, and a second one after the firms that called off the evening before.
 */
export function timetableSteps(cohort: Cohort, plan: Plan): Step[] {
  return [
    { at: at('2023-04-20', '10:00', SEOUL), write: (writer) => setUp(writer, cohort) },
    ...wishDeeds(cohort, plan),
    {
      at: at('2023-04-25', '18:00', SEOUL),
      write: (writer) => publishAsBooked(writer, cohort, '본행사 시간표', '예약을 마친 그대로 게시'),
    },
    {
      at: at('2023-04-27', '19:30', BOSTON),
      write: (writer) =>
        publishAsBooked(writer, cohort, '본행사 시간표 (취소 반영)', '투자사 일정 변경 11건 반영'),
    },
  ];
}

async function setUp(writer: SampleWriter, cohort: Cohort): Promise<void> {
  const none = { startupMax: null, investorMax: null, startupRestAfter: null, investorRestAfter: null };
  const rules = { ...none, startupFloor: 10, investorFloor: 2, tablesAtOnce: null, bufferMinutes: 5 };
  await writer.as(cohort.officer, setRules, { stage, version: 0, ...rules });
  for (const [n, id] of cohort.startups.entries()) {
    const party = { kind: 'startup', id };
    await writer.as(cohort.officer, fixTable, { stage, party, tableId: cohort.tables[n] });
  }
}

/** Each team asks for the five firms that suit it best; the office hears from firms, and weighs a few pairs itself. */
function wishDeeds(cohort: Cohort, plan: Plan): Step[] {
  const taken = new Map<number, number>();
  const asked = plan.ranked.flatMap((both): [Both, 'must' | 'like'][] => {
    const count = taken.get(both[0]) ?? 0;
    taken.set(both[0], count + 1);
    return count < 5 ? [[both, count === 0 ? 'must' : 'like']] : [];
  });
  const heard = plan.main.filter((_, n) => n % 6 === 0);
  const seen = new Set(plan.video.map(keyOf));
  const declined = plan.ranked.filter((both) => !seen.has(keyOf(both))).slice(-8);
  const weighed = plan.early.slice(0, 6);
  const when = (day: string, n: number) => new Date(at(day, '09:00', SEOUL).getTime() + n * 60_000);
  const step = (day: string, n: number, write: Step['write']): Step => ({ at: when(day, n), write });
  const wish = (both: Both, said: string, side?: 'investor') => (writer: SampleWriter) =>
    writer.as(side ? cohort.officer : cohort.teamOf(both[0]), sayWish, {
      pairId: cohort.pairOf(both),
      said,
      ...(side ? { side } : {}),
    });
  return [
    ...asked.map(([both, said], n) => step('2023-04-22', n, wish(both, said))),
    ...heard.map((both, n) => step('2023-04-23', n, wish(both, 'like', 'investor'))),
    // Half of these come from the teams and half from the firms, and the records do not show which.
    ...declined.map((both, n) =>
      step('2023-04-23', 100 + n, wish(both, 'no_thanks', n % 2 ? 'investor' : undefined)),
    ),
    ...weighed.map((both, n) =>
      step('2023-04-24', n, (writer) =>
        writer.as(cohort.officer, weighPair, { pairId: cohort.pairOf(both), weight: 5 }),
      ),
    ),
  ];
}

/** Touches no meeting: the plan is what was booked. */
async function publishAsBooked(
  writer: SampleWriter,
  cohort: Cohort,
  name: string,
  note: string,
): Promise<void> {
  const draft = await writer.as(cohort.officer, createDraft, { stage, name });
  const done = await writer.as(cohort.officer, publishTimetable, { ...draft, note });
  if (done.booked + done.moved + done.cancelled > 0) {
    throw new Error(`the sample's timetable changed its meetings: ${JSON.stringify(done)}`);
  }
}
