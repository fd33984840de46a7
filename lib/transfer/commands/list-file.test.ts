import { expect, it } from 'vitest';
import { explainRefusals } from '@/lib/platform/explain';
import { InvalidInput } from '@/lib/platform/query';
import { fileOf, fitting } from './list-file';

const row = [{ text: '스텝원' }];

it('a list that a sheet cannot hold is refused at its format, before a row too many is written', async () => {
  const written: unknown[] = [];
  const read = async () => {
    for await (const each of fitting([row, row, row], 2)) written.push(each);
  };
  await expect(read()).rejects.toThrow(InvalidInput);
  const refusals = [{ reason: 'too_many_rows_for_excel', field: ['format'], params: { max: 2 } }];
  await expect(read()).rejects.toMatchObject({ refusals });
  expect(written).toHaveLength(4);
  expect(explainRefusals('export.pairs', refusals, 'ko')[0]?.message).toContain('CSV');
});

it('a sheet takes no row more than Excel has, its label and headings counted', async () => {
  const most = 1_048_576;
  function* rows() {
    for (let at = 0; at < most; at += 1) yield [null];
  }
  const head = { file: 'a', fileTitle: 'a', timeZone: 'Asia/Seoul', label: [{ term: 'a', value: 'b' }] };
  const { chunks } = fileOf({ ...head, tables: [{ title: 'a', columns: ['a'], rows: rows() }] }, 'xlsx');
  const read = async () => {
    for await (const _ of chunks);
  };
  await expect(read()).rejects.toMatchObject({
    refusals: [{ field: ['format'], params: { max: most - 3 } }],
  });
}, 60_000);
