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
export type FoundMeeting = PairNames & {
  id: string;
  pairId: string;
  stage: MeetingStage;
  startsAt: Date;
  tableName: string | null;
};

/** Parties of each side that are combined, the best of them first; 40 x 40 pairs are looked up by their key. */
const COMBINED = 40;
/** Parties that answer the whole query by themselves: all their pairs count. */
const ALONE = 5;
const MOST_PAIRS = 300;
const MOST_MEETINGS = 6;

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
      select p.id from pair p
      where p.program_id = ${scope.programId}::uuid and p.startup_id = any(${idsOf('startup')}::uuid[])
      union
      select p.id from pair p
      where p.program_id = ${scope.programId}::uuid and p.investor_id = any(${idsOf('investor')}::uuid[])
      union
      select p.id
      from unnest(${both.map(([id]) => id)}::uuid[], ${both.map(([, id]) => id)}::uuid[]) as b (startup_id, investor_id)
      join pair p on p.program_id = ${scope.programId}::uuid and p.startup_id = b.startup_id and p.investor_id = b.investor_id)
    select p.id, ${PAIR_NAMES}, p.stage, p.status
    from wanted join pair p on p.program_id = ${scope.programId}::uuid and p.id = wanted.id ${withParties(scope)}
    order by p.status = 'open' desc, p.stage desc, p.stage_since desc, p.id
    limit ${MOST_PAIRS}`;
}

/** Meetings of these pairs that were not cancelled, those nearest to now first. */
export async function findMeetings(
  tx: Tx,
  scope: ProgramScope,
  pairIds: readonly string[],
  now: Date,
): Promise<FoundMeeting[]> {
  if (pairIds.length === 0) return [];
  return tx.$queryRaw<FoundMeeting[]>`
    select m.id, m.pair_id as "pairId", ${PAIR_NAMES}, m.stage, m.starts_at as "startsAt", t.name as "tableName"
    from meeting m
    join pair p on p.program_id = m.program_id and p.id = m.pair_id ${withParties(scope)}
    left join venue_table t on t.program_id = m.program_id and t.id = m.table_id
    where m.program_id = ${scope.programId}::uuid and m.pair_id = any(${[...pairIds]}::uuid[]) and m.state <> 'cancelled'
    order by m.ends_at > ${now} desc, abs(extract(epoch from m.starts_at - ${now}::timestamptz)), m.id
    limit ${MOST_MEETINGS}`;
}
