import type { PairItem } from '@/lib/pair/schema';

/** A pair as lists have it, for tests that need no database: an open candidate, with what is given. */
export function pairItem(more: Partial<PairItem> = {}): PairItem {
  return {
    id: 'pair',
    startup: { id: 's1', name: '가나', nameEn: 'Gana', sector: 'ai' },
    investor: { id: 'i1', name: 'Alpha' },
    stage: 'candidate',
    stageSince: '2023-04-28T18:30:00.000Z',
    status: 'open',
    reasonCode: null,
    version: 1,
    amounts: [],
    interest: null,
    nextStep: null,
    owner: null,
    nextMeeting: null,
    gates: [],
    ...more,
  };
}
