import { z } from 'zod';
import { idField, requiredText } from '@/lib/core/fields';

export const TOKEN_ACCESS = ['read', 'write'] as const;
export const accessField = z.enum(TOKEN_ACCESS);

/** How long a token lasts, in whole days from when it is made. */
export const DEFAULT_DAYS = 90;
export const MOST_DAYS = 365;
export const daysField = z.int().min(1).max(MOST_DAYS);

/**
 * `name` says what the token is for, as its owner will recognise it in the list. `access` read reads alone. `programs` are
 * ids of the programs that it may enter, and then nothing of the installation; left out or empty, all that its owner may.
 */
export const createApiTokenInput = z.strictObject({
  name: requiredText(80),
  access: accessField.default('write'),
  days: daysField.default(DEFAULT_DAYS),
  programs: z.array(idField).max(100).default([]),
});
export const revokeApiTokenInput = z.strictObject({ tokenId: idField });
