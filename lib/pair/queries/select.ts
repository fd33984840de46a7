import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { MeetingStage, PairStatus, Stage } from '../rules/stages';

/** The rungs money can stand on; `rejected` and `on_hold` end the ladder and never stand in a pair. */
export type LiveRung =
  | 'interest'
  | 'discussed'
  | 'loi'
  | 'term_sheet'
  | 'committee'
  | 'signed'
  | 'paid'
  | 'follow_on';

/** A pair as lists, board, matrix and API show it. Instants are ISO with Z, days YYYY-MM-DD, `minor` whole minor units. */
export type PairItem = {
  id: string;
  startup: { id: string; name: string; nameEn: string; sector: string };
  investor: { id: string; name: string };
  stage: Stage;
  stageSince: string;
  status: PairStatus;
  reasonCode: string | null;
  version: number;
  /** What counts: the latest amount of the highest live rung; empty without one. */
  amounts: { rung: LiveRung; minor: number; currency: string; effectiveOn: string }[];
  interest: number | null;
  nextStep: { text: string; on: string | null; owner: { id: string; name: string } | null } | null;
  owner: { id: string; name: string } | null;
  nextMeeting: { id: string; stage: MeetingStage; startsAt: string; endsAt: string } | null;
};

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
  reasonCode: string | null;
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
  ownerId: string | null;
  ownerName: string | null;
  meetingId: string | null;
  meetingStage: MeetingStage | null;
  meetingStartsAt: string | null;
  meetingEndsAt: string | null;
  sortKey: string;
};

const iso = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Stage, status and amount: the caches for the live view, the logs replayed for any other date. */
function standing(scope: ProgramScope, clocks: Clocks): { columns: Prisma.Sql; joins: Prisma.Sql } {
  if (clocks.isNow) {
    return {
      columns: Prisma.sql`p.stage, ${iso(Prisma.sql`p.stage_since`)} as "stageSince", p.status, p.reason_code as "reasonCode",
        p.live_rung as rung, p.live_minor as minor, p.live_currency as currency, p.live_on::text as "effectiveOn"`,
      joins: Prisma.empty,
    };
  }
  const known = clocks.knownBefore ? Prisma.sql`${clocks.knownBefore}` : Prisma.sql`'infinity'::timestamptz`;
  return {
    columns: Prisma.sql`st.stage, ${iso(Prisma.sql`st.stage_since`)} as "stageSince", st.status, st.reason_code as "reasonCode",
      am.rung, am.minor, am.currency, am.effective_on::text as "effectiveOn"`,
    joins: Prisma.sql`
      join pair_state(${scope.programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = p.id
      left join pair_amount(${scope.programId}::uuid, ${clocks.asOf}::date, ${known}) am on am.pair_id = p.id`,
  };
}

/** The columns a filter or sort may name, live or as of a date. */
export function columnsOf(clocks: Clocks) {
  return clocks.isNow
    ? {
        stage: Prisma.sql`p.stage`,
        status: Prisma.sql`p.status`,
        rung: Prisma.sql`p.live_rung`,
        minor: Prisma.sql`p.live_minor`,
        currency: Prisma.sql`p.live_currency`,
        since: Prisma.sql`p.stage_since`,
        reason: Prisma.sql`p.reason_code`,
      }
    : {
        stage: Prisma.sql`st.stage`,
        status: Prisma.sql`st.status`,
        rung: Prisma.sql`am.rung`,
        minor: Prisma.sql`am.minor`,
        currency: Prisma.sql`am.currency`,
        since: Prisma.sql`st.stage_since`,
        reason: Prisma.sql`st.reason_code`,
      };
}

type Selection = {
  clocks: Clocks;
  now: Date;
  where: Prisma.Sql;
  sortKey: Prisma.Sql;
  orderBy: Prisma.Sql;
  limit: number;
};

/** One statement for one pair or a thousand: the same columns, the same scope. */
export async function selectPairs(
  tx: Tx,
  scope: ProgramScope,
  selection: Selection,
): Promise<{ item: PairItem; sortKey: string }[]> {
  const { columns, joins } = standing(scope, selection.clocks);
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.startup_id as "startupId", s.name as "startupName", s.name_en as "startupNameEn", s.sector,
      p.investor_id as "investorId", i.name as "investorName", ${columns}, p.version, p.interest,
      p.next_step as "nextStep", p.next_step_on::text as "nextStepOn", p.next_step_owner_id as "nextStepOwnerId",
      step_owner.name as "nextStepOwnerName", p.owner_id as "ownerId", owner.name as "ownerName",
      m.id as "meetingId", m.stage as "meetingStage", ${iso(Prisma.sql`m.starts_at`)} as "meetingStartsAt",
      ${iso(Prisma.sql`m.ends_at`)} as "meetingEndsAt", (${selection.sortKey})::text as "sortKey"
    from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    ${joins}
    left join person step_owner on step_owner.id = p.next_step_owner_id
    left join person owner on owner.id = p.owner_id
    left join (
      select distinct on (b.pair_id) b.pair_id, b.id, b.stage, b.starts_at, b.ends_at from meeting b
      where b.program_id = ${scope.programId}::uuid and b.state = 'scheduled' and b.ends_at > ${selection.now}
      order by b.pair_id, b.starts_at) m on m.pair_id = p.id
    where p.program_id = ${scope.programId}::uuid
      and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
      and s.archived_at is null and i.archived_at is null and ${selection.where}
    order by ${selection.orderBy}
    limit ${selection.limit}`;
  return rows.map((row) => ({ item: toItem(row), sortKey: row.sortKey }));
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
      ? { text: row.nextStep, on: row.nextStepOn, owner: named(row.nextStepOwnerId, row.nextStepOwnerName) }
      : null,
    owner: named(row.ownerId, row.ownerName),
    nextMeeting:
      row.meetingId && row.meetingStage && row.meetingStartsAt && row.meetingEndsAt
        ? {
            id: row.meetingId,
            stage: row.meetingStage,
            startsAt: row.meetingStartsAt,
            endsAt: row.meetingEndsAt,
          }
        : null,
  };
}

function named(id: string | null, name: string | null) {
  return id && name !== null ? { id, name } : null;
}

/** JSON carries minor units as a whole number; input caps them at 10^15, well inside what it carries exactly. */
export function wireMinor(minor: bigint): number {
  const value = Number(minor);
  if (!Number.isSafeInteger(value)) throw new AppError('internal', `amount out of range: ${minor}`);
  return value;
}
