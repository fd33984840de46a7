import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import { type Editing, type KeptProof, readEditing } from '../queries/editing';
import { refusalOfBlock } from '../rules/blocked';
import { type Facts, isPast, type PairFact, type Planned } from '../rules/facts';
import { Seating } from '../rules/targets';
import type { ChangedDraft } from '../schema/stage';
import { lockDraft } from './lock';
import { planRows, requirePair } from './plan';
import { proofAfterEdit } from './proof';

type Edited = { timetableId: string; version: number; pairId?: string };

/** What a change puts and takes out. `keepsProof`: nothing moved, so that what was proved still is. */
type Change = {
  ok: true;
  put?: Planned[];
  out?: string[];
  detail: Record<string, string | number | boolean | null>;
  keepsProof?: true;
};
type Refused = { ok: false; refusals: readonly Refusal[] };

/** What is left to write once a change is worked out: rows, and the proof that still holds. */
type Edit = {
  pair: PairFact | null;
  gone: string[];
  rows: ReturnType<typeof planRows>;
  proof: KeptProof | null;
  detail: Change['detail'];
};

/**
 * Works out one change of a draft by hand, before any transaction: what `change` makes of it, and the bounds of the last
 * search as long as they hold for what then stands. Refusals: stale, not_a_draft, and those of `change`.
 */
export async function prepareEdit(
  scope: ProgramScope,
  input: Edited,
  change: (editing: Editing) => Change | Refused,
): Promise<Result<Edit>> {
  const read = await readEditing(scope, input);
  if (!read.ok) return read;
  const { facts, before, plan, proof } = read.value;
  const pair = input.pairId ? requirePair(facts, input.pairId) : null;
  const changed = change(read.value);
  if (!changed.ok) return changed;
  const { put = [], out = [], detail, keepsProof } = changed;
  const gone = [...out, ...put.map(({ pairId }) => pairId)];
  const next = [...plan.filter(({ pairId }) => !gone.includes(pairId)), ...put].sort(byPair);
  return done({
    ...{ pair, gone, detail },
    rows: planRows(scope.programId, input.timetableId, facts, put),
    proof: keepsProof ? proof : proofAfterEdit(proof, facts, before, next),
  });
}

function byPair(a: Planned, b: Planned): number {
  return a.pairId < b.pairId ? -1 : 1;
}

/** Writes it, if the draft is still the one that was read: the version goes up. Refusals: stale, not_a_draft. */
export async function writeEdit(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  input: Edited,
  { pair, gone, rows, proof, detail }: Edit,
): Promise<Result<ChangedDraft>> {
  const { programId } = scope;
  const locked = await lockDraft(tx, scope, input);
  if (!locked.ok) return locked;
  const { id, stage, version } = locked.draft;
  await tx.timetableMeeting.deleteMany({ where: { programId, timetableId: id, pairId: { in: gone } } });
  await tx.timetableMeeting.createMany({ data: rows });
  await tx.timetable.update({
    where: { programId_id: { programId, id } },
    data: {
      version: { increment: 1 },
      ...(proof ? { proof } : { proof: Prisma.DbNull, seed: null }),
    },
    select: { id: true },
  });
  record({
    ...{ subject: 'timetable', subjectId: id, detail: { stage, ...detail } },
    ...(pair ? { pairId: pair.id, startupId: pair.startupId } : {}),
  });
  return done({ timetableId: id, version: version + 1 });
}

/** Why a meeting of the draft cannot be touched; null when it can. */
export function refusalOfTouch(facts: Facts, plan: readonly Planned[], pairId: string): Refused | null {
  const past = facts.live.find((meeting) => meeting.pairId === pairId && isPast(meeting));
  if (past) return refuse('already_held', { field: ['pairId'], params: { state: past.state } });
  const planned = plan.find((meeting) => meeting.pairId === pairId);
  return planned?.isLocked ? refuse('is_locked', { field: ['pairId'] }) : null;
}

type Wanted = { slotId: string; tableId?: string | null | undefined };
type Seat = { ok: true; slotId: string; tableId: string | null };

/**
 * The place a pair would get. `present` is the table it has now: it keeps it where it can. Refusals: no_such_slot,
 * no_such_table, and what stands in the way, in words.
 */
export function seatFor(
  { facts, plan }: Editing,
  scope: ProgramScope,
  pair: PairFact,
  { slotId, tableId }: Wanted,
  present: string | null = null,
): Seat | Refused {
  if (!facts.slots.some(({ id }) => id === slotId)) return refuse('no_such_slot', { field: ['slotId'] });
  if (tableId && !facts.tables.some(({ id }) => id === tableId))
    return refuse('no_such_table', { field: ['tableId'] });
  const seating = new Seating(facts, plan, [pair.id]);
  const fixed = facts.fixedTables.has(pair.startupId) || facts.fixedTables.has(pair.investorId);
  const keeps = tableId === undefined && present && !fixed && seating.blockOf(pair, slotId, present) === null;
  const wanted = keeps ? present : tableId;
  const block = seating.blockOf(pair, slotId, wanted);
  if (block) return { ok: false, refusals: [refusalOfBlock(facts, block, slotId, scope.viewer.locale)] };
  return { ok: true, slotId, tableId: wanted === undefined ? seating.tableFor(pair, slotId) : wanted };
}
