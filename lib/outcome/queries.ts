import type { Means, ProgramScope } from '@/lib/core/scope';
import type { PersonName } from '@/lib/core/shown-name';
import { findMeetingItem, type MeetingItem } from '@/lib/meeting/queries/item';
import { findPairItem, rowsOfPair } from '@/lib/pair/queries/item';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { dayOfColumn } from '@/lib/program/rules';
import { outcomeOperations } from './operations';
import { canReadOutcomes, canRecordOutcome } from './policy';
import { outcomeFormInput, outcomesOfPairInput } from './schema';

/** One logged outcome. Instants are ISO with Z, the day is YYYY-MM-DD. */
export type OutcomeItem = {
  id: string;
  meetingId: string;
  stage: MeetingStage;
  interest: number;
  asked: string[];
  note: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  effectiveAt: string;
  recordedAt: string;
  by: PersonName | null;
  means: Means;
  /** The latest of its meeting; the others were corrected by it. */
  stands: boolean;
};

async function selectOutcomes(tx: Tx, scope: ProgramScope, pairId: string): Promise<OutcomeItem[]> {
  const rows = await tx.outcome.findMany({
    where: {
      programId: scope.programId,
      pairId,
      ...(scope.startupId ? { startupId: scope.startupId } : {}),
    },
    orderBy: [{ effectiveAt: 'desc' }, { seq: 'desc' }],
    select: {
      id: true,
      meetingId: true,
      interest: true,
      asked: true,
      note: true,
      nextStep: true,
      nextStepOn: true,
      effectiveAt: true,
      recordedAt: true,
      means: true,
      by: { select: { name: true, nameEn: true } },
      meeting: { select: { stage: true } },
    },
  });
  const seen = new Set<string>();
  return rows.map(({ meeting, ...row }) => {
    const stands = !seen.has(row.meetingId);
    seen.add(row.meetingId);
    return {
      ...row,
      stage: meeting.stage as MeetingStage,
      nextStepOn: row.nextStepOn ? dayOfColumn(row.nextStepOn) : null,
      effectiveAt: row.effectiveAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
      stands,
    };
  });
}

/** A pair's outcomes, the newest meeting first; corrected ones follow the one that stands. */
export const listOutcomesOfPair = programQuery({
  operation: outcomeOperations.listOutcomesOfPair,
  input: outcomesOfPairInput,
  may: canReadOutcomes,
  run: async (tx, scope, { pairId }): Promise<{ outcomes: OutcomeItem[] }> => ({
    outcomes: await rowsOfPair(tx, scope, pairId, await selectOutcomes(tx, scope, pairId)),
  }),
});

export type OutcomeForm = {
  meeting: MeetingItem;
  pair: PairItem;
  /** What stands for this meeting; a new one corrects it. */
  standing: OutcomeItem | null;
  /** What stands for the pair's meeting before this one: what one comes from. */
  before: OutcomeItem | null;
};

/** What the form of an outcome starts from. Throws not_found. */
export const findOutcomeForm = programQuery({
  operation: outcomeOperations.findOutcomeForm,
  input: outcomeFormInput,
  may: canRecordOutcome,
  run: async (tx, scope, { meetingId }): Promise<OutcomeForm> => {
    const meeting = await findMeetingItem(tx, scope, meetingId);
    const pair = await findPairItem(tx, scope, meeting.pair.id);
    const standing = (await selectOutcomes(tx, scope, meeting.pair.id)).filter((outcome) => outcome.stands);
    return {
      meeting,
      pair,
      standing: standing.find((outcome) => outcome.meetingId === meetingId) ?? null,
      before:
        standing.find(
          (outcome) => outcome.meetingId !== meetingId && outcome.effectiveAt < meeting.startsAt,
        ) ?? null,
    };
  },
});
