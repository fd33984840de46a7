import { z } from 'zod';
import {
  cursorField,
  dayField,
  idField,
  linkField,
  proseField,
  requiredText,
  searchField,
  textField,
  versionField,
} from '@/lib/core/fields';

const profile = {
  name: requiredText(120),
  city: textField(80),
  /** Sector keys where they fit, the firm's own words where none does. */
  focus: z.array(requiredText(60)).max(20),
  summary: proseField(2000),
  website: z.union([z.literal(''), linkField]),
};

/** `sameName` says that another firm of this name is known and meant to be another one. */
export const addInvestorInput = z.strictObject({
  ...profile,
  city: profile.city.default(''),
  focus: profile.focus.default([]),
  summary: profile.summary.default(''),
  website: profile.website.default(''),
  sameName: z.boolean().optional(),
});

const investorChanges = z.strictObject(profile).partial();
export const editInvestorInput = z.strictObject({
  investorId: idField,
  version: versionField,
  changes: investorChanges,
  base: investorChanges.optional(),
  sameName: z.boolean().optional(),
});

export const investorInput = z.strictObject({ investorId: idField, version: versionField });
export const restoreInvestorInput = investorInput.extend({ sameName: z.boolean().optional() });
export const getInvestorInput = z.strictObject({
  investorId: idField,
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
});

export const listInvestorsInput = z.strictObject({
  q: searchField(100).optional(),
  focus: textField(60).optional(),
  archived: z.enum(['without', 'only']).optional(),
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: cursorField.optional(),
});

/** What an address may ask the list for; parsed by the query. */
export type AskedInvestors = z.input<typeof listInvestorsInput>;
