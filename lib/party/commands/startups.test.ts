import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { asViewer } from '@/lib/platform/database';
import { getStartup, listStartups } from '../queries/parties';
import { openPairs } from './open-pairs';
import {
  addInvestor,
  addStartup,
  archiveInvestor,
  archiveStartup,
  editStartup,
  restoreStartup,
} from './parties';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

const pairsOf = (where: { startupId?: string; investorId?: string }) =>
  asViewer(world.office, (tx) =>
    tx.pair.findMany({
      where: { programId: world.office.programId, ...where },
      select: { id: true, startupId: true, investorId: true, stage: true, stageEvents: true },
    }),
  );
const counted = () =>
  asViewer(world.office, async (tx) => [await tx.pair.count(), await tx.stageEvent.count()]);

describe('a new startup', () => {
  it('has a pair with each investor at once, as a candidate with one entry in its log', async () => {
    const added = expectDone(await addStartup(world.office, { name: '다온헬스', sector: 'ai' }));
    const pairs = await pairsOf({ startupId: added.startupId });
    expect(pairs.map(({ investorId }) => investorId).sort()).toEqual([...world.investorIds].sort());
    for (const pair of pairs) {
      expect(pair.stage).toBe('candidate');
      expect(pair.stageEvents).toMatchObject([{ fromStage: null, toStage: 'candidate' }]);
    }
    expect(added.pairs).toBe(2);
  });

  it('and a new investor with each startup', async () => {
    const added = expectDone(await addInvestor(world.office, { name: 'Beacon Row', focus: ['ai'] }));
    const { items } = await listStartups(world.office, {});
    expect(
      (await pairsOf({ investorId: added.investorId })).map(({ startupId }) => startupId).sort(),
    ).toEqual(items.map(({ id }) => id).sort());
  });

  it('opens no pair twice', async () => {
    const before = await counted();
    expect(await asViewer(world.office, (tx) => openPairs(tx, world.office, new Date()))).toBe(0);
    expect(await counted()).toEqual(before);
  });

  it('and an investor added while that is not yet done still have their pair', async () => {
    const [opened, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = asViewer(world.office, async (tx) => {
      const added = await addStartup.within(tx, world.office, { name: '동시', sector: 'other' });
      opened.resolve();
      await finish.promise;
      return added;
    });
    await opened.promise;
    const second = addInvestor(world.office, { name: 'Same Moment' });
    // Time enough for the second to be done, were it not made to wait for the first.
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 500))]);
    finish.resolve();
    const both = {
      startupId: expectDone(await first).startupId,
      investorId: expectDone(await second).investorId,
    };
    expect(await pairsOf(both)).toHaveLength(1);
  });

  it('T32 added twice with one key is one startup', async () => {
    const add = () =>
      addStartup(world.office, { name: '한번만', sector: 'ai' }, { idempotencyKey: 'once-and-once-only' });
    const [first, second] = await Promise.all([add(), add()]);
    expect(expectDone(second).startupId).toBe(expectDone(first).startupId);
    expect((await listStartups(world.office, { q: '한번만' })).total).toBe(1);
  });

  it('of a name already there is asked about first', async () => {
    const again = { name: '딴이름', nameEn: 'GARAM bio', sector: 'ai' };
    expect(await addStartup(world.office, again)).toMatchObject({
      ok: false,
      refusals: [{ reason: 'same_name', field: ['name'], params: { name: '가람바이오' } }],
    });
    expect(await addStartup(world.office, { ...again, sameName: true })).toMatchObject({ ok: true });
  });

  it('T29 takes no field that is not its own', async () => {
    for (const extra of [{ programId: world.office.programId }, { version: 9 }, { searchText: 'x' }]) {
      expect(await addStartup(world.office, { name: '엄격', sector: 'ai', ...extra })).toMatchObject({
        ok: false,
        refusals: [{ reason: 'unknown' }],
      });
    }
    const operator = { name: { contains: '' }, sector: 'ai' };
    expect(await addStartup(world.office, operator)).toMatchObject({ ok: false });
  });

  it('T19 is not for managers or startups to add', async () => {
    for (const scope of [world.manager, world.startup]) {
      const adding = addStartup(scope, { name: '몰래', sector: 'ai' });
      await expect(adding).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await listStartups(world.office, { q: '몰래' })).total).toBe(0);
  });

  it('T23 takes no address that is not a web address', async () => {
    const answer = await addStartup(world.office, {
      name: '링크',
      sector: 'ai',
      website: 'javascript:alert(1)',
    });
    expect(answer).toMatchObject({ ok: false, refusals: [{ field: ['website'] }] });
  });
});

describe('editing a profile', () => {
  it('T31 merges another field, and shows mine, theirs and the original of the same one', async () => {
    const [, startupId] = world.startupIds;
    const { version } = await getStartup(world.office, { startupId });
    const edit = (changes: object, base: object) =>
      editStartup(world.office, { startupId, version, changes, base });
    expectDone(await edit({ summary: '물류 로봇' }, { summary: '' }));
    expectDone(await edit({ sector: 'robotics' }, { sector: 'bio_health' }));
    expect(await getStartup(world.office, { startupId })).toMatchObject({
      summary: '물류 로봇',
      sector: 'robotics',
      version: version + 2,
    });
    expect(await edit({ summary: '의료 로봇' }, { summary: '' })).toMatchObject({
      ok: false,
      refusals: [
        {
          reason: 'stale',
          current: {
            version: version + 2,
            conflicts: [{ field: 'summary', mine: '의료 로봇', theirs: '물류 로봇', original: '' }],
          },
        },
      ],
    });
    expect(await getStartup(world.office, { startupId })).toMatchObject({ summary: '물류 로봇' });
  });

  it('T12 a startup edits its own profile; another one is not there for it', async () => {
    const [own, other] = world.startupIds;
    const { version } = await getStartup(world.startup, { startupId: own });
    const changes = { summaryEn: 'Organs on a chip' };
    expect(expectDone(await editStartup(world.startup, { startupId: own, version, changes })).version).toBe(
      version + 1,
    );
    await expect(editStartup(world.startup, { startupId: other, version: 1, changes })).rejects.toMatchObject(
      { code: 'not_found' },
    );
    await expect(getStartup(world.startup, { startupId: other })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(archiveStartup(world.startup, { startupId: own, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the list', () => {
  it('finds by syllable, by initials and by Latin letters', async () => {
    for (const q of ['가람', 'ㄱㄹㅂㅇㅇ', 'garam', 'GARAM B']) {
      const { items } = await listStartups(world.office, { q });
      expect(items.map(({ name }) => name)).toContain('가람바이오');
    }
    expect((await listStartups(world.office, { q: '%' })).total).toBe(0);
  });

  it('finds a profile by its new words after an edit, and no longer by the old', async () => {
    const { startupId, version } = expectDone(
      await addStartup(world.office, { name: '옛이름', sector: 'ai' }),
    );
    expectDone(await editStartup(world.office, { startupId, version, changes: { name: '새이름' } }));
    expect((await listStartups(world.office, { q: '새이름' })).total).toBe(1);
    expect((await listStartups(world.office, { q: '옛이름' })).total).toBe(0);
  });

  it('pages through everybody once, in the order of names', async () => {
    const all = (await listStartups(world.office, {})).items.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listStartups>> = await listStartups(world.office, {
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      expect(page.total).toBe(all.length);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  it('shows a startup nobody but itself, and no figures', async () => {
    const { items, total } = await listStartups(world.startup, {});
    expect(total).toBe(1);
    expect(items).toMatchObject([{ id: world.startupIds[0], figures: null }]);
  });

  it('shows the archived apart, and everything again once restored', async () => {
    const { startupId, version } = expectDone(
      await addStartup(world.office, { name: '보관될곳', sector: 'ai' }),
    );
    const archived = expectDone(await archiveStartup(world.office, { startupId, version }));
    expect((await listStartups(world.office, { q: '보관될곳' })).total).toBe(0);
    expect((await listStartups(world.office, { q: '보관될곳', archived: 'only' })).total).toBe(1);
    expect(await archiveStartup(world.office, { startupId, version })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stale' }],
    });
    expectDone(await restoreStartup(world.office, { startupId, version: archived.version }));
    expect((await listStartups(world.office, { q: '보관될곳' })).total).toBe(1);
  });
});

describe('figures', () => {
  it('count pairs by stage and sum money by rung and currency, never across', async () => {
    const { startupId } = expectDone(await addStartup(world.office, { name: '숫자', sector: 'ai' }));
    const pairs = await pairsOf({ startupId });
    const at = new Date('2023-05-01T00:00:00Z');
    const { programId } = world.office;
    const byId = world.office.viewer.personId;
    await asViewer(world.office, async (tx) => {
      for (const [index, pair] of pairs.entries()) {
        const common = { programId, startupId, pairId: pair.id, recordedAt: at, byId, means: 'web' as const };
        const toStage = index === 0 ? ('follow_up' as const) : ('video_call' as const);
        const effectiveAt = new Date();
        await tx.stageEvent.create({
          data: { ...common, recordedAt: effectiveAt, fromStage: 'candidate', toStage, effectiveAt },
        });
        const [minor, currency] = index < 2 ? [100n, 'KRW'] : [700n, 'USD'];
        await tx.amount.create({
          data: { ...common, rung: 'discussed', minor, currency, effectiveOn: at, source: 'officer' },
        });
      }
      const last = pairs.at(-1);
      if (last)
        await tx.statusEvent.create({
          data: {
            programId,
            startupId,
            pairId: last.id,
            fromStatus: 'open',
            toStatus: 'passed',
            reasonCode: 'sector',
            effectiveAt: at,
            recordedAt: at,
            byId,
            means: 'web',
          },
        });
    });
    const { figures } = await getStartup(world.office, { startupId });
    // Talk ended with the last pair, which was passed.
    const rest = pairs.length - 3;
    expect(figures).toEqual({
      pairs: pairs.length,
      standing: { candidate: 0, video_call: pairs.length - 2, pre_meeting: 0, main_session: 0, follow_up: 1 },
      onHold: 0,
      invested: 0,
      closed: 1,
      reachedMain: 1,
      amounts: [
        { rung: 'discussed', currency: 'KRW', minor: '200', pairs: 2 },
        { rung: 'discussed', currency: 'USD', minor: String(700 * rest), pairs: rest },
      ],
      leftOut: [{ rung: 'discussed', currency: 'USD', minor: '700', pairs: 1 }],
    });
    const listed = (await listStartups(world.office, { q: '숫자' })).items[0]?.figures;
    expect(listed).toEqual(figures);
    const past = await getStartup(world.office, { startupId, asOf: '2023-04-30' });
    expect(past.figures).toBeNull();
  });

  it('leave out the pairs of an archived investor', async () => {
    const { startupId } = expectDone(await addStartup(world.office, { name: '빠짐', sector: 'ai' }));
    const before = (await getStartup(world.office, { startupId })).figures?.pairs ?? 0;
    const gone = expectDone(await addInvestor(world.office, { name: 'Gone Soon' }));
    expectDone(await archiveInvestor(world.office, { investorId: gone.investorId, version: gone.version }));
    expect((await getStartup(world.office, { startupId })).figures?.pairs).toBe(before);
  });
});
