import { z } from 'zod';
import { emailField, idField, requiredText, textField } from '@/lib/core/fields';
import { idShape } from '@/lib/core/shapes';
import { localeField, passwordField, roleField } from '@/lib/person/schema';

/** What stands in a link: 256 random bits in base64url. */
const linkField = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const invitePersonInput = z.strictObject({
  email: emailField,
  name: requiredText(80),
  /** In Latin letters, for English pages. */
  nameEn: textField(80).optional(),
  role: roleField,
  startupId: idField.nullable().optional(),
  /** The language of the mail, and of the person until they choose another. */
  locale: localeField.optional(),
});
export const resendInvitationInput = z.strictObject({ membershipId: idField });

export const acceptInvitationInput = z.strictObject({
  link: linkField,
  password: passwordField,
  locale: localeField.optional(),
});
export const requestPasswordInput = z.strictObject({ email: emailField });
/** `next`: the page of this site that the link leads to. */
export const requestSignInLinkInput = z.strictObject({
  email: emailField,
  next: z.string().max(2000).optional(),
});
export const signInByLinkInput = z.strictObject({ link: linkField });

/** `mail`: where the mail is; the invitation can be sent again. */
export const invited = z.strictObject({
  membershipId: idShape,
  personId: idShape,
  mail: z.enum(['queued', 'kept']),
});
