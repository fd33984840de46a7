import { z } from 'zod';
import { SUMS } from '@/lib/amount/rules';
import { dayField, instantField, proseField } from '@/lib/core/fields';

const refuseWith = (reason: string) => ({ params: { reason } });

/** Several, however they are written: a list, or words joined by a comma, a plus or a space. */
const oneWord = (text: string) => !/[\s,+&/]/.test(text.trim());

/** The one sum a press sentence speaks of. Sums are never added, so that a list or a mixture is refused as such. */
export const sumField = z.preprocess(
  (value) => (Array.isArray(value) ? ',' : value),
  z.string().max(100, { abort: true }).refine(oneWord, refuseWith('one_sum_only')).pipe(z.enum(SUMS)),
);

/** Days are days of the program's home zone; `knownAt` is an instant with its offset, this moment where it is not given. */
const told = { asOf: dayField, knownAt: instantField.optional(), sum: sumField };

export const draftReportInput = z.strictObject(told);
export const publishReportInput = z.strictObject({ ...told, note: proseField(500).optional() });

export const reportInput = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) });

export type DraftReportInput = z.output<typeof draftReportInput>;
