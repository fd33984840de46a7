import { z } from 'zod';
import { idField, requiredText } from '@/lib/core/fields';

/** What the token is for, as its owner will recognise it in the list. */
export const createApiTokenInput = z.strictObject({ name: requiredText(80) });
export const revokeApiTokenInput = z.strictObject({ tokenId: idField });
export const listApiTokensInput = z.strictObject({});
