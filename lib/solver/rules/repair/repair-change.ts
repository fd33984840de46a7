import { z } from 'zod';

const index = z.int().min(0);

/**
 * What happened, as the command line and the product tell it: `npm run -s timetable -- repair ANSWER CHANGE` reads this.
 * Indices as in the instance, 0-based. A slot so late that nobody can meet in it is lost; a delay of the whole day concerns
 * the clock on the wall and no meeting.
 */
export const repairChangeSchema = z.strictObject({
  /** Parties that take part no more. */
  startupsGone: z.array(index).default([]),
  vcsGone: z.array(index).default([]),
  slotsLost: z.array(index).default([]),
  /** `[slot, how many tables fewer]`. */
  tablesLost: z.array(z.tuple([index, z.int().min(1)])).default([]),
  /** `[party, slot]` in which it is not free any more, or free after all. */
  startupsAway: z.array(z.tuple([index, index])).default([]),
  vcsAway: z.array(z.tuple([index, index])).default([]),
  startupsBack: z.array(z.tuple([index, index])).default([]),
  vcsBack: z.array(z.tuple([index, index])).default([]),
  /** `[startup, investor, slot]`: one of the people of this pair is away, though both parties could meet others. */
  blackoutsAdded: z.array(z.tuple([index, index, index])).default([]),
  noThanksAdded: z.array(z.tuple([index, index])).default([]),
  requestsAdded: z.array(z.tuple([index, index, z.int().min(1)])).default([]),
  /** Slots before this one are over: their meetings stay, and none is added. */
  fromSlot: index.default(0),
});

export type RepairChange = z.infer<typeof repairChangeSchema>;
