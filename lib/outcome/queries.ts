import type { ProgramScope } from '@/lib/core/scope';
import { findMeetingItem } from '@/lib/meeting/queries/select';
import { knownOf } from '@/lib/pair/queries/in-force';
import { findPairItem, rowsOfPair } from '@/lib/pair/queries/item';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { fetchRows } from '@/lib/platform/fetch-rows';
import { isoColumn, personNameColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { type Clocks, dayOfColumn } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { outcomeOperations } from './operations';
import { canReadOutcomes, canRecordOutcome } from './policy';
import {
  type LoggedOutcome,
  type OutcomeItem,
  outcomeFormInput,
  outcomeStart,
  outcomesOfPair,
  outcomesOfPairInput,
} from './schema';

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
  output: outcomesOfPair,
  may: canReadOutcomes,
  run: async (tx, scope, { pairId }) => ({
    outcomes: await rowsOfPair(tx, scope, pairId, await selectOutcomes(tx, scope, pairId)),
  }),
});

/** What the form of an outcome starts from. Throws not_found. */
export const findOutcomeForm = programQuery({
  operation: outcomeOperations.findOutcomeForm,
  input: outcomeFormInput,
  output: outcomeStart,
  may: canRecordOutcome,
  run: async (tx, scope, { meetingId }) => {
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

/** What stands for a meeting, as rows of a file are matched with it; `nextStepOn` YYYY-MM-DD. */
export type KnownOutcome = {
  meetingId: string;
  interest: number;
  asked: string[];
  nextStep: string | null;
  nextStepOn: string | null;
  note: string | null;
};

/** What stands for each meeting of a program. */
export async function listKnownOutcomes(
  tx: Tx,
  { programId }: ProgramScope,
): Promise<Map<string, KnownOutcome>> {
  const rows = await tx.$queryRaw<KnownOutcome[]>`
    select distinct on (meeting_id) meeting_id as "meetingId", interest::int as interest, asked, next_step as "nextStep",
      to_char(next_step_on, 'YYYY-MM-DD') as "nextStepOn", note
    from outcome where program_id = ${programId}::uuid order by meeting_id, seq desc`;
  return new Map(rows.map((row) => [row.meetingId, row]));
}

/** Outcomes that stand by both clocks, of these pairs, by the time of their meetings; so many at a time. */
export function fetchOutcomes(
  tx: Tx,
  { programId }: ProgramScope,
  pairs: Prisma.Sql,
  clocks: Clocks,
): AsyncGenerator<LoggedOutcome[]> {
  return fetchRows<LoggedOutcome>(
    tx,
    Prisma.sql`
    select o.id, o.pair_id as "pairId", o.meeting_id as "meetingId", m.stage, ${isoColumn(Prisma.sql`m.starts_at`)} as "startsAt",
      o.interest, o.asked, o.note, o.next_step as "nextStep", o.next_step_on::text as "nextStepOn",
      ${isoColumn(Prisma.sql`o.effective_at`)} as "effectiveAt", ${isoColumn(Prisma.sql`o.recorded_at`)} as "recordedAt", o.means,
      ${personNameColumn(Prisma.sql`b`)} as by,
      jsonb_build_object('name', s.name, 'nameEn', s.name_en) as startup, jsonb_build_object('name', i.name) as investor
    from (
      select distinct on (x.meeting_id) x.* from outcome x
      where x.program_id = ${programId}::uuid and x.effective_at < ${clocks.before} and x.recorded_at < ${knownOf(clocks)}
        and x.pair_id in (${pairs})
      order by x.meeting_id, x.seq desc) o
    join meeting m on m.program_id = o.program_id and m.id = o.meeting_id
    join startup s on s.program_id = m.program_id and s.id = m.startup_id
    join investor i on i.program_id = m.program_id and i.id = m.investor_id
    left join person b on b.id = o.by_id
    order by m.starts_at, o.seq`,
  );
}
