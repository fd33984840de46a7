import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage, PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import type { FoundParty } from './parties';
import { allBits, type Wanted } from './wanted';

export type PairNames = {
  startupId: string;
  startup: string;
  startupEn: string;
  investorId: string;
  investor: string;
};
export type FoundPair = PairNames & { id: string; stage: Stage; status: PairStatus };
type MeetingRow = {
  id: string;
  pairId: string;
  stage: MeetingStage;
  startsAt: Date;
  tableName: string | null;
};

export type FoundMeeting = MeetingRow & PairNames;

/** Parties of each side that are combined, the best of them first; 20 x 20 pairs are looked up by their key. */
const COMBINED = 20;
/** Parties that answer the whole query by themselves: all their pairs count. */
const ALONE = 5;
const MOST_PAIRS = 100;
const MOST_MEETINGS = 6;

/** What is read of `pair p`, to be joined with both names. */
export const OF_PAIR = Prisma.sql`p.program_id, p.id, p.startup_id, p.investor_id, p.stage, p.status, p.stage_since`;

/** Columns of both names, and what keeps archived parties and other people's startups out; on `pair p`. */
export const PAIR_NAMES = Prisma.sql`
  s.id as "startupId", s.name as startup, s.name_en as "startupEn", i.id as "investorId", i.name as investor`;
export function withParties(scope: ProgramScope): Prisma.Sql {
  return Prisma.sql`
    join startup s on s.program_id = p.program_id and s.id = p.startup_id and s.archived_at is null
      and (${scope.startupId}::uuid is null or s.id = ${scope.startupId}::uuid)
    join investor i on i.program_id = p.program_id and i.id = p.investor_id and i.archived_at is null`;
}

/**
 * Pairs whose two names together hold every word, open and far ones first. `parties` are those that hold any word, the best
 * first.
 */
export async function findPairs(
  tx: Tx,
  scope: ProgramScope,
  wanted: Wanted,
  parties: readonly FoundParty[],
): Promise<FoundPair[]> {
  const all = allBits(wanted);
  const bitsOf = ({ bits, near }: FoundParty) => bits | near;
  const alone = parties.filter((party) => bitsOf(party) === all);
  const idsOf = (kind: FoundParty['kind']) =>
    alone
      .filter((party) => party.kind === kind)
      .slice(0, ALONE)
      .map(({ id }) => id);
  const some = (kind: FoundParty['kind']) =>
    parties.filter((party) => party.kind === kind && bitsOf(party) !== all).slice(0, COMBINED);
  const both = some('startup').flatMap((startup) =>
    some('investor')
      .filter((investor) => (bitsOf(startup) | bitsOf(investor)) === all)
      .map((investor) => [startup.id, investor.id] as const),
  );
  if (alone.length === 0 && both.length === 0) return [];
  return tx.$queryRaw<FoundPair[]>`
    with wanted as (
      select ${OF_PAIR} from pair p
      where p.program_id = ${scope.programId}::uuid and p.startup_id = any(${idsOf('startup')}::uuid[])
      union
      select ${OF_PAIR} from pair p
      where p.program_id = ${scope.programId}::uuid and p.investor_id = any(${idsOf('investor')}::uuid[])
      union
      select ${OF_PAIR}
      from unnest(${both.map(([id]) => id)}::uuid[], ${both.map(([, id]) => id)}::uuid[]) as b (startup_id, investor_id)
      join pair p on p.program_id = ${scope.programId}::uuid and p.startup_id = b.startup_id and p.investor_id = b.investor_id
    ), best as materialized (
      select * from wanted p
      order by p.status = 'open' desc, p.stage desc, p.stage_since desc, p.id limit ${MOST_PAIRS})
    select p.id, ${PAIR_NAMES}, p.stage, p.status from best p ${withParties(scope)}
    order by p.status = 'open' desc, p.stage desc, p.stage_since desc, p.id`;
}

/** Meetings of these pairs that were not cancelled, those nearest to now first. */
export async function findMeetings(
  tx: Tx,
  scope: ProgramScope,
  pairs: readonly FoundPair[],
  now: Date,
): Promise<FoundMeeting[]> {
  if (pairs.length === 0) return [];
  const names = new Map(pairs.map((pair) => [pair.id, pair]));
  const rows = await tx.$queryRaw<MeetingRow[]>`
    with held as materialized (
      select m.id, m.pair_id, m.stage, m.starts_at, m.ends_at, m.table_id from meeting m
      where m.program_id = ${scope.programId}::uuid and m.pair_id = any(${[...names.keys()]}::uuid[]) and m.state <> 'cancelled'
        and (${scope.startupId}::uuid is null or m.startup_id = ${scope.startupId}::uuid))
    select m.id, m.pair_id as "pairId", m.stage, m.starts_at as "startsAt", t.name as "tableName"
    from held m left join venue_table t on t.program_id = ${scope.programId}::uuid and t.id = m.table_id
    order by m.ends_at > ${now} desc, abs(extract(epoch from m.starts_at - ${now}::timestamptz)), m.id
    limit ${MOST_MEETINGS}`;
  return rows.flatMap((row) => {
    const pair = names.get(row.pairId);
    return pair ? [{ ...pair, ...row }] : [];
  });
}
