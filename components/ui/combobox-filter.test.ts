import { expect, test } from 'vitest';
import { matchesSearch } from '@/lib/core/hangul';
import { filterOptions, matchAnywhere } from './combobox-filter';

const OPTIONS = [
  { value: '1', label: 'Silver Lark', keywords: '실버라크' },
  { value: '2', label: 'Lark Capital' },
  { value: '3', label: 'Otter', detail: 'Larkspur' },
  { value: '4', label: 'Pine' },
];
const values = (query: string, limit = 10) =>
  filterOptions(OPTIONS, query, matchAnywhere, limit).shown.map((o) => o.value);

test('rows that begin with the query come before rows that only contain it', () => {
  expect(values('lark')).toEqual(['2', '1', '3']);
});

test('keywords find a row under another spelling', () => {
  expect(values('실버')).toEqual(['1']);
});

test('an empty query shows everything in its given order', () => {
  expect(values('  ')).toEqual(['1', '2', '3', '4']);
});

test('what does not fit is counted, not silently lost', () => {
  expect(filterOptions(OPTIONS, 'lark', matchAnywhere, 2)).toMatchObject({ more: 1 });
  expect(filterOptions(OPTIONS, 'zzz', matchAnywhere, 2)).toEqual({ shown: [], more: 0 });
});

test('7.39 the best match comes first: whole name, a word, initial consonants, then letters inside', () => {
  const named = (labels: readonly string[], query: string) =>
    filterOptions(
      labels.map((label) => ({ value: label, label })),
      query,
      ({ label }, wanted) => matchesSearch(label, wanted),
      10,
    ).shown.map(({ label }) => label);
  const zones = ['Antarctica/Vostok', 'Asia/Tokyo', 'Tok Island'];
  expect(named(zones, 'tok')).toEqual(['Tok Island', 'Asia/Tokyo', 'Antarctica/Vostok']);
  expect(named(['이룸헬스', '한빛', '해솔AI'], 'ㅎㅅ')).toEqual(['해솔AI', '이룸헬스']);
  expect(named(['대한메디', '한빛 메디', '메디픽셀'], '메디')).toEqual(['메디픽셀', '한빛 메디', '대한메디']);
});
