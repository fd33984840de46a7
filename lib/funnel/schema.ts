import { z } from 'zod';
import { dayField, idField, several, textField } from '@/lib/core/fields';

/** What narrows the pairs that are counted; the words and values of the pair list, so that a number opens its rows. */
export const funnelFilter = {
  sector: several(textField(60)),
  startup: several(idField),
  investor: several(idField),
  owner: several(idField),
};

/** Days are days of the program's home zone: happened by the end of `asOf`, recorded by the end of `knownOn`. */
export const getFunnelInput = z.strictObject({
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
  ...funnelFilter,
});

export type FunnelInput = z.output<typeof getFunnelInput>;
export type FunnelFilter = Pick<FunnelInput, keyof typeof funnelFilter>;
