import type { B2bProblem } from './problem';

export type B2bReport = {
  /** What is wrong, one sentence each, counting from 1 as the file does; none for a sound plan. */
  faults: string[];
  /** Breaks of all participants together. */
  breaks: number;
  /** Most breaks of one participant less the fewest of another. */
  spread: number;
};

/**
 * Looks at a plan (0-based slot of each meeting) with nothing but the problem at hand: shares no code with the search.
 *
 * A break is a pair of consecutive meetings of somebody whose slots are not next to each other, however many slots lie
 * between and whether or not they could have met then. Morning and afternoon are counted through: the last slot of the
 * one is next to the first of the other. With this reading the published optima come out.
 */
export function checkB2b(problem: B2bProblem, slots: readonly number[], fairness: number): B2bReport {
  const faults: string[] = [];
  const fault = (wrong: boolean, sentence: string) => wrong && faults.push(sentence);
  const { meetings } = problem;
  fault(
    slots.length !== meetings.length,
    `There are ${meetings.length} meetings, and ${slots.length} slots.`,
  );

  const diaries: number[][] = Array.from({ length: problem.participants }, () => []);
  const held = new Map<number, number>();
  meetings.forEach((meeting, index) => {
    const slot = slots[index] ?? -1;
    const name = `Meeting ${index + 1}`;
    fault(!(Number.isInteger(slot) && slot >= 0 && slot < problem.slots), `${name} has no slot.`);
    fault(meeting.fixed !== null && meeting.fixed !== slot, `${name} is not where it is fixed.`);
    fault(meeting.half === 'morning' && slot >= problem.morningSlots, `${name} is not in the morning.`);
    fault(meeting.half === 'afternoon' && slot < problem.morningSlots, `${name} is not in the afternoon.`);
    for (const earlier of meeting.after) {
      fault(!((slots[earlier] ?? -1) < slot), `${name} does not come after meeting ${earlier + 1}.`);
    }
    for (const each of meeting.participants) {
      fault(problem.forbidden[each]?.includes(slot) === true, `${name}: participant ${each + 1} is away.`);
      diaries[each]?.push(slot);
    }
    held.set(slot, (held.get(slot) ?? 0) + 1);
  });
  for (const [slot, count] of held) {
    fault(count > problem.tables, `Slot ${slot + 1} has ${count} meetings and ${problem.tables} tables.`);
  }

  const breaks = diaries.map((diary, participant) => {
    const day = [...diary].sort((a, b) => a - b);
    fault(new Set(day).size < day.length, `Participant ${participant + 1} is in two places at once.`);
    return day.filter((slot, nth) => nth > 0 && slot - (day[nth - 1] as number) > 1).length;
  });
  const spread = breaks.length === 0 ? 0 : Math.max(...breaks) - Math.min(...breaks);
  fault(spread > fairness, `Two participants differ by ${spread} breaks, more than ${fairness}.`);
  return { faults, breaks: breaks.reduce((sum, each) => sum + each, 0), spread };
}
