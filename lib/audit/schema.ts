import { z } from 'zod';
import { cursorField, dayField, idField } from '@/lib/core/fields';

/** The first word of a command: what kind of thing was changed. */
export const AUDIT_NOUNS = [
  'pair',
  'meeting',
  'timetable',
  'outcome',
  'amount',
  'report',
  'wave',
  'startup',
  'investor',
  'program',
  'person',
  'invitation',
  'token',
] as const;
export type AuditNoun = (typeof AUDIT_NOUNS)[number];

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
