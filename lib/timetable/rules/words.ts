/** Which side a wish is from. The office enters its own, and those of sides that wrote or called. */
export const WISH_SIDES = ['startup', 'investor', 'office'] as const;

/** In order of strength; the last is final and private. */
export const WISH_WORDS = ['neutral', 'like', 'must', 'no_thanks'] as const;
export type WishWord = (typeof WISH_WORDS)[number];

export const TIMETABLE_STATES = ['draft', 'published', 'replaced', 'withdrawn', 'discarded'] as const;
export type TimetableState = (typeof TIMETABLE_STATES)[number];

export const RUN_STATES = ['running', 'done', 'stopped', 'failed'] as const;

/** Why a run failed. */
export const RUN_FAILURES = ['draft_changed', 'interrupted', 'contradiction', 'internal'] as const;
export type RunFailure = (typeof RUN_FAILURES)[number];

/** Why a stage has nothing that a timetable could place, the first thing to do first. */
export const NOTHING_TO_PLACE = ['no_slots', 'no_parties', 'no_pairs', 'no_wishes', 'no_seats'] as const;
export type NothingToPlace = (typeof NOTHING_TO_PLACE)[number];

/** The strongest word on a pair: one no-thanks decides, then one must, then one like. Null where nobody spoke. */
export function combinedWord(words: readonly WishWord[]): WishWord | null {
  return words.reduce<WishWord | null>(
    (strongest, word) =>
      strongest === null || WISH_WORDS.indexOf(word) > WISH_WORDS.indexOf(strongest) ? word : strongest,
    null,
  );
}
