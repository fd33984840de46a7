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

/** Keys; their words stand in messages as startup.sector.<key>. */
export const SECTORS = [
  'bio_health',
  'robotics',
  'ai',
  'semiconductor',
  'mobility',
  'energy',
  'software',
  'content',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];
export const sectorField = z.enum(SECTORS);

const profile = {
  name: requiredText(120),
  nameEn: textField(120),
  sector: sectorField,
  summary: proseField(2000),
  summaryEn: proseField(2000),
  website: z.union([z.literal(''), linkField]),
};

/** `sameName` says that another startup of this name is known and meant to be another one. */
export const addStartupInput = z.strictObject({
  ...profile,
  nameEn: profile.nameEn.default(''),
  summary: profile.summary.default(''),
  summaryEn: profile.summaryEn.default(''),
  website: profile.website.default(''),
  sameName: z.boolean().optional(),
});

const startupChanges = z.strictObject(profile).partial();
export const editStartupInput = z.strictObject({
  startupId: idField,
  version: versionField,
  changes: startupChanges,
  base: startupChanges.optional(),
  sameName: z.boolean().optional(),
});

export const startupInput = z.strictObject({ startupId: idField, version: versionField });
export const restoreStartupInput = startupInput.extend({ sameName: z.boolean().optional() });
export const getStartupInput = z.strictObject({
  startupId: idField,
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
});

export const listStartupsInput = z.strictObject({
  q: searchField(100).optional(),
  sector: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(sectorField).max(SECTORS.length),
    )
    .optional(),
  archived: z.enum(['without', 'only']).optional(),
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: cursorField.optional(),
});

/** What an address may ask the list for; parsed by the query. */
export type AskedStartups = z.input<typeof listStartupsInput>;
