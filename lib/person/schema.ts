import { z } from 'zod';
import { emailField, idField, searchField, versionField } from '@/lib/core/fields';
import { LOCALES } from '@/lib/core/locale';

/** As typed: a password is never trimmed. The upper bound only keeps hashing cheap to refuse. */
export const passwordField = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed(), { params: { reason: 'unreadable' } });

export const signInInput = z.strictObject({ email: emailField, password: passwordField });
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
