import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { actIn } from '@/lib/platform/acting';
import { getProgram, listPrograms } from '../queries/programs';
import { listSlots } from '../queries/slots';
import { archiveProgram, createProgram, editProgram, restoreProgram } from './programs';
import { addSlots, removeSlots, setStages } from './stages';
import { addTables, archiveTable, renameTable, restoreTable } from './tables';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

const second = {
  slug: 'berlin-2024',
  name: '베를린',
  homeZone: 'Asia/Seoul',
  venueZone: 'Europe/Berlin',
};
const main = {
  stage: 'main_session',
  startsOn: '2023-03-01',
  endsOn: '2023-04-30',
  timeZone: 'America/New_York',
  meetingMinutes: 25,
  usesTables: true,
};

describe('a program', () => {
  it('is made by an admin, once for an address', async () => {
    expectDone(await createProgram(world.admin, second));
    const again = await createProgram(world.admin, second);
    expect(again).toMatchObject({ ok: false, refusals: [{ reason: 'slug_taken', field: ['slug'] }] });
    const made = await Promise.all([1, 2].map(() => createProgram(world.admin, { ...second, slug: 'twin' })));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ reason: 'slug_taken' }] });
  });

  it('T19 is not made by anybody else', async () => {
    for (const { viewer } of [world.office, world.manager, world.startup]) {
      await expect(createProgram(viewer, { ...second, slug: 'mine' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('T26 takes no zone but a real one, and no address that means another page', async () => {
    const zone = await createProgram(world.admin, { ...second, homeZone: "UTC'; drop table pair--" });
    expect(zone).toMatchObject({ ok: false, refusals: [{ reason: 'not_a_zone', field: ['homeZone'] }] });
    const address = await createProgram(world.admin, { ...second, slug: 'new' });
    expect(address).toMatchObject({ ok: false, refusals: [{ reason: 'slug_taken', field: ['slug'] }] });
  });

  it('is listed for those who may enter it', async () => {
    expect((await listPrograms(world.startup.viewer, {})).items).toMatchObject([
      { slug: world.slug, role: 'startup' },
    ]);
    const slugs = (await listPrograms(await viewerOf('admin@example.com'), {})).items.map(({ slug }) => slug);
    expect(slugs).toContain('berlin-2024');
  });

  it('T31 merges edits of different fields and refuses the same one', async () => {
    const { version } = (await getProgram(world.office, {})).program;
    const edit = (changes: object, base: object) => editProgram(world.office, { version, changes, base });
    expectDone(await edit({ venueEn: 'Boston, MA' }, { venueEn: 'Boston' }));
    expectDone(await edit({ asOfDefault: '2023-05-03' }, { asOfDefault: null }));
    const { program } = await getProgram(world.office, {});
    expect(program).toMatchObject({ venueEn: 'Boston, MA', asOfDefault: '2023-05-03', version: version + 2 });
    expect(await edit({ venueEn: 'Cambridge' }, { venueEn: 'Boston' })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stale', current: { conflicts: [{ field: 'venueEn', theirs: 'Boston, MA' }] } }],
    });
  });

  it('wants evidence from an amount of its base currency on, and never takes it for another currency', async () => {
    const edit = async (changes: object) =>
      editProgram(world.office, { version: (await getProgram(world.office, {})).program.version, changes });
    const limit = async () => (await getProgram(world.office, {})).program.evidenceLimit;
    expect(await limit()).toBeNull();
    expectDone(await edit({ evidenceLimit: 1_000_000_000 }));
    expect(await limit()).toBe(1_000_000_000);
    expect(await edit({ baseCurrency: 'USD' })).toMatchObject({
      refusals: [{ reason: 'limit_currency', field: ['evidenceLimit'] }],
    });
    for (const evidenceLimit of [-1, 1.5, '10억', 1e16])
      expect(await edit({ evidenceLimit })).toMatchObject({ ok: false });
    expectDone(await edit({ baseCurrency: 'USD', evidenceLimit: 75_000_000 }));
    expectDone(await edit({ baseCurrency: 'KRW', evidenceLimit: null }));
    expect(await limit()).toBeNull();
  });

  it('7.6 tells no startup from which amount on it wants evidence', async () => {
    const edit = async (changes: object) =>
      editProgram(world.office, { version: (await getProgram(world.office, {})).program.version, changes });
    expectDone(await edit({ evidenceLimit: 1_000_000_000 }));
    for (const [who, seen] of [
      ['office', 1_000_000_000],
      ['manager', 1_000_000_000],
      ['startup', null],
    ] as const) {
      const { items } = await listPrograms(world[who].viewer, {});
      const { program } = await getProgram(world[who], {});
      expect([who, program.evidenceLimit, items[0]?.evidenceLimit]).toEqual([who, seen, seen]);
    }
    expectDone(await edit({ evidenceLimit: null }));
  });

  it('leaves every list when it is archived, and comes back whole', async () => {
    const before = (await listPrograms(world.office.viewer, {})).items.length;
    const asAdmin = actIn(world.admin, world.slug);
    const { version } = (await getProgram(asAdmin, {})).program;
    await expect(archiveProgram(world.office, { version })).rejects.toMatchObject({ code: 'forbidden' });
    const archived = expectDone(await archiveProgram(asAdmin, { version }));
    expect((await viewerOf('officer@example.com')).programs).toHaveLength(before - 1);
    expect((await listPrograms(world.admin, { archived: 'only' })).items).toMatchObject([
      { slug: world.slug },
    ]);
    const stale = await restoreProgram(world.admin, { programId: archived.programId, version });
    expect(stale).toMatchObject({ ok: false, refusals: [{ reason: 'stale' }] });
    expectDone(await restoreProgram(world.admin, archived));
    expect((await viewerOf('officer@example.com')).programs).toHaveLength(before);
  });
});

describe('targets of stages', () => {
  const targetOf = async () =>
    (await getProgram(world.office, {})).stages.find(({ stage }) => stage === 'follow_up')?.targetDays;

  it('have a target of 1 to 1000 days or none, and keep it where it is not named', async () => {
    const later = { ...main, stage: 'follow_up' };
    const set = (target: object) => setStages(world.office, { stages: [{ ...later, ...target }] });
    expectDone(await set({}));
    expect(await targetOf()).toBeNull();
    expectDone(await set({ targetDays: 90 }));
    expectDone(await set({}));
    expect(await targetOf()).toBe(90);
    for (const targetDays of [0, 1001, 1.5, '90']) {
      const refused = await set({ targetDays });
      expect(refused).toMatchObject({ ok: false, refusals: [{ field: ['stages', 0, 'targetDays'] }] });
    }
    expectDone(await set({ targetDays: null }));
    expect(await targetOf()).toBeNull();
  });
});

describe('tables', () => {
  it('are added after each other, and a name is given once', async () => {
    expectDone(await addTables(world.office, { names: ['1', '2', '10'] }));
    expect((await getProgram(world.office, {})).tables.map(({ name }) => name)).toEqual(['1', '2', '10']);
    expect(await addTables(world.office, { names: ['3', '2'] })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'table_taken', params: { name: '2' } }],
    });
    expect((await getProgram(world.office, {})).tables).toHaveLength(3);
  });

  it('are renamed, archived and restored', async () => {
    const id = (await getProgram(world.office, {})).tables[2]?.id ?? '';
    expect(await renameTable(world.office, { tableId: id, name: '1' })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'table_taken' }],
    });
    expectDone(await renameTable(world.office, { tableId: id, name: 'VIP' }));
    expectDone(await archiveTable(world.office, { tableId: id }));
    expect(await addTables(world.office, { names: ['VIP'] })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'table_archived' }],
    });
    expectDone(await restoreTable(world.office, { tableId: id }));
    expect((await getProgram(world.office, {})).tables[2]).toMatchObject({ name: 'VIP', archivedAt: null });
  });
});

describe('slots', () => {
  const row = {
    stage: 'main_session',
    day: '2023-03-12',
    firstStart: '09:00',
    minutes: 25,
    breakMinutes: 5,
    count: 13,
  };

  it('need a stage with dates, and a day within them', async () => {
    expect(await addSlots(world.office, row)).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stage_not_set' }],
    });
    expectDone(await setStages(world.office, { stages: [main] }));
    expect(await addSlots(world.office, { ...row, day: '2023-05-01' })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'outside_stage', field: ['day'] }],
    });
  });

  it('T36 stand on the clocks of the venue, and never at a time that is not there', async () => {
    expect(await addSlots(world.office, { ...row, firstStart: '02:30' })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'time_in_gap', field: ['firstStart'], params: { time: '02:30' } }],
    });
    expectDone(await addSlots(world.office, row));
    expectDone(await addSlots(world.office, { ...row, day: '2023-03-11' }));
    const { items } = await listSlots(world.office, { stage: 'main_session' });
    expect(items).toHaveLength(26);
    // Winter on Saturday, summer on Sunday.
    expect(items[0]?.startsAt).toBe('2023-03-11T14:00:00.000Z');
    expect(items[13]?.startsAt).toBe('2023-03-12T13:00:00.000Z');
  });

  it('do not overlap, and ten at once end with one row of them', async () => {
    expect(await addSlots(world.office, { ...row, firstStart: '09:20', count: 1 })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'slot_overlaps', field: ['firstStart'] }],
    });
    const day = { ...row, day: '2023-04-28', count: 2 };
    const answers = await Promise.all(Array.from({ length: 10 }, () => addSlots(world.office, day)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) {
      expect(answer).toMatchObject({ refusals: [{ reason: expect.stringMatching(/^slot_overlaps/) }] });
    }
  });

  it('T12 are removed by the office of the program only', async () => {
    const { items } = await listSlots(world.office, {});
    const slotIds = items.slice(0, 2).map(({ id }) => id);
    for (const scope of [world.manager, world.startup]) {
      await expect(removeSlots(scope, { slotIds })).rejects.toMatchObject({ code: 'forbidden' });
    }
    const elsewhere = actIn(await viewerOf('admin@example.com'), 'berlin-2024');
    await expect(removeSlots(elsewhere, { slotIds })).rejects.toMatchObject({ code: 'not_found' });
    expect(expectDone(await removeSlots(world.office, { slotIds })).removed).toHaveLength(2);
    expect((await listSlots(world.office, {})).items).toHaveLength(items.length - 2);
  });
});

describe('stages', () => {
  it('end no earlier than they start, and come once each', async () => {
    const backwards = { ...main, startsOn: '2023-05-01' };
    expect(await setStages(world.office, { stages: [backwards] })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'ends_before_start', field: ['stages', 0, 'endsOn'] }],
    });
    expect(await setStages(world.office, { stages: [main, main] })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stage_twice' }],
    });
  });

  it('T31 are not set from a form that somebody overtook', async () => {
    const { version } = (await getProgram(world.office, {})).program;
    expectDone(await setStages(world.office, { stages: [main], version }));
    expect(await setStages(world.office, { stages: [main], version })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stale' }],
    });
  });
});
