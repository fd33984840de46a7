import { z } from 'zod';
import { cursorField, dayField, idField } from '@/lib/core/fields';
import { MEANS } from '@/lib/core/scope';
import { idShape, instantShape, namedShape, namedTwiceShape, pageShape } from '@/lib/core/shapes';
import { AUDIT_FACTS, AUDIT_NOUNS } from './rules';

/** Days are days of the program's home zone, both included. */
export const listAuditInput = z.strictObject({
  person: idField.optional(),
  noun: z.enum(AUDIT_NOUNS).optional(),
  pair: idField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: cursorField.optional(),
});

export const listInstallationAuditInput = listAuditInput.omit({ pair: true });

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
