/**
 * A business-to-business event: who meets whom is given, only the slots are open. All indices are 0-based here; files and
 * answers count from 1. Source: Bofill et al., JAIR 74 (2022) 263-301.
 */
export type B2bMeeting = {
  participants: readonly [number, number];
  /** The slot it is fixed to, or null. */
  fixed: number | null;
  /** `either` leaves both halves of the day. */
  half: 'morning' | 'afternoon' | 'either';
  /** Meetings that take place in an earlier slot. */
  after: readonly number[];
};

export type B2bProblem = {
  participants: number;
  slots: number;
  /** The first so many slots are the morning. */
  morningSlots: number;
  /** Meetings a slot holds. */
  tables: number;
  meetings: readonly B2bMeeting[];
  /** Slots in which a participant is away. */
  forbidden: readonly (readonly number[])[];
};

/** The meetings of each participant. */
export function meetingsOf(problem: B2bProblem): number[][] {
  const own: number[][] = Array.from({ length: problem.participants }, () => []);
  problem.meetings.forEach(({ participants }, meeting) => {
    for (const each of participants) own[each]?.push(meeting);
  });
  return own;
}
