import { describe, expect, test } from 'vitest';
import { type FileParty, readAvailability, writeAvailability } from './availability-file';

const ZONE = 'America/New_York';
const slots = [
  { id: 't1', startsAt: '2023-04-28T13:00:00.000Z', endsAt: '2023-04-28T13:25:00.000Z', day: '2023-04-28' },
  { id: 't2', startsAt: '2023-04-28T13:30:00.000Z', endsAt: '2023-04-28T13:55:00.000Z', day: '2023-04-28' },
];
const party = (
  kind: FileParty['kind'],
  id: string,
  name: string,
  nameEn = '',
  away: string[] = [],
): FileParty => ({
  kind,
  id,
  name,
  nameEn,
  away: new Set(away),
  busy: new Set(),
});
const parties = [
  party('startup', 's1', '가람바이오', 'Garam Bio', ['t2']),
  party('investor', 'i1', 'Harbor, Peak'),
  party('table', 'a', '1'),
  party('contact', 'c', '1'),
];
const read = (text: string) => readAvailability(text, parties, slots, ZONE);

describe('availability as a file', () => {
  test('written and read again changes nothing, in either language', () => {
    for (const locale of ['ko', 'en'] as const) {
      const text = writeAvailability(parties, slots, ZONE, locale);
      expect(read(text)).toEqual({ problems: [], paints: [], lines: 8 });
    }
  });

  test('7.13 holds a name from right to left as it is, and finds it again', () => {
    const hebrew = [party('startup', 's2', 'שלום')];
    const text = writeAvailability(hebrew, slots, ZONE, 'ko');
    expect(text).toContain('שלום');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
    expect(readAvailability(text, hebrew, slots, ZONE)).toEqual({ problems: [], paints: [], lines: 2 });
  });

  test('changes what it names and leaves the rest, by names of either language and times as people write them', () => {
    const { paints, problems } = read(
      '이름,시작,불가\nGARAM bio,2023. 4. 28. 9:00,1\n가람바이오,2023-04-28 09:30,0\n"Harbor, Peak",2023/4/28 9:30:00,불가',
    );
    expect(problems).toEqual([]);
    expect(paints).toEqual([
      { kind: 'startup', id: 's1', slotIds: ['t1'], away: true },
      { kind: 'startup', id: 's1', slotIds: ['t2'], away: false },
      { kind: 'investor', id: 'i1', slotIds: ['t2'], away: true },
    ]);
  });

  test('names every bad line with its reason, and then changes nothing at all', () => {
    const { paints, problems } = read(
      [
        'kind,party,start,away',
        'startup,가람바이오,2023-04-28 09:00,1',
        'startup,모르는회사,2023-04-28 09:00,1',
        'startup,,2023-04-28 09:00,1',
        'startup,가람바이오,2023-04-28 22:00,maybe',
        ',1,2023-04-28 09:00,1',
        'startup,Garam Bio,2023-04-28 09:00,0',
      ].join('\n'),
    );
    expect(paints).toEqual([]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'party_unknown'],
      [4, 'party_missing'],
      [5, 'slot_unknown'],
      [5, 'away_unknown'],
      [6, 'party_twice'],
      [7, 'said_twice'],
    ]);
  });

  test('tells one name from another by its kind', () => {
    expect(read('kind,party,start,away\ntable,1,2023-04-28 09:00,1').paints).toEqual([
      { kind: 'table', id: 'a', slotIds: ['t1'], away: true },
    ]);
  });

  test('is refused as a whole without its heading', () => {
    expect(read('가람바이오,2023-04-28 09:00,1').problems).toEqual([
      { line: 1, reason: 'columns', value: '' },
    ]);
    expect(read('').problems[0]?.reason).toBe('columns');
  });
});
