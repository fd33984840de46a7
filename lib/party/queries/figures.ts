import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { PartyKind } from '../rules';
import type { PartyFigures, RungAmount } from '../schema';

type Counts = Omit<PartyFigures, 'standing' | 'amounts' | 'leftOut'> & {
  partyId: string;
} & PartyFigures['standing'];
type Sum = RungAmount & { partyId: string; leftOut: boolean };

/** Figures of the startups or investors given, two statements however many; a party without pairs is left out. */
export async function readPartyFigures(
  tx: Tx,
  { programId }: ProgramScope,
  side: PartyKind,
  ids: readonly string[],
  clocks: Clocks,
): Promise<Map<string, PartyFigures>> {
  if (ids.length === 0) return new Map();
  const party = side === 'startup' ? Prisma.sql`r.startup_id` : Prisma.sql`r.investor_id`;
  const other =
    side === 'startup'
      ? Prisma.sql`join investor o on o.program_id = ${programId}::uuid and o.id = r.investor_id`
      : Prisma.sql`join startup o on o.program_id = ${programId}::uuid and o.id = r.startup_id`;
  const known = clocks.knownBefore ? Prisma.sql`${clocks.knownBefore}` : Prisma.sql`'infinity'::timestamptz`;
  const mine = Prisma.sql`
    from pair_state(${programId}::uuid, ${clocks.before}, ${known}) r ${other} and o.archived_at is null
    where ${party} = any(${[...ids]}::uuid[])`;
  const standing = (stage: string) =>
    Prisma.sql`count(*) filter (where r.status = 'open' and r.stage = ${stage}::stage)::int`;
  const counts = await tx.$queryRaw<Counts[]>`
    select ${party} as "partyId", count(*)::int as pairs,
      ${standing('candidate')} as candidate, ${standing('video_call')} as video_call,
      ${standing('pre_meeting')} as pre_meeting, ${standing('main_session')} as main_session,
      ${standing('follow_up')} as follow_up,
      count(*) filter (where r.status = 'on_hold')::int as "onHold",
      count(*) filter (where r.status = 'invested')::int as invested,
      count(*) filter (where r.status in ('passed', 'withdrawn'))::int as closed,
      count(*) filter (where r.reached >= 'main_session')::int as "reachedMain"
    ${mine} group by 1`;
  const sums = await tx.$queryRaw<Sum[]>`
    select m."partyId", a.rung, a.currency, sum(a.minor)::text as minor, count(*)::int as pairs, a.left_out as "leftOut"
    from (select r.pair_id, ${party} as "partyId" ${mine}) m
    join pair_money(${programId}::uuid, ${clocks.asOf}::date, ${clocks.before}, ${known}) a on a.pair_id = m.pair_id
    group by 1, a.rung, a.currency, a.left_out order by 2, 3`;
  const sumsOf = (party: string, isLeftOut: boolean) =>
    sums
      .filter(({ partyId, leftOut }) => partyId === party && leftOut === isLeftOut)
      .map(({ partyId: _, leftOut: __, ...sum }) => sum);
  return new Map(
    counts.map(({ partyId, candidate, video_call, pre_meeting, main_session, follow_up, ...rest }) => [
      partyId,
      {
        ...rest,
        standing: { candidate, video_call, pre_meeting, main_session, follow_up },
        amounts: sumsOf(partyId, false),
        leftOut: sumsOf(partyId, true),
      },
    ]),
  );
}
