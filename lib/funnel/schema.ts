import { z } from 'zod';
import { dayField, pageFields } from '@/lib/core/fields';
import { pairFilter } from '@/lib/pair/schema';
import { type FigureName, needsPeriod, readFigure } from './rules/figure';

/**
 * What narrows the pairs that are counted is the filter of the list of pairs, as of the same day: a number opens its rows.
 * Days are days of the program's home zone: happened by the end of `asOf`, recorded by the end of `knownOn`.
 */
export const getFunnelInput = z.strictObject({
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
  ...pairFilter,
});

/** `from`: the first day of a period that ends with `asOf`, both included; with it the answer tells the period too. */
export const getFunnelOfPeriodInput = getFunnelInput.extend({ from: dayField.optional() });

/** `knownOn: then` is the day itself, wherever it is. */
export const listDaysInput = getFunnelInput.extend({
  knownOn: z.union([dayField, z.literal('then')]).optional(),
});

/** So many pairs beyond their target are listed at most. */
export const MOST_AGEING = 1000;
/** `limit`: how many rows at most; the counts are of all. */
export const listAgeingInput = getFunnelInput.extend({
  limit: z.coerce.number().int().min(1).max(MOST_AGEING).default(200),
});

/** Which pairs make one part: those of a startup, of an investor, of a sector, of an owner in the office. */
export const SPLITS = ['startup', 'investor', 'sector', 'owner'] as const;
export type SplitBy = (typeof SPLITS)[number];

export const splitFunnelInput = getFunnelInput.extend({ by: z.enum(SPLITS).default('startup') });

/** The funnel at the end of `asOf` beside the same at the end of `with`; `knownOn` holds for both. */
export const compareFunnelsInput = getFunnelInput.extend({ with: dayField });

/** Without a filter: each program's pairs as they are. */
export const getFunnelsInput = z.strictObject({ asOf: dayField.optional(), knownOn: dayField.optional() });

const figureField = z
  .string()
  .max(100, { abort: true })
  .refine((text) => readFigure(text) !== null, { params: { reason: 'not_a_figure' } })
  .transform((text) => readFigure(text) as FigureName);

/** `from`: the first day of a period that ends with `asOf`, both included, for what came about in it. */
export const figureInput = z
  .strictObject({
    figure: figureField,
    ...getFunnelInput.shape,
    from: dayField.optional(),
  })
  .refine(({ figure, from }) => !needsPeriod(figure) || from !== undefined, {
    path: ['from'],
    params: { reason: 'required' },
  });
export const listFigureRowsInput = figureInput.safeExtend(pageFields);
