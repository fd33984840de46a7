import { describe, expect, it } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { createImport } from '../commands/create';
import { rejectedFile } from '../commands/rejected';
import { getImport, listImportRows, listImports } from './imports';

const database = ownDatabase();
const NAMES = ['하늘다리', '바다숲', '산들바람', '너른들', '솔향기'];

async function imported(): Promise<{ officer: ProgramScope; importId: string }> {
  const officer = (await smallProgram(database.ownerUrl)).as('officer');
  const file = uploadOf('명단.csv', ['투자사명', ...NAMES].join('\n'));
  const { id: importId } = accepted(await createImport(officer, { kind: 'investors', file }));
  return { officer, importId };
}

describe('rows of a file', () => {
  it('are paged forward and back', async () => {
    const { officer, importId } = await imported();
    const page = async (cursor: string | null) => {
      const at = cursor === null ? {} : { cursor };
      const { items, ...ways } = await listImportRows(officer, { importId, limit: 2, ...at });
      return { names: items.map(({ cells }) => cells.name), ...ways };
    };
    const first = await page(null);
    const second = await page(first.nextCursor);
    const third = await page(second.nextCursor);
    expect([first, second, third].map(({ names }) => names)).toEqual([
      NAMES.slice(0, 2),
      NAMES.slice(2, 4),
      NAMES.slice(4),
    ]);
    expect([first.previousCursor, third.nextCursor]).toEqual([null, null]);
    expect(await page(third.previousCursor)).toEqual(second);
    expect(await page(second.previousCursor)).toEqual(first);
  });
});

describe('in a closed program', () => {
  it('imports and their rows stay to be read, and nothing new comes in', async () => {
    const { officer, importId } = await imported();
    const program = { ...officer.program, closedAt: '2023-12-31T00:00:00.000Z' };
    const closed = { ...officer, program } as ProgramScope;
    expect((await listImports(closed, {})).items.map(({ id }) => id)).toEqual([importId]);
    expect(await getImport(closed, { importId })).toMatchObject({ rows: NAMES.length });
    expect((await listImportRows(closed, { importId })).items).toHaveLength(NAMES.length);
    expect((await rejectedFile(closed, { importId, format: 'csv' })).type).toContain('csv');
    const file = uploadOf('명단.csv', '투자사명\n새 투자사');
    expect(reasonsOf(await createImport(closed, { kind: 'investors', file }))).toEqual(['program_closed']);
  });
});
