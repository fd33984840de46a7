import { daysBetween } from '@/lib/core/days';
import { dayInZone } from '@/lib/core/zones';
import { knownOf } from '@/lib/pair/queries/in-force';
import { columnsOf, selectPairs } from '@/lib/pair/queries/select';
import type { Stage } from '@/lib/pair/rules/stages';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { listAgeingInput } from '../schema';
import { type AgeingPair, ageingPairs } from '../schema/time';
import { type Asked, ask, cohort, namedClocks } from './statements';

/**
 * Open pairs that stand in their stage for more days than the program's target for it, unless a meeting of this or a
 * later stage is booked for after the date. Same clocks and filters as the funnel.
 */
export const listAgeing = programQuery({
  operation: funnelOperations.listAgeing,
  input: listAgeingInput,
  output: ageingPairs,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { limit, ...input }) => {
    const asked = await ask(tx, scope, input);
    const { pairs, targets } = await readAgeing(asked);
    return {
      ...namedClocks(asked),
      stages: targets
        .filter(({ stage }) => !input.stage || input.stage.includes(stage))
        .map((target) => ({ ...target, pairs: pairs.filter((pair) => pair.stage === target.stage).length })),
      items: pairs.slice(0, limit),
      total: pairs.length,
    };
  },
});

/**
 * The pairs themselves, of one stage or of all, those furthest beyond their target first, with the targets of all stages;
 * for reads that have authorized already. Two statements, however many pairs.
 */
export async function readAgeing(
  asked: Asked,
  stage?: Stage,
): Promise<{ pairs: AgeingPair[]; targets: Target[] }> {
  const { tx, scope, clocks } = asked;
  const now = new Date();
  const { stage: here, status, since } = columnsOf(clocks);
  const days = Prisma.sql`(${clocks.asOf}::date - (${since} at time zone ${clocks.timeZone})::date)`;
  const target = Prisma.sql`(select t.target_days from program_stage t
    where t.program_id = p.program_id and t.stage = ${here})`;
  const rows = await selectPairs(tx, scope, {
    ...{ clocks, now },
    where: Prisma.sql`${status} = 'open' and ${days} > ${target}
      ${stage ? Prisma.sql`and ${here} = ${stage}::stage` : Prisma.empty}
      and p.id in (select c.id from ${cohort(asked)} c)
      and not exists (select from ${booked(asked, now)} b where b.pair_id = p.id and b.stage >= ${here})`,
    sortKey: Prisma.sql`p.id`,
    orderBy: Prisma.sql`${days} - ${target} desc, p.id`,
    limit: ALL,
  });
  const targets = await listTargets(asked);
  const pairs = rows.map(({ item }) => {
    const since = dayInZone(new Date(item.stageSince), clocks.timeZone);
    const { targetDays = 0 } = targets.find((one) => one.stage === item.stage) ?? {};
    return { ...item, since, days: daysBetween(since, clocks.asOf), targetDays };
  });
  return { pairs, targets };
}

/** More pairs than a program can have. */
const ALL = 1_000_000;

/** How many days a pair should stand in a stage at most, by the program's settings. */
type Target = Pick<AgeingPair, 'stage' | 'targetDays'>;

/** Meetings that were booked by the date, as far as was known, and still lay ahead of it. */
function booked({ scope, clocks }: Asked, now: Date): Prisma.Sql {
  const ahead = clocks.before < now ? clocks.before : now;
  return Prisma.sql`(select m.pair_id, m.stage from meeting m
    join last_meeting_event(${scope.programId}::uuid, least(${clocks.before}::timestamptz, ${knownOf(clocks)})) l on l.meeting_id = m.id
    where m.program_id = ${scope.programId}::uuid and l.kind in ('booked', 'moved', 'reopened')
      and l.starts_at >= ${ahead})`;
}

async function listTargets({ tx, scope }: Asked): Promise<Target[]> {
  const rows = await tx.programStage.findMany({
    where: { programId: scope.programId, targetDays: { not: null } },
    select: { stage: true, targetDays: true },
    orderBy: { stage: 'asc' },
  });
  return rows.flatMap(({ stage, targetDays }) => (targetDays === null ? [] : [{ stage, targetDays }]));
}
