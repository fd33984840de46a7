import { z } from 'zod';
import { LEVELS } from '../../schema';

const count = z.int().min(0);
const price = z.union([z.int(), z.array(z.int())]);
const gains = z.object({ must: count, floor: count, weight: count });
const prices = z.object({
  startups: z.array(price),
  investors: z.array(price),
  startupTables: z.array(z.int()),
  investorTables: z.array(z.int()),
});

/** What the command line prints last and `verify` reads: a `Solution` with the seconds it took. */
export const answerSchema = z.object({
  placed: count,
  weight: count,
  bound: count,
  proved: z.boolean(),
  seconds: z.number().optional(),
  meetings: z.array(z.tuple([count, count, count])),
  tables: z.array(count).optional(),
  levels: z
    .array(z.object({ name: z.enum(LEVELS), value: count, bound: count, proved: z.boolean() }))
    .optional(),
  certificate: z.object({
    proofs: z.array(z.object({ level: z.enum(['musts', 'floor', 'weight']), bound: count, gains, prices })),
    searched: z.array(z.object({ level: z.enum(LEVELS), bound: count })),
  }),
});

export type Answer = z.infer<typeof answerSchema>;
