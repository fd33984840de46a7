import { z } from 'zod';
import {
  idField,
  instantField,
  proseField,
  requiredProse,
  textField,
  versionField,
  writtenDayField,
} from '@/lib/core/fields';
import { REASON_CODES, STAGES, STATUSES } from './rules/stages';

export const stageField = z.enum(STAGES);
export const statusField = z.enum(STATUSES);
const reasonText = proseField(500).optional();

/** The reads of one pair. */
export const pairInput = z.strictObject({ pairId: idField });

export const moveStageInput = z.strictObject({
  pairId: idField,
  stage: stageField,
  reason: reasonText,
  effectiveAt: instantField.optional(),
  version: versionField,
});

export const changeStatusInput = z.strictObject({
  pairId: idField,
  status: statusField,
  reasonCode: z.enum(REASON_CODES).optional(),
  reason: reasonText,
  effectiveAt: instantField.optional(),
  version: versionField,
});

export const voidEventInput = z.strictObject({
  pairId: idField,
  eventId: idField,
  reason: requiredProse(500),
});

/** Up to 500 pairs at once, each with the version the officer saw. */
export const moveStagesInput = z.strictObject({
  pairs: z
    .array(z.strictObject({ pairId: idField, version: versionField }))
    .min(1)
    .max(500),
  stage: stageField,
  reason: reasonText,
});

export const undoMovesInput = z.strictObject({ eventIds: z.array(idField).min(1).max(500) });

const editable = z.strictObject({
  nextStep: textField(300).nullable().optional(),
  nextStepOn: writtenDayField.nullable().optional(),
  nextStepOwnerId: idField.nullable().optional(),
  ownerId: idField.nullable().optional(),
});

/** A patch of what people edit; `base` holds the values they started from, so that other fields' edits merge. */
export const editPairInput = z.strictObject({
  pairId: idField,
  version: versionField,
  changes: editable,
  base: editable.optional(),
});

export const addNoteInput = z.strictObject({
  pairId: idField,
  body: requiredProse(5000),
  visibility: z.enum(['private', 'program', 'shared']),
});

export const editNoteInput = z.strictObject({
  pairId: idField,
  noteId: idField,
  version: versionField,
  body: requiredProse(5000).optional(),
  visibility: z.enum(['private', 'program', 'shared']).optional(),
  archived: z.boolean().optional(),
});

export type NoteVisibility = z.output<typeof addNoteInput>['visibility'];
