import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { pairOperations } from '../operations';
import { canWorkOnPairs } from '../policy';
import { addedNote, addNoteInput, editedNote, editNoteInput } from '../schema';
import { lockPair } from './refresh';

/** Adds a note: private (the writer's side), program (the office and the writer's side) or shared (the whole pair). */
export const addNote = programCommand({
  operation: pairOperations.addNote,
  input: addNoteInput,
  output: addedNote,
  may: canWorkOnPairs,
  run: async (tx, { scope, viewer, now, record }, { pairId, body, visibility }) => {
    const pair = await lockPair(tx, scope.programId, pairId);
    const note = await tx.note.create({
      data: {
        programId: scope.programId,
        startupId: pair.startupId,
        pairId,
        body,
        visibility,
        side: scope.startupId ? 'startup' : 'program',
        byId: viewer.personId,
        createdAt: now,
      },
      select: { id: true },
    });
    // The body stays out of the audit trail: who reads that may not be who reads the note.
    record({
      subject: 'note',
      subjectId: note.id,
      pairId,
      startupId: pair.startupId,
      detail: { visibility },
    });
    return done({ noteId: note.id });
  },
});

/** Edits or archives one's own note. Refusals: stale, not_yours. */
export const editNote = programCommand({
  operation: pairOperations.editNote,
  input: editNoteInput,
  output: editedNote,
  may: canWorkOnPairs,
  run: async (tx, { scope, viewer, now, record }, input) => {
    const { pairId, noteId, version, body, visibility, archived } = input;
    const pair = await lockPair(tx, scope.programId, pairId);
    const note = await tx.note.findFirst({
      where: { programId: scope.programId, pairId, id: noteId },
      select: { byId: true, version: true, body: true, visibility: true },
    });
    if (!note) throw new AppError('not_found', 'note');
    if (note.byId !== viewer.personId) return refuse('not_yours');
    if (note.version !== version) {
      const { byId: _, ...current } = note;
      return refuse('stale', { field: ['version'], current });
    }
    await tx.note.update({
      where: { programId_id: { programId: scope.programId, id: noteId } },
      data: {
        ...(body === undefined ? {} : { body }),
        ...(visibility === undefined ? {} : { visibility }),
        ...(archived === undefined ? {} : { archivedAt: archived ? now : null }),
        editedAt: now,
        version: { increment: 1 },
      },
    });
    record({
      subject: 'note',
      subjectId: noteId,
      pairId,
      startupId: pair.startupId,
      detail: { edited: true, archived: archived ?? null },
    });
    return done({ noteId, version: version + 1 });
  },
});
