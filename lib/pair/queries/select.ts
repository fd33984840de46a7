import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { NamedPerson } from '@/lib/core/shown-name';
import type { Tx } from '@/lib/platform/database';
import { fetchRows } from '@/lib/platform/fetch-rows';
import { isoColumn } from '@/lib/platform/json-columns';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { LiveRung } from '../rules/item';
import { missingGates } from '../rules/moves';
import type { MeetingStage, PairStatus, ReasonCode, Stage } from '../rules/stages';
import type { PairItem } from '../schema';
import { knownOf } from './in-force';

type Row = {
  id: string;
  startupId: string;
  startupName: string;
  startupNameEn: string;
  sector: string;
  investorId: string;
  investorName: string;
  stage: Stage;
  stageSince: string;
  status: PairStatus;
  reasonCode: ReasonCode | null;
  version: number;
  rung: LiveRung | null;
  minor: bigint | null;
  currency: string | null;
  effectiveOn: string | null;
  interest: number | null;
  nextStep: string | null;
  nextStepOn: string | null;
  nextStepOwnerId: string | null;
  nextStepOwnerName: string | null;
  nextStepOwnerNameEn: string | null;
  ownerId: string | null;
  ownerName: string | null;
  ownerNameEn: string | null;
  meetingId: string | null;
  meetingStage: MeetingStage | null;
  meetingStartsAt: string | null;
  meetingEndsAt: string | null;
  /** Null in a view of the past. */
  heldMeeting: boolean | null;
  outcome: boolean | null;
  sortKey: string;
};

/** What is read differently live and as of a date: the caches, or the logs replayed. */
type Standing = { columns: Prisma.Sql; joins: Prisma.Sql; meetings: Prisma.Sql };

function standing(scope: ProgramScope, clocks: Clocks, now: Date): Standing {
  return clocks.isNow ? standingNow(clocks, now) : standingThen(scope, clocks, now);
}

/** A meeting is looked for among those of its pair: without nested loops, a merge would read all of the program for each pair. */
function standingNow(clocks: Clocks, now: Date): Standing {
  return {
    columns: Prisma.sql`p.stage, ${isoColumn(Prisma.sql`p.stage_since`)} as "stageSince", p.status, p.reason_code as "reasonCode",
      p.live_rung as rung, p.live_minor as minor, p.live_currency as currency, p.live_on::text as "effectiveOn",
      p.interest, p.next_step as "nextStep", p.next_step_on::text as "nextStepOn",
      exists (select from meeting h where h.program_id = p.program_id and h.pair_id = p.id and h.stage = p.stage
              and h.state = 'held') as "heldMeeting",
      exists (select from outcome o join meeting h on h.program_id = o.program_id and h.pair_id = o.pair_id and h.id = o.meeting_id
              where o.program_id = p.program_id and o.pair_id = p.id and h.stage = p.stage) as outcome`,
    joins: Prisma.empty,
    meetings: meetingsAhead(clocks, now),
  };
}

/**
 * Of meetings `b` those that lie ahead. The plan has no past of its own: a meeting of today's plan that lay ahead then
 * stands for what was planned then.
 */
export function meetingsAhead(clocks: Clocks, now: Date): Prisma.Sql {
  return clocks.isNow
    ? Prisma.sql`b.state = 'scheduled' and b.ends_at > ${now}`
    : Prisma.sql`b.state <> 'cancelled' and b.starts_at >= ${clocks.before}`;
}

function standingThen(scope: ProgramScope, clocks: Clocks, now: Date): Standing {
  const known = knownOf(clocks);
  return {
    columns: Prisma.sql`coalesce(st.stage, 'candidate') as stage,
      ${isoColumn(Prisma.sql`coalesce(st.stage_since, p.created_at)`)} as "stageSince",
      coalesce(st.status, 'open') as status, st.reason_code as "reasonCode",
      am.rung, am.minor, am.currency, am.effective_on::text as "effectiveOn",
      oc.interest, oc.next_step as "nextStep", oc.next_step_on::text as "nextStepOn",
      null::boolean as "heldMeeting", null::boolean as outcome`,
    // Amounts and meetings may be dated before the pair's own log begins: they count, and their pair is listed.
    joins: Prisma.sql`
      left join pair_state(${scope.programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = p.id
      left join pair_money(${scope.programId}::uuid, ${clocks.asOf}::date, ${clocks.before}, ${known}) am on am.pair_id = p.id
      left join (
        select distinct on (o.pair_id) o.pair_id, o.interest, o.next_step, o.next_step_on from outcome o
        where o.program_id = ${scope.programId}::uuid and o.effective_at < ${clocks.before} and o.recorded_at < ${known}
        order by o.pair_id, o.effective_at desc, o.seq desc) oc on oc.pair_id = p.id`,
    meetings: meetingsAhead(clocks, now),
  };
}

const NOW_COLUMNS = {
  stage: Prisma.sql`p.stage`,
  status: Prisma.sql`p.status`,
  rung: Prisma.sql`p.live_rung`,
  minor: Prisma.sql`p.live_minor`,
  currency: Prisma.sql`p.live_currency`,
  since: Prisma.sql`p.stage_since`,
  reason: Prisma.sql`p.reason_code`,
  interest: Prisma.sql`p.interest`,
  nextStep: Prisma.sql`p.next_step`,
  nextStepOn: Prisma.sql`p.next_step_on`,
  /** The amount is talk that ended with the pair: it stands in no sum. */
  leftOut: Prisma.sql`coalesce(p.live_rung < 'signed' and p.status in ('passed', 'withdrawn'), false)`,
};
const THEN_COLUMNS: typeof NOW_COLUMNS = {
  stage: Prisma.sql`st.stage`,
  status: Prisma.sql`st.status`,
  rung: Prisma.sql`am.rung`,
  minor: Prisma.sql`am.minor`,
  currency: Prisma.sql`am.currency`,
  since: Prisma.sql`st.stage_since`,
  reason: Prisma.sql`st.reason_code`,
  interest: Prisma.sql`oc.interest`,
  nextStep: Prisma.sql`oc.next_step`,
  nextStepOn: Prisma.sql`oc.next_step_on`,
  leftOut: Prisma.sql`coalesce(am.left_out, false)`,
};

/** The columns a filter or sort may name, live or as of a date. */
export function columnsOf(clocks: Clocks): typeof NOW_COLUMNS {
  return clocks.isNow ? NOW_COLUMNS : THEN_COLUMNS;
}

/** Joins that `columnsOf` goes by, on `pair p`. */
export function joinsOf(scope: ProgramScope, clocks: Clocks): Prisma.Sql {
  return clocks.isNow ? Prisma.empty : standingThen(scope, clocks, new Date()).joins;
}

type Selection = {
  clocks: Clocks;
  now: Date;
  where: Prisma.Sql;
  sortKey: Prisma.Sql;
  orderBy: Prisma.Sql;
  /** Null for all there are. */
  limit: number | null;
};

/** One statement for one pair or all of them: the same columns, the same scope. */
export async function selectPairs(
  tx: Tx,
  scope: ProgramScope,
  selection: Selection,
): Promise<{ item: PairItem; sortKey: string }[]> {
  const rows = await tx.$queryRaw<Row[]>(statementOf(scope, selection));
  return rows.map((row) => ({ item: toItem(row), sortKey: row.sortKey }));
}

/** The same without holding all of them: so many at a time. */
export async function* fetchPairs(
  tx: Tx,
  scope: ProgramScope,
  selection: Selection,
): AsyncGenerator<PairItem[]> {
  for await (const rows of fetchRows<Row>(tx, statementOf(scope, selection))) yield rows.map(toItem);
}

function statementOf(scope: ProgramScope, selection: Selection): Prisma.Sql {
  const { columns, joins, meetings } = standing(scope, selection.clocks, selection.now);
  return Prisma.sql`
    select p.id, p.startup_id as "startupId", s.name as "startupName", s.name_en as "startupNameEn", s.sector,
      p.investor_id as "investorId", i.name as "investorName", ${columns}, p.version, p.next_step_owner_id as "nextStepOwnerId",
      step_owner.name as "nextStepOwnerName", step_owner.name_en as "nextStepOwnerNameEn", p.owner_id as "ownerId",
      owner.name as "ownerName", owner.name_en as "ownerNameEn",
      m.id as "meetingId", m.stage as "meetingStage", ${isoColumn(Prisma.sql`m.starts_at`)} as "meetingStartsAt",
      ${isoColumn(Prisma.sql`m.ends_at`)} as "meetingEndsAt", (${selection.sortKey})::text as "sortKey"
    from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    ${joins}
    left join person step_owner on step_owner.id = p.next_step_owner_id
    left join person owner on owner.id = p.owner_id
    left join (
      select distinct on (b.pair_id) b.pair_id, b.id, b.stage, b.starts_at, b.ends_at from meeting b
      where b.program_id = ${scope.programId}::uuid and ${meetings}
      order by b.pair_id, b.starts_at) m on m.pair_id = p.id
    where p.program_id = ${scope.programId}::uuid
      and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
      and s.archived_at is null and i.archived_at is null and ${selection.where}
    order by ${selection.orderBy}
    limit ${selection.limit}::bigint`;
}

function toItem(row: Row): PairItem {
  return {
    id: row.id,
    startup: { id: row.startupId, name: row.startupName, nameEn: row.startupNameEn, sector: row.sector },
    investor: { id: row.investorId, name: row.investorName },
    stage: row.stage,
    stageSince: row.stageSince,
    status: row.status,
    reasonCode: row.reasonCode,
    version: row.version,
    amounts:
      row.rung && row.minor !== null && row.currency && row.effectiveOn
        ? [
            {
              rung: row.rung,
              minor: wireMinor(row.minor),
              currency: row.currency,
              effectiveOn: row.effectiveOn,
            },
          ]
        : [],
    interest: row.interest,
    nextStep: row.nextStep
      ? {
          text: row.nextStep,
          on: row.nextStepOn,
          owner: named(row.nextStepOwnerId, row.nextStepOwnerName, row.nextStepOwnerNameEn),
        }
      : null,
    owner: named(row.ownerId, row.ownerName, row.ownerNameEn),
    nextMeeting:
      row.meetingId && row.meetingStage && row.meetingStartsAt && row.meetingEndsAt
        ? {
            id: row.meetingId,
            stage: row.meetingStage,
            startsAt: row.meetingStartsAt,
            endsAt: row.meetingEndsAt,
          }
        : null,
    gates:
      row.heldMeeting === null
        ? []
        : missingGates(row.stage, { heldMeeting: row.heldMeeting, outcome: row.outcome === true }),
  };
}

function named(id: string | null, name: string | null, nameEn: string | null): NamedPerson | null {
  return id && name !== null ? { id, name, nameEn: nameEn ?? '' } : null;
}

/** One amount as JSON carries it: input caps it at 10^15, well inside what a number holds exactly. Sums have no cap: digits. */
export function wireMinor(minor: bigint): number {
  const value = Number(minor);
  if (!Number.isSafeInteger(value)) throw new AppError('internal', `amount out of range: ${minor}`);
  return value;
}
