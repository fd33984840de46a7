import type { z } from 'zod';
import { recordAmount } from '@/lib/amount/commands/record';
import { findLargeAmount } from '@/lib/amount/commands/size';
import { refusalsOfAmount, refusalsOfClosedPair } from '@/lib/amount/rules';
import type { Day } from '@/lib/core/days';
import { done, type Refusal, refuse } from '@/lib/core/result';
import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { type LockedMeeting, lockMeeting, lockPairOf } from '@/lib/meeting/commands/lock';
import { explainMark, setMark } from '@/lib/meeting/commands/mark';
import { refreshPair } from '@/lib/pair/commands/refresh';
import { reopenPair } from '@/lib/pair/commands/status';
import { canMovePairs } from '@/lib/pair/policy';
import { findPairItem } from '@/lib/pair/queries/item';
import type { PairStatus } from '@/lib/pair/rules/stages';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dateColumn, dayOfColumn } from '@/lib/program/rules';
import { outcomeOperations } from './operations';
import { canRecordOutcome } from './policy';
import { decidesStep, type LoggedStep, type NextStep, overwritesUnseen, stepAfter } from './rules';
import { recordedOutcome, recordOutcomeInput } from './schema';

type Logged = z.output<typeof recordOutcomeInput>;

/**
 * Logs the outcome of a meeting; a later one for the same meeting corrects it and both stay readable. A meeting nobody
 * marked yet is thereby held. Sets the pair's next step and adds the amount to its ladder, dated by the meeting's day in
 * the home zone. Refusals: not_yet, cancelled, office_marked, the refusals of an amount at `amount`, stale at `nextStep`
 * where somebody else's next step would be overwritten unseen, and the clashes of a no-show's time given away since.
 */
export const recordOutcome = programCommand({
  operation: outcomeOperations.recordOutcome,
  input: recordOutcomeInput,
  output: recordedOutcome,
  may: canRecordOutcome,
  run: async (tx, context, input) => {
    const { scope, viewer, now, record } = context;
    const pair = await lockPairOf(tx, scope, input.meetingId);
    const meeting = await lockMeeting(tx, scope, input.meetingId);
    if (meeting.state === 'cancelled') return refuse('cancelled');
    if (meeting.startsAt > now) return refuse('not_yet');
    const { pairId, startupId } = meeting;
    const refusals = await refusalsOfLoggedAmount(tx, context, meeting, input, pair.status);
    if (refusals.length > 0) return { ok: false, refusals };
    const { step, log } = await readSteps(tx, scope, pairId);
    const said: NextStep = { text: input.nextStep || null, on: input.nextStepOn ?? null };
    const decides = decidesStep(log, meeting.startsAt);
    if (decides && overwritesUnseen(said, input.seenStep, step, log))
      return staleStep(tx, context, pairId, step);
    if (meeting.state !== 'held') {
      const marked = await setMark(tx, context, meeting, { state: 'held' });
      if (!marked.ok) return marked;
    }
    const outcome = await tx.outcome.create({
      data: {
        programId: scope.programId,
        startupId,
        pairId,
        meetingId: meeting.id,
        interest: input.interest,
        asked: [...new Set(input.asked ?? [])],
        note: input.note || null,
        nextStep: input.nextStep || null,
        nextStepOn: input.nextStepOn ? dateColumn(input.nextStepOn) : null,
        effectiveAt: meeting.startsAt,
        recordedAt: now,
        byId: viewer.personId,
        means: viewer.means,
      },
      select: { id: true },
    });
    if (decides) await planNextStep(tx, context, pairId, said, stepAfter(step, said));
    const amountId = await addLoggedAmount(tx, context, meeting, input);
    if (input.amount?.closedPair === 'reopen') await reopenPair(tx, context, pair);
    await refreshPair(tx, scope.programId, pairId);
    // What was asked and noted stays out of the audit trail: it is the pair's, not the auditor's.
    record({
      subject: 'outcome',
      subjectId: outcome.id,
      pairId,
      startupId,
      detail: { meetingId: meeting.id, interest: input.interest, ...(amountId ? { amountId } : {}) },
    });
    return done({ outcomeId: outcome.id, pair: await findPairItem(tx, scope, pairId, now) });
  },
  explain: explainMark,
});

function datedAmount({ scope, now }: Context<ProgramScope>, meeting: LockedMeeting, input: Logged) {
  if (!input.amount) return null;
  const { homeZone } = scope.program;
  const source = worksInOffice(scope) ? ('officer' as const) : ('startup' as const);
  const { evidence, reason, closedPair: _, ...given } = input.amount;
  return {
    ...given,
    ...(evidence ? { evidence } : {}),
    ...(reason ? { reason } : {}),
    effectiveOn: dayInZone(meeting.startsAt, homeZone),
    source,
    today: dayInZone(now, homeZone),
  };
}

async function refusalsOfLoggedAmount(
  tx: Tx,
  context: Context<ProgramScope>,
  meeting: LockedMeeting,
  input: Logged,
  status: PairStatus,
): Promise<Refusal[]> {
  const amount = datedAmount(context, meeting, input);
  if (!amount || !input.amount) return [];
  const largeFrom = await findLargeAmount(tx, context.scope, amount.currency);
  const { rung, closedPair: answer } = input.amount;
  const asked = refusalsOfClosedPair({ rung, status, answer, mayReopen: canMovePairs(context.scope) });
  return [...refusalsOfAmount({ ...amount, largeFrom }), ...asked].map((r) => ({
    ...r,
    field: ['amount', ...(r.field ?? [])],
  }));
}

async function addLoggedAmount(
  tx: Tx,
  context: Context<ProgramScope>,
  meeting: LockedMeeting,
  input: Logged,
) {
  const amount = datedAmount(context, meeting, input);
  if (!amount) return null;
  const { today: _today, confirmed: _confirmed, ...entry } = amount;
  const { pairId, startupId } = meeting;
  const { amountId } = await recordAmount(tx, context, { ...entry, pairId, startupId });
  return amountId;
}

/** The pair's next step as it stands, and what its outcomes said of it. */
async function readSteps(
  tx: Tx,
  { programId }: ProgramScope,
  pairId: string,
): Promise<{ step: NextStep; log: LoggedStep[] }> {
  const dayOf = (value: Date | null) => (value ? dayOfColumn(value) : null);
  const pair = await tx.pair.findUniqueOrThrow({
    where: { programId_id: { programId, id: pairId } },
    select: { nextStep: true, nextStepOn: true },
  });
  const outcomes = await tx.outcome.findMany({
    where: { programId, pairId },
    select: {
      ...{ nextStep: true, nextStepOn: true, effectiveAt: true, seq: true },
      meeting: { select: { state: true } },
    },
  });
  return {
    step: { text: pair.nextStep, on: dayOf(pair.nextStepOn) },
    log: outcomes.map(({ nextStep: text, nextStepOn, effectiveAt: metAt, seq, meeting: { state } }) => ({
      ...{ text, on: dayOf(nextStepOn), metAt, seq },
      fellThrough: state === 'cancelled' || state === 'no_show',
    })),
  };
}

async function staleStep(
  tx: Tx,
  { scope, now }: Context<ProgramScope>,
  pairId: string,
  { text, on }: NextStep,
) {
  const current = await findPairItem(tx, scope, pairId, now);
  const params = { step: text ?? '', on: on ?? 'none' };
  return { ok: false as const, refusals: [{ reason: 'stale', field: ['nextStep'], params, current }] };
}

/** What was agreed becomes the pair's next step, owned by whoever logged it where they are a member of the program. */
async function planNextStep(
  tx: Tx,
  { scope, viewer }: Context<ProgramScope>,
  pairId: string,
  said: NextStep,
  { text, on }: NextStep,
): Promise<void> {
  if (said.text === null && said.on === null) return;
  const { programId } = scope;
  const member = await tx.membership.count({
    where: { programId, personId: viewer.personId, endedAt: null },
  });
  await tx.pair.update({
    where: { programId_id: { programId, id: pairId } },
    data: {
      nextStep: text,
      ...(said.text === null ? {} : { nextStepOwnerId: member > 0 ? viewer.personId : null }),
      nextStepOn: on ? dateColumn(on as Day) : null,
    },
    select: { id: true },
  });
}
