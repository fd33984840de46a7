import { z } from 'zod';
import { ROLES } from '@/lib/core/scope';
import {
  countShape,
  currencyShape,
  dayTextShape,
  idShape,
  instantShape,
  minorShape,
  namedShape,
  pageShape,
  versionShape,
} from '@/lib/core/shapes';
import { clonePartField, programStageField } from '../schema';

/** A program as its people see it; bounds of amounts in minor units of the base currency, null where there is none. */
const programItem = z.strictObject({
  id: idShape,
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  venue: z.string(),
  venueEn: z.string(),
  homeZone: z.string(),
  venueZone: z.string(),
  baseCurrency: currencyShape,
  asOfDefault: dayTextShape.nullable(),
  isSample: z.boolean(),
  /** Also null where it is not the viewer's to know. */
  evidenceLimit: minorShape.nullable(),
  largeAmount: minorShape.nullable(),
  archivedAt: instantShape.nullable(),
  /** Null while it is open. */
  closedAt: instantShape.nullable(),
  version: versionShape,
});
export type ProgramItem = z.output<typeof programItem>;

const listedProgram = programItem.extend({ role: z.enum(ROLES) });
export type ListedProgram = z.output<typeof listedProgram>;
export const listedPrograms = pageShape(listedProgram);

const stageSetting = z.strictObject({
  stage: programStageField,
  startsOn: dayTextShape,
  endsOn: dayTextShape,
  timeZone: z.string(),
  meetingMinutes: z.int(),
  usesTables: z.boolean(),
  /** How many days a pair should stand in the stage at most; null sets no target. */
  targetDays: z.int().nullable(),
});
export type StageSetting = z.output<typeof stageSetting>;

export type VenueTable = z.output<typeof namedShape>;
const tableItem = namedShape.extend({ archivedAt: instantShape.nullable() });
export type TableItem = z.output<typeof tableItem>;
export const addedTables = z.strictObject({ tables: z.array(namedShape) });

export const programSettings = z.strictObject({
  program: programItem,
  stages: z.array(stageSetting),
  tables: z.array(tableItem),
  /** The step at which the office left the set-up; null where it has not begun. */
  setupStep: z.string().nullable(),
  /** How many there are, as far as the viewer sees. */
  counts: z.strictObject({
    slots: countShape,
    startups: countShape,
    investors: countShape,
    people: countShape,
  }),
});
export type ProgramSettings = z.output<typeof programSettings>;

export const createdProgram = z.strictObject({ programId: idShape, slug: z.string() });
/** How many rows of each part went along, and how many pairs were opened between the startups and investors. */
export const clonedProgram = createdProgram.extend({
  copied: z.partialRecord(z.enum([...clonePartField.options, 'pairs']), countShape),
});
export const deletedProgram = z.strictObject({ slug: z.string() });

/** How much there is in a program, archived rows left out. */
export const programContents = z.strictObject({
  stages: countShape,
  tables: countShape,
  slots: countShape,
  targets: countShape,
  startups: countShape,
  investors: countShape,
  contacts: countShape,
  people: countShape,
  pairs: countShape,
  meetings: countShape,
  outcomes: countShape,
  amounts: countShape,
  /** Reports and timetables that were published: with one of them the program is deleted no more. */
  publications: countShape,
});
export type ProgramContents = z.output<typeof programContents>;

export const keptSetupStep = z.strictObject({ step: z.string().nullable() });

export const editedProgram = z.strictObject({ version: versionShape });
export const archivedProgram = z.strictObject({ programId: idShape, version: versionShape });
export const closedProgram = archivedProgram.extend({ closedAt: instantShape.nullable() });
export const restoredProgram = archivedProgram.extend({ slug: z.string() });

const slotItem = z.strictObject({
  id: idShape,
  stage: programStageField,
  startsAt: instantShape,
  endsAt: instantShape,
});
export type SlotItem = z.output<typeof slotItem>;
export const listedSlots = pageShape(slotItem);
export const addedSlots = z.strictObject({ slots: z.array(slotItem) });
export const removedSlots = z.strictObject({ removed: z.array(slotItem) });

/** 1 `base` = `rate` `quote` on the day `on`; the rate is a plain decimal. */
const fxRateItem = z.strictObject({
  id: idShape,
  base: currencyShape,
  quote: currencyShape,
  rate: z.string(),
  on: dayTextShape,
  source: z.string(),
});
export type FxRateItem = z.output<typeof fxRateItem>;
export const listedFxRates = pageShape(fxRateItem);
export const newFxRate = z.strictObject({ rateId: idShape });
export const importedFxRates = z.strictObject({ count: countShape });
