import { addMonths, type Day, daysBetween } from '@/lib/core/days';
import type { Stage } from '@/lib/pair/rules/stages';
import { WAVE_MONTHS } from '@/lib/program/rules';

/** What a mark on the time line stands for: a stage that begins, or so many months after the main session. */
type LifeMark = {
  day: Day;
  stage: Stage | null;
  months: number | null;
  /** Between 0 and 1. */
  at: number;
  /** Which of two rows its words stand in, and whether before the mark instead of behind it. */
  row: 0 | 1;
  before: boolean;
};
/** The days a program's funnel can be moved through. */
export type ProgramLife = { start: Day; end: Day; shown: Day; marks: LifeMark[] };
/** With the days on which something changed that the funnel counts, in time order. */
export type PlayedLife = ProgramLife & { changes: readonly Day[] };

type StageDays = { stage: Stage; startsOn: Day; endsOn: Day };

/** Of the whole line: what the words of one mark take, and what the last day at the end of the first row takes. */
const ROOM = 0.16;
const ENDS = [0.86, 1];

/**
 * From the first stage's first day to the last stage's last day, but not beyond today; the day shown is always inside.
 * Null where a program has no dates yet or has not begun.
 */
export function programLife(stages: readonly StageDays[], shown: Day, today: Day): ProgramLife | null {
  const first = stages.map(({ startsOn }) => startsOn).sort()[0];
  const last = stages
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined || first > today) return null;
  const start = shown < first ? shown : first;
  const closing = last < today ? last : today;
  const end = shown > closing ? shown : closing;
  return { start, end, shown, marks: marksOf(stages, start, end) };
}

/** The first stage, the main session and the waves after it, in two rows where their words would meet. */
function marksOf(stages: readonly StageDays[], start: Day, end: Day): LifeMark[] {
  const begin = stages.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  const main = stages.find(({ stage }) => stage === 'main_session');
  const named = [begin, main === begin ? undefined : main].flatMap((one) =>
    one ? [{ day: one.startsOn, stage: one.stage, months: null }] : [],
  );
  const waves = main
    ? WAVE_MONTHS.map((months) => ({ day: addMonths(main.startsOn, months), stage: null, months }))
    : [];
  const taken = [0, 0];
  const length = Math.max(daysBetween(start, end), 1);
  return [...named, ...waves].flatMap((mark) => {
    const at = daysBetween(start, mark.day) / length;
    const before = at > 1 - ROOM;
    const from = before ? at - ROOM : at;
    const row = taken.findIndex((until, index) => from >= until && from + ROOM <= (ENDS[index] ?? 0));
    if (at < 0 || at > 1 || row < 0) return [];
    taken[row] = from + ROOM;
    return [{ ...mark, at, before, row: row as 0 | 1 }];
  });
}
