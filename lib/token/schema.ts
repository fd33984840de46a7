import { z } from 'zod';
import { idField, requiredText } from '@/lib/core/fields';
import { idShape, instantShape, listShape, MOST_BESIDE } from '@/lib/core/shapes';

export const accessField = z.enum(['read', 'write']);

/** How long a token lasts, in whole days from when it is made. */
export const DEFAULT_DAYS = 90;
export const MOST_DAYS = 365;
export const daysField = z.int().min(1).max(MOST_DAYS);

/**
 * `name` says what the token is for, as its owner will recognise it in the list. `access` read reads alone. `programs` are
 * ids of the programs that it may enter, and then nothing of the installation; left out or empty, all that its owner may.
 * `assistantWrites` lets an assistant change, over /mcp, what the token itself may change; of one that reads alone it says nothing.
 */
export const createApiTokenInput = z.strictObject({
  name: requiredText(80),
  access: accessField.default('write'),
  days: daysField.default(DEFAULT_DAYS),
  programs: z.array(idField).max(100).default([]),
  assistantWrites: z.boolean().default(false),
});
export const revokeApiTokenInput = z.strictObject({ tokenId: idField });

/** `key` is shown this once; the database keeps its hash alone. */
export const createdApiToken = z.strictObject({ tokenId: idShape, name: z.string(), key: z.string() });
export const revokedApiToken = z.strictObject({ tokenId: idShape });

/** A token without its key, which nobody can read again. */
const apiTokenItem = z.strictObject({
  id: idShape,
  name: z.string(),
  access: accessField,
  assistantWrites: z.boolean(),
  /** Slugs of the programs it may enter; empty means all of its owner's. One that its owner left has no name here. */
  programs: z.array(z.string()),
  createdAt: instantShape,
  /** To the hour; null when it was never used. */
  lastUsedAt: instantShape.nullable(),
  expiresAt: instantShape,
  isExpired: z.boolean(),
  revokedAt: instantShape.nullable(),
});
export type ApiTokenItem = z.output<typeof apiTokenItem>;
export const apiTokens = listShape(apiTokenItem, MOST_BESIDE);
