import { done, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { pairOperations } from '../operations';
import { canMovePairs } from '../policy';
import { inForceAt } from '../queries/in-force';
import { refusalsOfStatus } from '../rules/moves';
import { isClosed, type PairStatus, type ReasonCode } from '../rules/stages';
import { changeStatusesInput, changeStatusInput, movedPair, movedPairs } from '../schema';
import { appendToMany, appendToOne } from './append';
import type { LockedPair } from './refresh';

type Change = {
  from: PairStatus;
  to: PairStatus;
  effectiveAt: Date;
  reasonCode?: string | null | undefined;
  reason?: string | null | undefined;
};

/**
 * Appends one entry to a pair's status log and to the audit trail: the caller has locked the pair and asked the rules,
 * and refreshes the pair in the same transaction. Returns the entry's id.
 */
async function appendStatus(
  tx: Tx,
  { scope, viewer, now, record }: Pick<Context<ProgramScope>, 'scope' | 'viewer' | 'now' | 'record'>,
  pair: Pick<LockedPair, 'id' | 'startupId'>,
  { from, to, effectiveAt, reasonCode = null, reason = null }: Change,
): Promise<string> {
  const event = await tx.statusEvent.create({
    data: {
      programId: scope.programId,
      startupId: pair.startupId,
      pairId: pair.id,
      fromStatus: from,
      toStatus: to,
      reasonCode,
      reason,
      effectiveAt,
      recordedAt: now,
      byId: viewer.personId,
      means: viewer.means,
    },
    select: { id: true },
  });
  record({
    subject: 'pair',
    subjectId: pair.id,
    pairId: pair.id,
    startupId: pair.startupId,
    detail: { from, to, reasonCode, eventId: event.id },
  });
  return event.id;
}

type Wanted = {
  status: PairStatus;
  reasonCode?: ReasonCode | undefined;
  reason?: string | undefined;
  effectiveAt?: Date | undefined;
};

/** Judges a change by what was in force at its time, and writes it. */
async function appendChange(
  tx: Tx,
  context: Context<ProgramScope>,
  pair: LockedPair,
  { status: to, reasonCode, reason, effectiveAt = context.now }: Wanted,
): Promise<Result<string>> {
  const { scope, now } = context;
  const { status: from } = await inForceAt(tx, scope.programId, pair.id, effectiveAt);
  const given = { ...(reasonCode ? { reasonCode } : {}), ...(reason ? { reason } : {}) };
  const refusals = refusalsOfStatus({ from, to, effectiveAt, now, ...given });
  if (refusals.length > 0) return { ok: false, refusals };
  return done(await appendStatus(tx, context, pair, { from, to, effectiveAt, ...given }));
}

/**
 * Opens, closes or holds a pair by appending to its status log; a change of an earlier day is judged by what was in force
 * on that day. Refusals: stale, same_status, in_the_future, close_needs_reason.
 */
export const changeStatus = programCommand({
  operation: pairOperations.changeStatus,
  input: changeStatusInput,
  output: movedPair,
  may: canMovePairs,
  run: (tx, context, input) =>
    appendToOne(tx, context.scope, input, (pair) => appendChange(tx, context, pair, input)),
});

/** The same for many pairs at once, all or none and for one reason; a refusal names its pair by its place in the list. */
export const changeStatuses = programCommand({
  operation: pairOperations.changeStatuses,
  input: changeStatusesInput,
  output: movedPairs,
  may: canMovePairs,
  run: async (tx, context, { pairs, ...wanted }) => {
    const result = await appendToMany(tx, context.scope, pairs, (pair) =>
      appendChange(tx, context, pair, wanted),
    );
    return result.ok ? done({ moved: result.value }) : result;
  },
});

/** Opens a pair again, from now on, where it is closed: talk goes on with the money that is logged beside it. */
export async function reopenPair(
  tx: Tx,
  context: Context<ProgramScope>,
  pair: Pick<LockedPair, 'id' | 'startupId'>,
): Promise<void> {
  const { scope, now } = context;
  const { status: from } = await inForceAt(tx, scope.programId, pair.id, now);
  if (isClosed(from)) await appendStatus(tx, context, pair, { from, to: 'open', effectiveAt: now });
}
