import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { nameKey } from '@/lib/core/text';
import {
  addInvestor,
  addStartup,
  archiveInvestor,
  archiveStartup,
  editInvestor,
  editStartup,
  restoreInvestor,
  restoreStartup,
} from '@/lib/party/commands/parties';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import { editAccount } from '@/lib/person/commands/account';
import { listPeople } from '@/lib/person/queries/people';
import { addTables, renameTable } from '@/lib/program/commands/tables';
import { withClient } from '@/scripts/database/connection';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

/** `Éclat Fund 가` as it comes from a Mac, from a form in full width, from a web page, in another case. */
const SPELLINGS = [
  'Éclat Fund 가'.normalize('NFD'),
  'Éclat　Ｆｕｎｄ　가',
  'Éclat  Fund   가',
  'Éclat\u00a0Fund\u202f가',
  'éCLAT fUND 가',
  ' Éclat Fund 가 ',
];
const UNSEEN = [
  'Éclat\u200b Fund 가',
  '\ufeffÉclat Fund 가',
  'É\u00adclat Fund\u3164 가',
  'Éclat\u2060 Fund 가',
];
const alike = {
  ok: false,
  refusals: [{ reason: 'same_name', field: ['name'], params: { name: 'Éclat Fund 가' } }],
};

describe('7.13 one name in another spelling', () => {
  it('is the same startup at add, edit and restore, unless another one is meant', async () => {
    const { office } = world;
    const first = expectDone(await addStartup(office, { name: 'Éclat Fund 가', sector: 'ai' }));
    for (const name of SPELLINGS)
      expect(await addStartup(office, { name, sector: 'ai' })).toMatchObject(alike);
    const other = expectDone(await addStartup(office, { name: '다른 곳', sector: 'ai' }));
    const input = { startupId: other.startupId, version: 1 };
    expect(await editStartup(office, { ...input, changes: { name: SPELLINGS[1] } })).toMatchObject(alike);
    const renamed = { ...input, changes: { name: SPELLINGS[1] }, sameName: true };
    expect(expectDone(await editStartup(office, renamed)).version).toBe(2);
    // Its own name in another spelling is no other one's.
    const own = { startupId: other.startupId, version: 2, changes: { summary: '소개' } };
    expectDone(await editStartup(office, own));
    expectDone(await archiveStartup(office, { startupId: first.startupId, version: 1 }));
    const back = { startupId: first.startupId, version: 2 };
    expect(await restoreStartup(office, back)).toMatchObject({
      ok: false,
      refusals: [{ reason: 'same_name' }],
    });
    expectDone(await restoreStartup(office, { ...back, sameName: true }));
  });

  it('is the same investor at add, edit and restore', async () => {
    const { office } = world;
    const first = expectDone(await addInvestor(office, { name: 'Éclat Fund 가' }));
    for (const name of SPELLINGS) expect(await addInvestor(office, { name })).toMatchObject(alike);
    const other = expectDone(await addInvestor(office, { name: 'Another' }));
    const renamed = { investorId: other.investorId, version: 1, changes: { name: SPELLINGS[4] } };
    expect(await editInvestor(office, renamed)).toMatchObject(alike);
    expectDone(await archiveInvestor(office, { investorId: first.investorId, version: 1 }));
    expectDone(await editInvestor(office, renamed));
    expect(await restoreInvestor(office, { investorId: first.investorId, version: 2 })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'same_name' }],
    });
  });

  it('is the same table, in one input, beside another and for the database alone', async () => {
    const { office } = world;
    expect(await addTables(office, { names: ['VIP 1', 'ｖｉｐ　１'] })).toMatchObject({
      refusals: [{ reason: 'table_twice' }],
    });
    const { tables } = expectDone(await addTables(office, { names: ['VIP 1', 'B'] }));
    const b = tables[1]?.id ?? '';
    for (const name of ['vip 1', 'VIP\u00a0\u00a01', 'ＶＩＰ １']) {
      expect(await addTables(office, { names: [name] })).toMatchObject({
        refusals: [{ reason: 'table_taken' }],
      });
      expect(await renameTable(office, { tableId: b, name })).toMatchObject({
        refusals: [{ reason: 'table_taken', params: { name: 'VIP 1' } }],
      });
    }
    expectDone(await renameTable(office, { tableId: b, name: 'b' }));
    const twin = withClient(world.ownerUrl, (client) =>
      client.query(
        `insert into venue_table (program_id, id, name, seq) values ($1, gen_random_uuid(), $2, 99)`,
        [office.programId, 'ｖIP  1'],
      ),
    );
    await expect(twin).rejects.toThrow('venue_table_name_once');
  });

  it('is refused where a character cannot be seen', async () => {
    for (const name of UNSEEN) {
      const unseen = { ok: false, refusals: [{ reason: 'unseen', field: ['name'] }] };
      expect(await addStartup(world.office, { name, sector: 'ai', sameName: true })).toMatchObject(unseen);
      expect(await addInvestor(world.office, { name, sameName: true })).toMatchObject(unseen);
      expect(await addTables(world.office, { names: [name] })).toMatchObject({ ok: false });
    }
  });

  it('finds startups, investors and people, pasted with whatever unseen', async () => {
    expectDone(await editAccount(world.admin, { name: 'Éclat Fund 가', version: 1 }));
    for (const q of [...SPELLINGS, ...UNSEEN]) {
      expect((await listStartups(world.office, { q })).total).toBeGreaterThan(0);
      expect((await listInvestors(world.office, { q })).total).toBeGreaterThan(0);
      expect((await listPeople(world.admin, { q })).items).toHaveLength(1);
    }
    // The reader's signs are letters, not patterns.
    for (const q of ['%', '_clat', '\\']) expect((await listPeople(world.admin, { q })).items).toEqual([]);
  });

  it('has one key, in the program and in the database', async () => {
    const names = [
      ...SPELLINGS,
      ...UNSEEN,
      '(주)메디픽셀',
      '㈜메디픽셀',
      'ＡＢＣ',
      'ǅ ß ﬁ',
      'ｶﾞ',
      '\u3164a',
      '葛\u{e0100}',
    ];
    const keys = await withClient(world.ownerUrl, async (client) => {
      const { rows } = await client.query<{ key: string }>(
        'select name_key(n) as key from unnest($1::text[]) with ordinality u(n, at) order by at',
        [names],
      );
      return rows.map(({ key }) => key);
    });
    expect(keys).toEqual(names.map(nameKey));
    expect(new Set([...SPELLINGS, ...UNSEEN].map(nameKey))).toEqual(new Set(['éclat fund 가']));
  });
});
