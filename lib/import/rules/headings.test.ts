import { describe, expect, it } from 'vitest';
import type { FileCell } from './cells';
import { findHead, withMapping } from './headings';

const FIELDS = [
  { key: 'name', headings: ['기업 이름', '회사명', 'Name', 'Company'] },
  { key: 'sector', headings: ['분야', 'Sector'] },
  { key: 'website', headings: ['웹사이트', 'Website'] },
];
const rows = (...lines: FileCell[][]) => lines.map((cells, index) => ({ number: index + 1, cells }));

describe('the headings of a file', () => {
  it('stand below a title and a label, in either language, however they are spaced and marked', () => {
    const file = rows(
      ['참가기업 명단', null],
      ['프로그램', '보스턴'],
      [],
      ['회 사 명*', 'SECTOR', '비고'],
      ['메디픽셀', 'AI', ''],
    );
    expect(findHead(file, FIELDS)).toEqual({
      row: 4,
      columns: [
        { heading: '회 사 명*', field: 'name' },
        { heading: 'SECTOR', field: 'sector' },
        { heading: '비고', field: null },
      ],
    });
  });

  it('are the first row that holds anything where none is known', () => {
    expect(findHead(rows([], ['가', '나'], ['1', '2']), FIELDS)).toEqual({
      row: 2,
      columns: [
        { heading: '가', field: null },
        { heading: '나', field: null },
      ],
    });
  });

  it('that stand twice are read once', () => {
    expect(findHead(rows(['이름', '회사명', '기업 이름']), FIELDS).columns.map(({ field }) => field)).toEqual(
      [null, 'name', null],
    );
  });

  it('are what somebody says they are, by name or by place', () => {
    const head = findHead(rows(['회사명', '상호', '분야']), FIELDS);
    const fields = (mapping: Record<string, string | null>) =>
      withMapping(head, mapping).columns.map(({ field }) => field);
    expect(fields({ 상호: 'name' })).toEqual([null, 'name', 'sector']);
    expect(fields({ 1: 'website' })).toEqual(['name', 'website', 'sector']);
    expect(fields({ 분야: null })).toEqual(['name', null, null]);
    expect(fields({})).toEqual(['name', null, 'sector']);
  });
});
