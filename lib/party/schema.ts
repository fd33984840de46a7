import { z } from 'zod';
import {
  currencyField,
  cursorField,
  dayField,
  emailField,
  idField,
  instantField,
  linkField,
  minorField,
  proseField,
  requiredProse,
  requiredText,
  searchField,
  textField,
  versionField,
} from '@/lib/core/fields';
import {
  countShape,
  currencyShape,
  EXAMPLE_ID,
  idShape,
  instantShape,
  minorShape,
  pageShape,
  versionShape,
} from '@/lib/core/shapes';
import { PROGRAM_STAGES } from '@/lib/program/schema';
import { PARTY_KINDS, PARTY_LENGTHS, type PartyKey, type PartyKind, SECTORS } from './rules';
import { REGIONS, ROUNDS } from './rules/terms';

export const sectorField = z.enum(SECTORS);

const contactData = {
  name: requiredText(80),
  /** In Latin letters, for English pages. */
  nameEn: textField(80),
  title: textField(80),
  email: z.union([z.literal(''), emailField]),
  phone: textField(40),
  /** When the person agreed that their data goes to the other side; null takes it back. */
  consentAt: instantField.nullable(),
};

const keysOfParties = Object.fromEntries(
  PARTY_KINDS.map((kind) => [`${kind}Id`, idField.optional()]),
) as Record<PartyKey, z.ZodOptional<typeof idField>>;

/** A person of exactly one party. */
export const addContactInput = z
  .strictObject({
    ...contactData,
    nameEn: contactData.nameEn.default(''),
    title: contactData.title.default(''),
    email: contactData.email.default(''),
    phone: contactData.phone.default(''),
    consentAt: contactData.consentAt.default(null),
    ...keysOfParties,
  })
  .refine((contact) => PARTY_KINDS.filter((kind) => contact[`${kind}Id`] !== undefined).length === 1, {
    params: { reason: 'one_party' },
  })
  .meta({ examples: [{ name: '한서윤', title: '대표', startupId: EXAMPLE_ID }] });

const contactChanges = z.strictObject(contactData).partial();
export const editContactInput = z.strictObject({
  contactId: idField,
  version: versionField,
  changes: contactChanges,
  base: contactChanges.optional(),
});
export const contactInput = z.strictObject({ contactId: idField, version: versionField });
export const revealContactInput = z.strictObject({ contactId: idField, reason: requiredProse(300) });

export const changedContact = z.strictObject({ contactId: idShape, version: versionShape });
export const revealedContact = z.strictObject({
  contactId: idShape,
  name: z.string(),
  nameEn: z.string(),
  email: z.string(),
  phone: z.string(),
});

/**
 * A person of one side as the viewer may see them. `masked` says that e-mail and phone are only hinted at; both are null
 * where they are not for the viewer at all (an investor's people, for a startup).
 */
const contactItem = z.strictObject({
  id: idShape,
  name: z.string(),
  nameEn: z.string(),
  title: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  masked: z.boolean(),
  consentAt: instantShape.nullable(),
  archivedAt: instantShape.nullable(),
  version: versionShape,
});
export type ContactItem = z.output<typeof contactItem>;

/** A rung of the ladder in one currency; `minor` in minor units, as digits: a sum may be above what a number holds. */
const rungAmount = z.strictObject({
  rung: z.string(),
  currency: currencyShape,
  minor: z.string().regex(/^\d+$/),
  pairs: countShape,
});
export type RungAmount = z.output<typeof rungAmount>;

/** Where a party's pairs stand and what money stands behind them; rungs and currencies are never added. */
const partyFigures = z.strictObject({
  pairs: countShape,
  /** Open pairs by the stage they stand in. */
  standing: z.record(z.enum(['candidate', ...PROGRAM_STAGES]), countShape),
  onHold: countShape,
  invested: countShape,
  closed: countShape,
  /** Pairs that reached the main session or a later stage. */
  reachedMain: countShape,
  /** Sums of live amounts, one per rung and currency, in order of the ladder. */
  amounts: z.array(rungAmount),
  /** Talk of closed pairs: in none of the sums. */
  leftOut: z.array(rungAmount),
});
export type PartyFigures = z.output<typeof partyFigures>;

type Shape = z.ZodRawShape;

/** What one kind of party is: the fields of its profile, and how they are asked for and answered. */
type Description<
  Profile extends Shape,
  Added extends Shape,
  Filter extends Shape,
  Listed extends Shape,
  More extends Shape,
> = {
  profile: Profile;
  /** The same where a party is added: what may be left out has a default. */
  added: Added;
  /** What a list of them is narrowed by, besides the words looked for. */
  filter: Filter;
  /** What lists answer of the profile. */
  listed: Listed;
  /** What the answer about one party has besides. */
  more: More;
};

/** The inputs and answers of one kind of party. */
function schemasOf<
  Kind extends PartyKind,
  Profile extends Shape,
  Added extends Shape,
  Filter extends Shape,
  Listed extends Shape,
  More extends Shape,
>(kind: Kind, { profile, added, filter, listed, more }: Description<Profile, Added, Filter, Listed, More>) {
  const named = { [`${kind}Id`]: idField } as Record<PartyKey<Kind>, typeof idField>;
  const changed = { [`${kind}Id`]: idShape, version: versionShape } as Record<
    PartyKey<Kind>,
    typeof idShape
  > & {
    version: typeof versionShape;
  };
  const changes = z.strictObject(profile).partial();
  const clocks = { asOf: dayField.optional(), knownOn: dayField.optional() };
  const item = {
    id: idShape,
    ...listed,
    archivedAt: instantShape.nullable(),
    version: versionShape,
    /** A stored file, whose content is read as such. */
    logoId: idShape.nullable(),
    /** Only for those who may see the program's figures. */
    figures: partyFigures.nullable(),
  };
  /** Says that another party of this name is known and meant to be another one. */
  const sameName = z.boolean().optional();
  return {
    list: z.strictObject({
      q: searchField(100).optional(),
      ...filter,
      archived: z.enum(['without', 'only']).optional(),
      ...clocks,
      limit: z.coerce.number().int().min(1).max(500).optional(),
      cursor: cursorField.optional(),
    }),
    get: z.strictObject({ ...named, ...clocks }),
    add: z.strictObject({ ...added, sameName }),
    edit: z.strictObject({ ...named, version: versionField, changes, base: changes.optional(), sameName }),
    archive: z.strictObject({ ...named, version: versionField }),
    restore: z.strictObject({ ...named, version: versionField, sameName }),
    page: pageShape(z.strictObject(item)).extend({ total: countShape }),
    detail: z.strictObject({ ...item, ...more, contacts: z.array(contactItem) }),
    added: z.strictObject({ ...changed, pairs: countShape }),
    changed: z.strictObject(changed),
  };
}

const summary = proseField(PARTY_LENGTHS.summary);
const website = z.union([z.literal(''), linkField]);

const regions = z.array(z.enum(REGIONS)).max(REGIONS.length);
const positive = minorField.min(1);
const round = z.union([z.literal(''), z.enum(ROUNDS)]);
const rounds = z.array(z.enum(ROUNDS)).max(ROUNDS.length);
const sought = z.strictObject({ minor: positive, currency: currencyField }).nullable();
const ticket = z
  .strictObject({ min: minorField.nullable(), max: positive.nullable(), currency: currencyField })
  .refine(({ min, max }) => min !== null || max !== null, { params: { reason: 'required' } })
  .refine(({ min, max }) => min === null || max === null || min <= max, {
    params: { reason: 'ticket_reversed' },
  })
  .nullable();

const soughtShape = z.strictObject({ minor: minorShape, currency: currencyShape }).nullable();
const ticketShape = z
  .strictObject({ min: minorShape.nullable(), max: minorShape.nullable(), currency: currencyShape })
  .nullable();

const startup = {
  name: requiredText(PARTY_LENGTHS.name),
  nameEn: textField(PARTY_LENGTHS.nameEn),
  sector: sectorField,
  summary,
  summaryEn: summary,
  website,
  /** The round it raises; empty where nobody said, as are the other terms. */
  round,
  /** What it seeks in that round. */
  sought,
  /** Where it is at home or goes to next. */
  regions,
};
const investor = {
  name: requiredText(PARTY_LENGTHS.name),
  city: textField(PARTY_LENGTHS.city),
  /** Sector keys where they fit, the firm's own words where none does. */
  focus: z.array(requiredText(PARTY_LENGTHS.focus)).max(20),
  summary,
  website,
  /** Rounds it joins. */
  rounds,
  /** What it puts into one company. */
  ticket,
  /** Where it invests. */
  regions,
};

export const PARTY_SCHEMAS = {
  startup: schemasOf('startup', {
    profile: startup,
    added: {
      ...startup,
      nameEn: startup.nameEn.default(''),
      summary: summary.default(''),
      summaryEn: summary.default(''),
      website: website.default(''),
      round: round.default(''),
      sought: sought.default(null),
      regions: regions.default([]),
    },
    filter: {
      sector: z
        .preprocess(
          (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
          z.array(sectorField).max(SECTORS.length),
        )
        .optional(),
    },
    listed: { name: z.string(), nameEn: z.string(), sector: sectorField, website: z.string() },
    more: { summary: z.string(), summaryEn: z.string(), round, sought: soughtShape, regions },
  }),
  investor: schemasOf('investor', {
    profile: investor,
    added: {
      ...investor,
      city: investor.city.default(''),
      focus: investor.focus.default([]),
      summary: summary.default(''),
      website: website.default(''),
      rounds: rounds.default([]),
      ticket: ticket.default(null),
      regions: regions.default([]),
    },
    filter: { focus: textField(PARTY_LENGTHS.focus).optional() },
    listed: { name: z.string(), city: z.string(), focus: z.array(z.string()), website: z.string() },
    more: { summary: z.string(), rounds, ticket: ticketShape, regions },
  }),
};
export type PartySchemas = typeof PARTY_SCHEMAS;

/** What an address may ask a list for; parsed by the query. */
export type AskedParties = { [Kind in PartyKind]: z.input<PartySchemas[Kind]['list']> }[PartyKind];
export type PartyListPage = { [Kind in PartyKind]: z.output<PartySchemas[Kind]['page']> }[PartyKind];
export type PartyItem = PartyListPage['items'][number];
export type PartyDetail = { [Kind in PartyKind]: z.output<PartySchemas[Kind]['detail']> }[PartyKind];
