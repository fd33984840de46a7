import { z } from 'zod';
import { emailField } from '@/lib/core/fields';
import { LOCALES } from '@/lib/core/locale';

/** As typed: a password is never trimmed. The upper bound only keeps hashing cheap to refuse. */
export const passwordField = z.string().min(1).max(200);

export const signInInput = z.strictObject({ email: emailField, password: passwordField });
export const openSampleInput = z.strictObject({ email: emailField });
export const signOutInput = z.strictObject({});

export const localeField = z.enum(LOCALES);
export const themeField = z.enum(['system', 'light', 'dark']);
export const chooseLocaleInput = z.strictObject({ locale: localeField });
export const chooseThemeInput = z.strictObject({ theme: themeField });
