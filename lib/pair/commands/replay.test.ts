import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/audit/queries';
import { asViewer } from '@/lib/platform/database';
import { withClient } from '@/scripts/database/connection';
import { ownDatabase } from '@/scripts/test/own-database';
import { reachedStage, replayStage, replayStatus } from '@/scripts/test/replay';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { findPairItem } from '../queries/item';
import { isClosed, type PairStatus, STAGES, STATUSES, type Stage } from '../rules/stages';
import { moveStage } from './move';
import { changeStatus } from './status';
import { undoMoves, voidEvent } from './void';

const database = ownDatabase();

const START = Date.parse('2023-04-10T00:00:00Z');
const HOUR = 3_600_000;

type Step =
  | { kind: 'move'; to: Stage; lateHours: number }
  | { kind: 'status'; to: PairStatus; lateHours: number }
  | { kind: 'void'; which: number };

/** Told the same day, two days later, or months later: then it may lie before the pair was entered here. */
const lateHours = fc.oneof({ weight: 4, arbitrary: fc.nat(48) }, { weight: 1, arbitrary: fc.nat(60 * 24) });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      to: fc.constantFrom(...STAGES),
      lateHours,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      to: fc.constantFrom(...STATUSES),
      lateHours,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), which: fc.nat(20) }) },
);

/** The log as the test itself keeps it, beside the database's. */
type Kept = { id: string; at: Date; to: string; seq: number; voided: boolean; log: 'stage' | 'status' };

async function play(world: SmallProgram, pairId: string, steps: readonly Step[]): Promise<Kept[]> {
  const scope = world.as('officer');
  const kept: Kept[] = [];
  for (const [index, each] of steps.entries()) {
    const now = new Date(START + (index + 1) * 24 * HOUR);
    const { version } = await asViewer(scope, (tx) => findPairItem(tx, scope, pairId, now));
    if (each.kind === 'void') {
      const target = kept[each.which % Math.max(1, kept.length)];
      if (!target) continue;
      const result = await voidEvent(scope, { pairId, eventId: target.id, reason: '오기' }, { now });
      expect(result.ok, 'a void is refused exactly when the entry is voided already').toBe(!target.voided);
      target.voided = true;
      continue;
    }
    const effectiveAt = new Date(now.getTime() - each.lateHours * HOUR);
    const said = { pairId, version, reason: '이유', effectiveAt: effectiveAt.toISOString() };
    const result =
      each.kind === 'move'
        ? await moveStage(scope, { ...said, stage: each.to }, { now })
        : await changeStatus(scope, { ...said, status: each.to }, { now });
    if (!result.ok) continue;
    const log = each.kind === 'move' ? ('stage' as const) : ('status' as const);
    kept.push({ id: result.value.eventId, at: effectiveAt, to: each.to, seq: index, voided: false, log });
  }
  return kept;
}

const entries = (kept: readonly Kept[], log: Kept['log']) =>
  kept
    .filter((each) => each.log === log)
    .map((each) => ({ ...each, effectiveAt: each.at, reasonCode: null }));

describe('T34 the log and its cache', () => {
  it('replaying any history of moves, voids and late entries gives the stage and status the pair shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(0, 1, 2, 3),
        async (steps, which) => {
          const fresh = await smallProgram(database.ownerUrl);
          const pairs = [fresh.stepOne, fresh.rival].flatMap((s) =>
            [fresh.firm7, fresh.harbor].map((i) => fresh.pairOf(s, i)),
          );
          const pairId = pairs[which] as string;
          const kept = await play(fresh, pairId, steps);
          const stageLog = entries(kept, 'stage').map((each) => ({
            ...each,
            fromStage: 'candidate' as const,
            toStage: each.to as Stage,
          }));
          const statusLog = entries(kept, 'status').map((each) => ({
            ...each,
            toStatus: each.to as PairStatus,
          }));
          const scope = fresh.as('officer');
          const item = await asViewer(scope, (tx) => findPairItem(tx, scope, pairId));
          expect(item.stage).toBe(replayStage(stageLog));
          expect(item.status).toBe(replayStatus(statusLog));
          // The same by the SQL that every figure of the past is read with, at a few dates.
          for (const hours of [0, 30, 75, 200, 400]) {
            const before = new Date(START + hours * HOUR);
            const [row] = await withClient(database.ownerUrl, async (client) => {
              const found = await client.query(
                'select stage, reached, status from pair_state($1, $2) where pair_id = $3',
                [fresh.programId, before, pairId],
              );
              return found.rows;
            });
            expect(row).toEqual({
              stage: replayStage(stageLog, before),
              reached: reachedStage(stageLog, before),
              status: replayStatus(statusLog, before),
            });
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 180_000);

  it('a move that happened before the pair was entered here is where the pair stands', async () => {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const { version } = await asViewer(scope, (tx) => findPairItem(tx, scope, pairId));
    const early = { pairId, version, stage: 'video_call', effectiveAt: '2023-03-20T01:00:00Z' };
    expect((await moveStage(scope, early, { now: new Date(START) })).ok).toBe(true);
    const item = await asViewer(scope, (tx) => findPairItem(tx, scope, pairId));
    expect([item.stage, item.stageSince]).toEqual(['video_call', '2023-03-20T01:00:00.000Z']);
    const rows = await withClient(database.ownerUrl, async (client) => {
      const sql = 'select stage, stage_since from pair_state($1, $2) where pair_id = $3';
      return (await client.query(sql, [world.programId, new Date(START), pairId])).rows;
    });
    expect(rows).toEqual([{ stage: 'video_call', stage_since: new Date('2023-03-20T01:00:00Z') }]);
  });

  it('a hundred moves at once leave as many entries as changes, and nothing half-written', async () => {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const results = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const { version } = await asViewer(scope, (tx) => findPairItem(tx, scope, pairId));
        return moveStage(scope, { pairId, version, stage: STAGES[n % STAGES.length], reason: `${n}` });
      }),
    );
    const moved = results.filter((result) => result.ok);
    const refused = results.flatMap((result) =>
      result.ok ? [] : result.refusals.map(({ reason }) => reason),
    );
    expect([...new Set(refused)].filter((reason) => !['stale', 'same_stage'].includes(reason))).toEqual([]);
    const [count] = await withClient(database.ownerUrl, async (client) => {
      const sql = `select (select count(*)::int from stage_event where pair_id = $1 and from_stage is not null) as events,
        (select count(*)::int from audit_entry where pair_id = $1) as audits, (select version from pair where id = $1) as version`;
      return (await client.query(sql, [pairId])).rows;
    });
    expect(moved.length).toBeGreaterThan(0);
    expect(count).toEqual({ events: moved.length, audits: moved.length, version: moved.length + 1 });
  }, 60_000);
});

describe('moves', () => {
  it('T31 a stale move is refused with the pair as it stands now', async () => {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.harbor);
    const first = await moveStage(scope, { pairId, version: 1, stage: 'video_call' });
    expect(first.ok).toBe(true);
    const second = await moveStage(scope, { pairId, version: 1, stage: 'main_session', reason: 'x' });
    expect(second).toMatchObject({
      ok: false,
      refusals: [{ reason: 'stale', current: { stage: 'video_call', version: 2 } }],
    });
  });

  it('7.19 undo takes back what was just moved, only once, and with no reason in words that nobody wrote', async () => {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.rival, world.firm7);
    const moved = await moveStage(scope, { pairId, version: 1, stage: 'pre_meeting' });
    if (!moved.ok) throw new Error('refused');
    const undone = await undoMoves(scope, { eventIds: [moved.value.eventId] });
    expect(undone).toMatchObject({ ok: true, value: { pairs: [{ stage: 'candidate' }] } });
    expect(JSON.stringify(await listAudit(scope, {}))).not.toContain('"undo"');
    expect(await undoMoves(scope, { eventIds: [moved.value.eventId] })).toMatchObject({
      refusals: [{ reason: 'already_voided' }],
    });
  });

  it('T32 the same key gives the same answer and moves once; another request under it is refused', async () => {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.rival, world.harbor);
    const input = { pairId, version: 1, stage: 'video_call' };
    const idempotencyKey = `key-${pairId}`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => moveStage(scope, input, { idempotencyKey })),
    );
    const eventIds = answers.map((answer) => (answer.ok ? answer.value.eventId : answer.refusals));
    expect(new Set(eventIds).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true, value: { pair: { version: 2 } } });
    const other = await moveStage(scope, { ...input, stage: 'follow_up' }, { idempotencyKey });
    expect(other).toMatchObject({ ok: false, refusals: [{ reason: 'key_reused' }] });
  });

  it('a closed pair does not move, and moves again once it is reopened', async () => {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    expect(isClosed('passed')).toBe(true);
    expect(
      (await changeStatus(scope, { pairId, version: 1, status: 'passed', reasonCode: 'sector' })).ok,
    ).toBe(true);
    expect(await moveStage(scope, { pairId, version: 2, stage: 'video_call' })).toMatchObject({
      refusals: [{ reason: 'pair_closed' }],
    });
    expect((await changeStatus(scope, { pairId, version: 2, status: 'open' })).ok).toBe(true);
    expect((await moveStage(scope, { pairId, version: 3, stage: 'video_call' })).ok).toBe(true);
  });
});
