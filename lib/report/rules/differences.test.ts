import { expect, test } from 'vitest';
import { partyChanges } from './differences';

const STARTUPS = [
  { id: '1', name: 'Alpha 로보틱스', nameEn: 'echo' },
  { id: '2', name: '가온', nameEn: 'zebra' },
  { id: '3', name: 'ㄱ연구소', nameEn: 'Éclair' },
];
const INVESTORS = ['Zeta', 'Élan', '한빛', 'apex'].map((name) => ({ id: name, name }));
const NOBODY = { startups: [], investors: [] };

test.each([
  ['ko', ['ㄱ연구소', '가온', 'Alpha 로보틱스', '한빛', 'apex', 'Élan', 'Zeta']],
  ['en', ['Alpha 로보틱스', 'ㄱ연구소', '가온', 'apex', 'Élan', 'Zeta', '한빛']],
] as const)(
  '7.17 who left or came back since a report comes as readers of %s look them up',
  (locale, sorted) => {
    const all = { startups: STARTUPS, investors: INVESTORS };
    expect(partyChanges(all, NOBODY, locale).left.map(({ name }) => name)).toEqual(sorted);
    expect(partyChanges(NOBODY, all, locale).returned.map(({ name }) => name)).toEqual(sorted);
  },
);
