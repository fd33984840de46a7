import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { asViewer } from '@/lib/platform/database';
import { getInvestor, listInvestors } from '../queries/parties';
import { addInvestor, archiveInvestor, editInvestor, restoreInvestor } from './parties';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

describe('an investor', () => {
  it('T31 is merged field by field, its sectors as one field', async () => {
    const [investorId] = world.investorIds;
    const edit = (changes: object, base: object) =>
      editInvestor(world.office, { investorId, version: 1, changes, base });
    expectDone(await edit({ focus: ['ai', 'climate'] }, { focus: [] }));
    expectDone(await edit({ city: 'Cambridge' }, { city: 'Boston' }));
    expect(await getInvestor(world.office, { investorId })).toMatchObject({
      city: 'Cambridge',
      focus: ['ai', 'climate'],
      version: 3,
    });
    expect(await edit({ focus: ['robotics'] }, { focus: [] })).toMatchObject({
      ok: false,
      refusals: [
        { reason: 'stale', current: { conflicts: [{ field: 'focus', theirs: ['ai', 'climate'] }] } },
      ],
    });
    const found = await listInvestors(world.office, { q: 'CLIM' });
    expect(found.items.map(({ id }) => id)).toEqual([investorId]);
  });

  it('T19 is changed by the office only', async () => {
    const [investorId] = world.investorIds;
    for (const scope of [world.manager, world.startup]) {
      const edit = editInvestor(scope, { investorId, version: 3, changes: { city: 'Elsewhere' } });
      await expect(edit).rejects.toMatchObject({ code: 'forbidden' });
      await expect(archiveInvestor(scope, { investorId, version: 3 })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect((await getInvestor(world.office, { investorId })).city).toBe('Cambridge');
  });

  it('T17 shows a startup its public profile, without figures', async () => {
    const { items } = await listInvestors(world.startup, {});
    expect(items).toHaveLength(2);
    expect(items.every(({ figures }) => figures === null)).toBe(true);
    const [investorId] = world.investorIds;
    expect((await getInvestor(world.startup, { investorId })).figures).toBeNull();
    expect((await getInvestor(world.manager, { investorId })).figures?.pairs).toBe(2);
  });

  it('stays while a meeting with it is still to come', async () => {
    const { investorId, version } = expectDone(await addInvestor(world.office, { name: 'Stays' }));
    const { programId } = world.office;
    const hour = 3_600_000;
    await asViewer(world.office, async (tx) => {
      const pair = await tx.pair.findFirstOrThrow({ where: { programId, investorId } });
      const startsAt = new Date(Date.now() + hour);
      await tx.meeting.create({
        data: {
          programId,
          investorId,
          pairId: pair.id,
          startupId: pair.startupId,
          stage: 'video_call',
          startsAt,
          endsAt: new Date(startsAt.getTime() + hour),
        },
      });
    });
    const archive = () => archiveInvestor(world.office, { investorId, version });
    expect(await archive()).toMatchObject({
      ok: false,
      refusals: [{ reason: 'meetings_ahead', params: { count: 1 } }],
    });
    await asViewer(world.office, (tx) =>
      tx.meeting.updateMany({ where: { programId, investorId }, data: { state: 'cancelled' } }),
    );
    const archived = expectDone(await archive());
    expectDone(await restoreInvestor(world.office, { investorId, version: archived.version }));
  });
});
