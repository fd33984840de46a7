import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { getInvestor, getStartup, listStartups } from '../queries/parties';
import { addInvestor, addStartup, editInvestor, editStartup } from './parties';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

describe('the terms of a party', () => {
  it('of a startup are its round, what it seeks and its regions; nobody said means unknown', async () => {
    const { startupId } = expectDone(
      await addStartup(world.office, { name: '한빛로봇', sector: 'robotics' }),
    );
    expect(await getStartup(world.office, { startupId })).toMatchObject({
      round: '',
      sought: null,
      regions: [],
    });
    const terms = {
      round: 'series_a',
      sought: { minor: 3_000_000_000, currency: 'KRW' },
      regions: ['korea', 'north_america'],
    } as const;
    expectDone(await editStartup(world.office, { startupId, version: 1, changes: terms }));
    expect(await getStartup(world.office, { startupId })).toMatchObject({
      ...terms,
      name: '한빛로봇',
      version: 2,
    });
    expectDone(await editStartup(world.office, { startupId, version: 2, changes: { sought: null } }));
    expect(await getStartup(world.office, { startupId })).toMatchObject({ sought: null, round: 'series_a' });
    // Keys are no words of a startup: nobody finds it by them.
    expect((await listStartups(world.office, { q: 'series_a' })).items).toEqual([]);
  });

  it('of an investor are its rounds, its ticket and its regions; one end of the ticket may be open', async () => {
    const ticket = { min: 50_000_000, max: null, currency: 'USD' };
    const added = await addInvestor(world.office, { name: 'Otterbrook', rounds: ['seed'], ticket });
    const { investorId } = expectDone(added);
    expect(await getInvestor(world.office, { investorId })).toMatchObject({ rounds: ['seed'], ticket });
  });

  it('are refused where the lower end of a ticket is above the upper one, and where both are open', async () => {
    const [investorId = ''] = world.investorIds;
    const edit = (min: number | null, max: number | null) =>
      editInvestor(world.office, {
        ...{ investorId, version: 1 },
        changes: { ticket: { min, max, currency: 'USD' } },
      });
    expect(await edit(200, 100)).toMatchObject({ ok: false, refusals: [{ reason: 'ticket_reversed' }] });
    expect(await edit(null, null)).toMatchObject({ ok: false, refusals: [{ reason: 'required' }] });
    expectDone(await edit(100, 100));
  });

  it('T31 merge with another person’s edit of another field, and are disputed as one', async () => {
    const { startupId } = expectDone(await addStartup(world.office, { name: '새터바이오', sector: 'ai' }));
    const edit = (minor: number) =>
      editStartup(world.office, {
        ...{ startupId, version: 1 },
        changes: { sought: { minor, currency: 'KRW' } },
        base: { sought: null },
      });
    expectDone(
      await editStartup(world.office, { startupId, version: 1, changes: { website: 'https://a.example' } }),
    );
    expectDone(await edit(1_000));
    expect(await edit(2_000)).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stale', current: { conflicts: [{ field: 'sought' }] } }],
    });
  });
});
