import { expect, it } from 'vitest';
import type { z } from 'zod';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { sayIn } from '@/lib/platform/say';
import {
  exportAuditInput,
  exportInvestorsInput,
  exportMeetingsInput,
  exportPairsInput,
  exportRecordsInput,
  exportRowsFileInput,
  exportStartupsInput,
  exportWishesInput,
} from '../schema';
import { filterWords, idsIn } from './label';

/** What an export is asked besides a filter: it stands elsewhere in the label, or is the order or the form. */
const NO_FILTER = new Set(['asOf', 'knownOn', 'sort', 'lang', 'format', 'zone', 'figure']);
const INPUTS: Record<string, z.ZodObject> = {
  exportAuditInput,
  exportInvestorsInput,
  exportMeetingsInput,
  exportPairsInput,
  exportRecordsInput,
  exportRowsFileInput,
  exportStartupsInput,
  exportWishesInput,
};

it('the label tells every filter that any list has: none of them narrows a file in silence', () => {
  // The words of a value stand in the catalogue; a value of no list has none.
  const keys = (key: string) => key;
  const say = sayIn('ko');
  const untold = Object.entries(INPUTS).flatMap(([name, { shape }]) =>
    Object.keys(shape)
      .filter((key) => !NO_FILTER.has(key))
      .filter((key) => filterWords({ [key]: ['x'] }, new Map(), keys, 'ko').length !== 1)
      .map((key) => `${name}.${key}`),
  );
  expect(untold).toEqual([]);
  const terms = Object.keys(CATALOGUE.ko.transfer.filter).map((key) => say(`transfer.filter.${key}`));
  expect(new Set(terms).size).toBeGreaterThan(20);
});

it('names whom a filter means, and says nobody for pairs without an officer', () => {
  const names = new Map([['p1', '김담당']]);
  expect(filterWords({ owner: ['p1', 'none'], overdue: true }, names, sayIn('ko'), 'ko')).toEqual([
    '담당관: 김담당, 담당관 없음',
    '할 일 기한 지남: 예',
  ]);
  expect(idsIn({ owner: ['p1', 'none'], table: 't1', q: 'x' })).toEqual(['p1', 't1']);
});
