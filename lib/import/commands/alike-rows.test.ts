import { expect, it } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { listImportRows } from '../queries/imports';
import { decideRows, mendRow } from './change';
import { createImport } from './create';

const database = ownDatabase();
const NAMES = ['바다숲 벤처스', '(주)바다숲벤처스', '바다술 벤처스', 'Fund 7', 'Fund 8', '하늘다리'];

async function verdicts(officer: ProgramScope, importId: string) {
  const { items } = await listImportRows(officer, { importId });
  return items.map(({ verdict, problems: [first] }) =>
    first ? [verdict, first.reason, first.params] : verdict,
  );
}

it('two rows of one file with nearly one name are asked about, numbers apart are not', async () => {
  const officer = (await smallProgram(database.ownerUrl)).as('officer');
  const file = uploadOf('명단.csv', ['투자사명', ...NAMES].join('\n'));
  const { id: importId } = accepted(await createImport(officer, { kind: 'investors', file }));
  const like = (row: number) => ['conflict', 'similar_in_file', { row, name: NAMES[row - 2] }];
  const others = ['create', 'create', 'create'];
  expect(await verdicts(officer, importId)).toEqual(['create', like(2), like(2), ...others]);
  accepted(await mendRow(officer, { importId, number: 3, decision: 'skip' }));
  expect(await verdicts(officer, importId)).toEqual(['create', 'skipped', like(2), ...others]);
  const decided = accepted(
    await decideRows(officer, { importId, reason: 'similar_in_file', decision: 'create' }),
  );
  expect(decided).toMatchObject({ create: 5, skipped: 1, conflict: 0 });
});
