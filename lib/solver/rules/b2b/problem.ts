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

/**
 * The slots each meeting may take, ascending, after everything that follows from the meeting alone and from the
 * meetings before and after it: fixed slots, halves of the day, absences, chains of precedences. An empty list means
 * that there is no plan.
 */
export function windowsOf(problem: B2bProblem): number[][] {
  const windows = problem.meetings.map(({ participants, fixed, half }) => {
    const away = new Set(participants.flatMap((each) => problem.forbidden[each] ?? []));
    const from = half === 'afternoon' ? problem.morningSlots : 0;
    const to = half === 'morning' ? problem.morningSlots : problem.slots;
    return span(from, to).filter((slot) => !away.has(slot) && (fixed === null || fixed === slot));
  });
  for (let changed = true; changed; ) {
    changed = false;
    problem.meetings.forEach(({ after }, later) => {
      for (const earlier of after) changed = tighten(windows, earlier, later) || changed;
    });
  }
  return windows;
}

/** Leaves of both windows what allows `earlier` to come before `later`; whether anything was taken away. */
function tighten(windows: number[][], earlier: number, later: number): boolean {
  const [first, last] = [windows[earlier] as number[], windows[later] as number[]];
  const earliest = first[0] ?? Number.POSITIVE_INFINITY;
  const latest = last.at(-1) ?? Number.NEGATIVE_INFINITY;
  windows[earlier] = first.filter((slot) => slot < latest);
  windows[later] = last.filter((slot) => slot > earliest);
  return windows[earlier].length + windows[later].length < first.length + last.length;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
