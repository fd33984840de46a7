import { z } from 'zod';
import { emailField, idField, searchField, versionField } from '@/lib/core/fields';
import { LOCALES } from '@/lib/core/locale';
import {
  countShape,
  idShape,
  instantShape,
  namedTwiceShape,
  pageShape,
  twoNamesShape,
  versionShape,
} from '@/lib/core/shapes';

/** As typed: a password is never trimmed. The upper bound only keeps hashing cheap to refuse. */
export const passwordField = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed(), { params: { reason: 'unreadable' } });

export const signInInput = z.strictObject({ email: emailField, password: passwordField });
/** What a provider of OpenID Connect signed for: whose account it is there, by `issuer` and `subject` alone. */
export const identityClaims = z.strictObject({
  issuer: z.url().max(500),
  subject: z.string().min(1).max(255),
  email: emailField.nullable().catch(null),
  emailVerified: z.boolean(),
});
export const openSampleInput = z.strictObject({ email: emailField });
export const localeField = z.enum(LOCALES);
export const themeField = z.enum(['system', 'light', 'dark']);
export const chooseLocaleInput = z.strictObject({ locale: localeField });
export const chooseThemeInput = z.strictObject({ theme: themeField });

export const roleField = z.enum(['officer', 'manager', 'startup']);
/** A startup's people name their startup, the others none. */
const startupOfRole = { role: roleField, startupId: idField.nullable().optional() };

export const changeRoleInput = z.strictObject({
  membershipId: idField,
  version: versionField,
  ...startupOfRole,
});
export const membershipInput = z.strictObject({ membershipId: idField, version: versionField });
/** Several at once, all or none. */
export const membershipsInput = z.strictObject({ members: z.array(membershipInput).min(1).max(100) });

export const listPeopleInput = z.strictObject({
  q: searchField(100).optional(),
  show: z.enum(['active', 'archived', 'admins']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: idField.optional(),
});
export const setAdminInput = z.strictObject({
  personId: idField,
  isAdmin: z.boolean(),
  version: versionField,
});
export const personInput = z.strictObject({ personId: idField, version: versionField });

/** `active` may sign in, `invited` has a live link and never signed in, `expired` has none any more, `ended` is out of the program. */
const memberState = z.enum(['active', 'invited', 'expired', 'ended']);
export type MemberState = z.output<typeof memberState>;

/** One person of the program. */
const memberItem = twoNamesShape.extend({
  membershipId: idShape,
  personId: idShape,
  email: z.string(),
  role: roleField,
  startup: namedTwiceShape.nullable(),
  state: memberState,
  since: instantShape,
  /** When the link not yet taken up was sent, and until when it works. */
  invited: z.strictObject({ at: instantShape, until: instantShape }).nullable(),
  endedAt: instantShape.nullable(),
  version: versionShape,
  /** Whether the viewer may change this membership. */
  mayChange: z.boolean(),
});
export type MemberItem = z.output<typeof memberItem>;
export const members = pageShape(memberItem);
export const changedMembership = z.strictObject({ membershipId: idShape, version: versionShape });
export const changedMemberships = z.strictObject({ members: z.array(changedMembership) });

/** One person of the installation. */
const personItem = twoNamesShape.extend({
  personId: idShape,
  email: z.string(),
  isAdmin: z.boolean(),
  /** Whether the person ever signed in, by whatever way, or has a password to do so. */
  joined: z.boolean(),
  archived: z.boolean(),
  createdAt: instantShape,
  /** Of a browser that is still signed in; null when none is. */
  lastSeenAt: instantShape.nullable(),
  programs: z.array(twoNamesShape.extend({ slug: z.string(), role: roleField })),
  version: versionShape,
});
export type PersonItem = z.output<typeof personItem>;
export const people = z.strictObject({ items: z.array(personItem), nextCursor: idShape.nullable() });
export const changedPerson = z.strictObject({ personId: idShape, version: versionShape });

/** Open accounts, those of admins among them, those nobody has taken up, and closed ones. */
export const peopleCounts = z.strictObject({
  active: countShape,
  admins: countShape,
  notJoined: countShape,
  archived: countShape,
});
export type PeopleCounts = z.output<typeof peopleCounts>;
