import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '@/lib/core/days';
import { INTERESTS, NEXT_MEETINGS } from '@/lib/pair/rules/filter';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { MEETING_STAGES, REASON_FILTERS, STAGES, STATUSES } from '@/lib/pair/rules/stages';
import {
  type Address,
  filterOf,
  isFiltered,
  PIPELINE_VIEWS,
  queryOf,
  readAddress,
  searchOf,
  withoutFilter,
} from './address';

const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { maxLength: list.length });
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 4 });
const word = fc.stringMatching(/^-?[a-z][a-zA-Z0-9_]{0,12}$/);
const words = fc.uniqueArray(word, { maxLength: 4 });
const maybe = <T extends string>(list: readonly T[]) => fc.constantFrom<T | ''>('', ...list);
const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const maybeDay = fc.oneof(fc.constant('' as const), day);

const address: fc.Arbitrary<Address> = fc.record({
  view: fc.constantFrom(...PIPELINE_VIEWS),
  q: fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\u0000', '').trim()),
  stage: some(STAGES),
  status: some(STATUSES),
  sector: fc.uniqueArray(fc.constantFrom('bio_health', 'ai', 'robotics'), { maxLength: 3 }),
  startup: ids,
  investor: ids,
  owner: ids,
  rung: some(LIVE_RUNGS),
  reason: some(REASON_FILTERS),
  interest: some(INTERESTS),
  amount: fc.constantFrom('', 'KRW:-', 'KRW:5-', 'USD:-100', 'JPY:0-1000000000000000'),
  nextMeeting: some(NEXT_MEETINGS),
  reached: maybe(STAGES),
  met: maybe(MEETING_STAGES),
  overdue: fc.boolean(),
  unscheduled: fc.boolean(),
  asOf: maybeDay,
  knownOn: maybeDay,
  sort: words,
  group: fc.oneof(fc.constant(''), word),
  columns: words,
  others: fc.constantFrom<'' | 'hide'>('', 'hide'),
  pair: fc.oneof(fc.constant(''), fc.uuid()),
});

describe('the pipeline address', () => {
  test('T36 takes `then` for the day of the first clock, wherever that is', () => {
    expect(readAddress({ asOf: '2023-05-03', knownOn: 'then' }).knownOn).toBe('2023-05-03');
    expect(readAddress({ knownOn: 'then' }).knownOn).toBe('');
  });

  test('says everything: read back it is the same', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(readAddress(searchOf(one))).toEqual(one);
      }),
    );
  });

  test('T27 takes any query, keeps only what it knows, and settles at once', () => {
    const junk = fc.dictionary(
      fc.oneof(
        fc.constantFrom('view', 'stage', 'q', 'asOf', 'startup', 'sort', 'pair', '__proto__'),
        fc.string(),
      ),
      fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })),
    );
    fc.assert(
      fc.property(junk, (query) => {
        const read = readAddress(query);
        expect(readAddress(queryOf(read))).toEqual(read);
      }),
    );
  });

  test('leaves out what is not chosen', () => {
    expect(searchOf(readAddress({}))).toBe('');
    expect(searchOf(readAddress({ view: 'matrix', overdue: '0', stage: '' }))).toBe('');
  });

  test('can be read by people: commas stay, names are the words of the trade', () => {
    const read = readAddress({ view: 'board', stage: 'main_session,follow_up', q: 'ㅁㄷ', overdue: '1' });
    expect(searchOf(read)).toBe('?view=board&q=ㅁㄷ&stage=main_session,follow_up&overdue=1');
  });

  test('drops stages, days and ids that do not exist', () => {
    const read = readAddress({
      stage: 'main_session,lunch',
      asOf: '2023-02-30',
      startup: "x' or 1=1",
      view: 'map',
    });
    expect(read).toMatchObject({ stage: ['main_session'], asOf: '', startup: [], view: 'matrix' });
  });

  test('asks reads for the filter and the clocks, not for how it is shown', () => {
    const read = readAddress({
      view: 'table',
      stage: 'follow_up',
      asOf: '2023-05-03',
      sort: '-amount',
      group: 'owner',
    });
    expect(queryOf(filterOf(read))).toEqual({ stage: 'follow_up', asOf: '2023-05-03' });
  });

  test('clears a filter of pairs and one of parties, but not the date', () => {
    const both = readAddress({ sector: 'ai', stage: 'follow_up', asOf: '2023-05-03' });
    expect(isFiltered(both)).toBe(true);
    expect(searchOf(withoutFilter(both))).toBe('?asOf=2023-05-03');
  });
});
