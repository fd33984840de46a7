import { z } from 'zod';
import { cursorField, dayField, idField } from '@/lib/core/fields';
import { MEANS } from '@/lib/core/scope';
import {
  countShape,
  idShape,
  instantShape,
  listShape,
  namedShape,
  namedTwiceShape,
  pageShape,
} from '@/lib/core/shapes';
import { AUDIT_FACTS, AUDIT_NOUNS } from './rules';

/** Days are days of the program's home zone, both included. */
export const listAuditInput = z.strictObject({
  person: idField.optional(),
  noun: z.enum(AUDIT_NOUNS).optional(),
  pair: idField.optional(),
  /** A startup or an investor: what is said of it, of its pairs, and of what was merged into it. */
  party: idField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: cursorField.optional(),
});

export const listInstallationAuditInput = listAuditInput.omit({ pair: true, party: true });

const facts = z.partialRecord(z.enum(AUDIT_FACTS), z.union([z.string(), z.number(), z.boolean()]));

/** One change. Names are those of today. */
const auditItem = z.strictObject({
  id: idShape,
  at: instantShape,
  by: namedTwiceShape.nullable(),
  means: z.enum(MEANS),
  /** `noun.verb` of the command. */
  command: z.string(),
  subject: z.string(),
  pair: z.strictObject({ id: idShape, startup: namedTwiceShape, investor: namedShape }).nullable(),
  startup: namedTwiceShape.nullable(),
  investor: namedShape.nullable(),
  /** Whose role, account or sign-in it is about. */
  person: namedTwiceShape.nullable(),
  facts,
});
export type AuditItem = z.output<typeof auditItem>;

export const auditPage = pageShape(auditItem);

const MOST_CHANGES = 1000;
/** `since` is the `next` of the last answer, 0 at first. */
export const listChangesInput = z.strictObject({
  since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_CHANGES).default(200),
});

/** One change of a record: what kind, which one, when, and by which operation. Ask for the record to see it as it stands. */
const change = z.strictObject({
  seq: countShape,
  at: instantShape,
  kind: z.string(),
  /** Null where it is about several, or about the program itself. */
  id: z.string().nullable(),
  operation: z.string(),
});

/** `next` is the `since` to ask with next, whether or not there is more by now. */
export const changesPage = listShape(change, MOST_CHANGES).extend({ next: countShape });
