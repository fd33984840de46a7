import { addDays, type Day, earliestOf } from '@/lib/core/days';

/** How programs are held against each other: so many days after their own main session, or on one date. */
export const COMPARED_BY = ['offset', 'date'] as const;
type ComparedBy = (typeof COMPARED_BY)[number];

export type ComparedMoment = {
  by: ComparedBy /** Days after the main session's first day; before it where negative. */;
  days: number;
  asOf: Day;
};

/**
 * The day on which one program is read, never ahead of its own today. Null where it is to be a number of days after a main session
 * that has no dates.
 */
export function comparedDay({ by, days, asOf }: ComparedMoment, mainDay: Day | null, today: Day): Day | null {
  if (by === 'date') return earliestOf(asOf, today);
  return mainDay && earliestOf(addDays(mainDay, days), today);
}
