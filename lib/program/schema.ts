import { z } from 'zod';
import {
  currencyField,
  idField,
  minorField,
  pageFields,
  requiredText,
  slugField,
  textField,
  versionField,
  writtenDayField,
  zoneField,
} from '@/lib/core/fields';
import { readRate } from './rules/rate-input';

/** The stages a program gives dates to: those that consist of a meeting, in order. */
export const PROGRAM_STAGES = ['video_call', 'pre_meeting', 'main_session', 'follow_up'] as const;
export type ProgramStageName = (typeof PROGRAM_STAGES)[number];
/** What a new program is given, in the order of doing it. */
export const SETUP_STEPS = [
  'basics',
  'stages',
  'tables',
  'slots',
  'targets',
  'startups',
  'investors',
  'people',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
export const programStageField = z.enum(PROGRAM_STAGES);

const profile = {
  name: requiredText(120),
  nameEn: textField(120),
  venue: textField(200),
  venueEn: textField(200),
  homeZone: zoneField,
  venueZone: zoneField,
  baseCurrency: currencyField,
  asOfDefault: writtenDayField.nullable(),
  /** In minor units of the base currency: from here on an amount wants evidence; null sets no limit. */
  evidenceLimit: minorField.nullable(),
  /** The same: from here on an amount is asked before it is saved; null goes by what is usual. */
  largeAmount: minorField.min(1).nullable(),
};

/** Names that mean another page where a program's address would stand. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(['new', 'restore', 'restore-archive', 'delete']);

export const newSlug = slugField.refine((slug) => !RESERVED_SLUGS.has(slug), {
  params: { reason: 'slug_taken' },
});

export const createProgramInput = z.strictObject({
  ...profile,
  slug: newSlug,
  nameEn: profile.nameEn.default(''),
  venue: profile.venue.default(''),
  venueEn: profile.venueEn.default(''),
  baseCurrency: profile.baseCurrency.default('KRW'),
  asOfDefault: profile.asOfDefault.default(null),
  evidenceLimit: profile.evidenceLimit.default(null),
  largeAmount: profile.largeAmount.default(null),
});

const programProfile = z.strictObject(profile);
/** What people edit of a program. */
export type ProgramProfile = z.output<typeof programProfile>;
const programChanges = programProfile.partial();

/** A patch; `base` holds the values it started from, so that other people's edits of other fields merge. */
export const editProgramInput = z.strictObject({
  version: versionField,
  changes: programChanges,
  base: programChanges.optional(),
});

/** The step of the set-up at which the office stands; null begins anew. */
export const keepSetupStepInput = z.strictObject({ step: z.enum(SETUP_STEPS).nullable() });

/** What of a program goes along into its clone: everything but what came of it. */
export const CLONE_PARTS = [
  'settings',
  'stages',
  'tables',
  'slots',
  'targets',
  'startups',
  'investors',
  'contacts',
  'people',
] as const;
export type ClonePart = (typeof CLONE_PARTS)[number];
export const clonePartField = z.enum(CLONE_PARTS);

/** `startsOn`: the day on which the clone's first stage starts; all its days and times move as far. */
export const cloneProgramInput = z.strictObject({
  name: profile.name,
  nameEn: profile.nameEn.default(''),
  slug: newSlug,
  startsOn: writtenDayField.nullable().default(null),
  parts: z.array(clonePartField).max(CLONE_PARTS.length),
});

/** `name` as the program is called, typed by whoever deletes it. */
export const deleteProgramInput = z.strictObject({ programId: idField, name: requiredText(120) });

export const archiveProgramInput = z.strictObject({ version: versionField });
/** A program whose work is done, to be closed. */
export const closeProgramInput = z.strictObject({ version: versionField });
/** Why a record that was closed is opened again: it stands in the audit trail. */
export const reopenProgramInput = z.strictObject({ version: versionField, reason: requiredText(500) });
export const secondFactorRule = z.strictObject({ isRequired: z.boolean() });
export const restoreProgramInput = z.strictObject({ programId: idField, version: versionField });

/** The stages given are set, others stay as they are. `version` of the program guards against a stale form. */
export const setStagesInput = z.strictObject({
  stages: z
    .array(
      z
        .strictObject({
          stage: programStageField,
          startsOn: writtenDayField,
          endsOn: writtenDayField,
          timeZone: zoneField,
          meetingMinutes: z.int().min(5).max(480),
          usesTables: z.boolean(),
          /** How many days a pair should stand in the stage at most; null sets no target, left out keeps it. */
          targetDays: z.int().min(1).max(1000).nullable().optional(),
        })
        .refine((stage) => stage.startsOn <= stage.endsOn, {
          path: ['endsOn'],
          params: { reason: 'ends_before_start' },
        }),
    )
    .min(1)
    .max(PROGRAM_STAGES.length)
    .refine((stages) => new Set(stages.map(({ stage }) => stage)).size === stages.length, {
      params: { reason: 'stage_twice' },
    }),
  version: versionField.optional(),
});

const tableName = requiredText(40);
export const addTablesInput = z.strictObject({ names: z.array(tableName).min(1).max(300) });
export const renameTableInput = z.strictObject({ tableId: idField, name: tableName });
export const tableInput = z.strictObject({ tableId: idField });

/** `firstStart` is a time of day (HH:mm) on the clocks of the stage's zone; `isSecond` where they show it twice. */
export const addSlotsInput = z.strictObject({
  stage: programStageField,
  day: writtenDayField,
  firstStart: z
    .string()
    .refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), { params: { reason: 'not_a_time' } }),
  isSecond: z.boolean().optional(),
  minutes: z.int().min(5).max(480),
  breakMinutes: z.int().min(0).max(480),
  count: z.int().min(1).max(200),
});
export const removeSlotsInput = z.strictObject({ slotIds: z.array(idField).min(1).max(500) });
export const listSlotsInput = z.strictObject({ stage: programStageField.optional(), ...pageFields });

/** As people write it, to a plain decimal with at most eight places, never a float; what is in doubt is refused. */
const rateField = z.string().transform((text, context) => {
  const read = readRate(text);
  if (read.ok) return read.rate;
  const [first = '', second = ''] = 'readings' in read ? read.readings : [];
  context.addIssue({
    code: 'custom',
    params: { reason: read.reason, params: { first, second } },
    input: text,
  });
  return z.NEVER;
});

/** 1 `base` = `rate` `quote`. */
export const setFxRateInput = z
  .strictObject({
    base: currencyField,
    quote: currencyField,
    rate: rateField,
    on: writtenDayField,
    source: requiredText(120),
  })
  .refine(({ base, quote }) => base !== quote, { path: ['quote'], params: { reason: 'same_currency' } });

export const MOST_RATES = 2000;

/** Rates of several days at once, each of a day only once; all of them are written, or none. */
export const importFxRatesInput = z.strictObject({
  rates: z
    .array(setFxRateInput)
    .min(1)
    .max(MOST_RATES)
    .refine(
      (rates) => new Set(rates.map((rate) => [rate.base, rate.quote, rate.on].join())).size === rates.length,
      {
        params: { reason: 'rate_twice' },
      },
    ),
});

export const listProgramsInput = z.strictObject({
  archived: z.enum(['without', 'only']).optional(),
  ...pageFields,
});
