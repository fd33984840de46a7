import { describe, expect, it } from 'vitest';
import { type FieldConflict, mergeEdit } from '@/lib/core/merge';
import {
  changesOf,
  conflictOf,
  type NextStepValues,
  nextStepValues,
  resolveConflict,
  withoutEmptyStep,
} from './edits';

const read: NextStepValues = {
  nextStep: '자료 송부',
  nextStepOn: '2023-05-08',
  nextStepOwnerId: 'a',
  ownerId: 'x',
};
const theirs: NextStepValues = {
  ...read,
  nextStep: '통화',
  nextStepOn: '2023-05-10',
  nextStepOwnerId: 'b',
};

/** The record as a stale edit is refused with: somebody else's values, and the fields that both changed. */
function refusedWith(mine: NextStepValues): unknown {
  const merged = mergeEdit({
    current: theirs,
    currentVersion: 8,
    readVersion: 7,
    changes: changesOf(mine, read),
    base: read,
  });
  const conflicts: FieldConflict[] = merged.kind === 'conflict' ? merged.fields : [];
  return {
    version: 8,
    nextStep: {
      text: theirs.nextStep,
      on: theirs.nextStepOn,
      owner: { id: theirs.nextStepOwnerId, name: '나' },
    },
    owner: { id: theirs.ownerId, name: '다' },
    conflicts,
  };
}

describe('an edit of the next step', () => {
  it('sends only the fields that were changed', () => {
    expect(changesOf({ ...read, nextStepOn: null }, read)).toEqual({ nextStepOn: null });
    expect(changesOf(read, { ...read })).toEqual({});
  });

  it('T31 shows mine, theirs and the original of the field both changed, and no other', () => {
    const mine = { ...read, nextStep: '시연', ownerId: 'y' };
    const conflict = conflictOf(refusedWith(mine), mine, read);
    expect(conflict?.theirs).toEqual({ version: 8, values: theirs });
    expect(conflict?.fields).toEqual([
      { field: 'nextStep', mine: '시연', theirs: '통화', original: '자료 송부' },
    ]);
  });

  it('T31 saves the choice, my other changes, and leaves their other changes alone', () => {
    const mine = { ...read, nextStep: '시연', ownerId: 'y' };
    const conflict = conflictOf(refusedWith(mine), mine, read);
    if (!conflict) throw new Error('no conflict');
    const saved = resolveConflict(conflict, { nextStep: 'mine' });
    expect(saved).toEqual({ nextStep: '시연', nextStepOn: '2023-05-10', nextStepOwnerId: 'b', ownerId: 'y' });
    expect(changesOf(saved, conflict.theirs.values)).toEqual({ nextStep: '시연', ownerId: 'y' });
    expect(resolveConflict(conflict, { nextStep: 'theirs' }).nextStep).toBe('통화');
    expect(resolveConflict(conflict, { nextStep: 'original' }).nextStep).toBe('자료 송부');
  });

  it('has nothing to ask where no field is in dispute', () => {
    expect(conflictOf(undefined, read, read)).toBeNull();
    expect(conflictOf(refusedWith({ ...read, ownerId: 'y' }), read, read)).toBeNull();
  });

  it('drops the date and the owner of a step that is not there', () => {
    expect(withoutEmptyStep({ ...read, nextStep: ' ' })).toEqual({
      nextStep: null,
      nextStepOn: null,
      nextStepOwnerId: null,
      ownerId: 'x',
    });
    expect(withoutEmptyStep(read)).toBe(read);
  });

  it('starts from what the pair says', () => {
    expect(nextStepValues({ nextStep: null, owner: { id: 'x', name: '다', nameEn: '' } })).toEqual({
      nextStep: null,
      nextStepOn: null,
      nextStepOwnerId: null,
      ownerId: 'x',
    });
  });
});
