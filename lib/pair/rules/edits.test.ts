import { describe, expect, it } from 'vitest';
import { patchOf } from '@/lib/core/merge';
import { editOf, type NextStepValues, nextStepValues, withoutEmptyStep } from './edits';

const read: NextStepValues = {
  nextStep: '자료 송부',
  nextStepOn: '2023-05-08',
  nextStepOwnerId: 'a',
  ownerId: 'x',
};

describe('an edit of the next step', () => {
  it('sends only the fields that were changed, with what they were read as, and null for none', () => {
    const patch = patchOf({ ...read, nextStepOn: '' }, { values: read, version: 7 });
    expect(editOf('p', patch)).toEqual({
      pairId: 'p',
      version: 7,
      changes: { nextStepOn: null },
      base: { nextStepOn: '2023-05-08' },
    });
  });

  it('drops the date and the owner of a step that is not there', () => {
    expect(withoutEmptyStep({ ...read, nextStep: ' ' })).toEqual({
      nextStep: '',
      nextStepOn: '',
      nextStepOwnerId: '',
      ownerId: 'x',
    });
    expect(withoutEmptyStep(read)).toBe(read);
  });

  it('starts from what the pair says', () => {
    expect(nextStepValues({ nextStep: null, owner: { id: 'x', name: '다', nameEn: '' } })).toEqual({
      nextStep: '',
      nextStepOn: '',
      nextStepOwnerId: '',
      ownerId: 'x',
    });
  });
});
