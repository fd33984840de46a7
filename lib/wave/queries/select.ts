import { type Day, parseDay } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { type Asked, cohort, PARTIES } from '@/lib/funnel/queries/statements';
import { inForce, knownOf } from '@/lib/pair/queries/in-force';
import type { Tx } from '@/lib/platform/database';
import { personNameColumn } from '@/lib/platform/json-columns';
import { nameOrder } from '@/lib/platform/ordering';
import { dayOfColumn, type WaveMonths } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { WaveAnswer, WavePair } from '../schema';

/** The event's day: the first of the main session's stage; null where the program has none. */
export async function findMainDay(tx: Tx, { programId }: ProgramScope): Promise<Day | null> {
  const stage = await tx.programStage.findUnique({
    where: { programId_stage: { programId, stage: 'main_session' } },
    select: { startsOn: true },
  });
  return stage && parseDay(dayOfColumn(stage.startsOn));
}

/** Pairs whose main session was held, by startup and investor; all that count, or of these only the ones named. */
export async function selectWavePairs(asked: Asked, pairIds?: readonly string[]): Promise<WavePair[]> {
  const { tx, scope, clocks } = asked;
  const { programId } = scope;
  const { locale } = scope.viewer;
  const known = knownOf(clocks);
  const only = pairIds ? Prisma.sql`and c.id = any(${[...pairIds]}::uuid[])` : Prisma.empty;
  return tx.$queryRaw<WavePair[]>`
    select c.id as "pairId", ${PARTIES},
      (m.first_met_at at time zone ${clocks.timeZone})::date::text as "metOn",
      coalesce(st.stage, 'candidate') as stage, coalesce(st.status, 'open') as status, am.rung,
      (select min(a.effective_on)::text from ${inForce('amount', asked)} a
       where a.pair_id = c.id and a.rung in ('paid', 'follow_on')) as "paidOn"
    from ${cohort(asked)} c
    join pair_met(${programId}::uuid, ${clocks.before}, ${known}) m on m.pair_id = c.id and m.stage = 'main_session'
    left join pair_state(${programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = c.id
    left join pair_amount(${programId}::uuid, ${clocks.asOf}::date, ${known}) am on am.pair_id = c.id
    where true ${only}
    order by ${nameOrder(locale, Prisma.sql`c.name`, Prisma.sql`c.name_en`)}, c.startup_id,
      ${nameOrder(locale, Prisma.sql`c.investor_name`)}, c.id`;
}

type AnswerRow = Omit<WaveAnswer, 'effectiveAt' | 'recordedAt'> & {
  pairId: string;
  months: WaveMonths;
  effectiveAt: Date;
  recordedAt: Date;
};

/** The answer that stands of each pair in each wave: the last one given, by the clocks. */
export async function selectAnswers({
  tx,
  scope,
  clocks,
}: Asked): Promise<Map<WaveMonths, Map<string, WaveAnswer>>> {
  const rows = await tx.$queryRaw<AnswerRow[]>`
    select distinct on (w.pair_id, w.months) w.pair_id as "pairId", w.months, w.state::text as state, w.note,
      w.effective_at as "effectiveAt", w.recorded_at as "recordedAt", 
        ${personNameColumn(Prisma.sql`b`)} as by
    from wave_answer w
    left join person b on b.id = w.by_id
    where w.program_id = ${scope.programId}::uuid
      and (${scope.startupId}::uuid is null or w.startup_id = ${scope.startupId}::uuid)
      and w.effective_at < ${clocks.before} and w.recorded_at < ${knownOf(clocks)}
    order by w.pair_id, w.months, w.seq desc`;
  const byWave = Map.groupBy(rows, ({ months }) => months);
  return new Map(
    [...byWave].map(([months, answers]) => [
      months,
      new Map(answers.map(({ pairId, months: _, ...answer }) => [pairId, wire(answer)])),
    ]),
  );
}

function wire({ effectiveAt, recordedAt, ...answer }: Omit<AnswerRow, 'pairId' | 'months'>): WaveAnswer {
  return { ...answer, effectiveAt: effectiveAt.toISOString(), recordedAt: recordedAt.toISOString() };
}
