import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, namedPersonColumn } from '@/lib/platform/json-columns';
import { Prisma } from '@/prisma/client/client';
import type { PairStatus, ReasonCode, Stage } from '../rules/stages';
import type { PairLog, StageLogEntry } from '../schema/history';
import { findPairItem } from './item';

const LOGS = {
  stage: {
    table: Prisma.sql`stage_event`,
    from: Prisma.sql`e.from_stage`,
    to: Prisma.sql`b.to_stage`,
    voids: Prisma.sql`stage_event_id`,
    // The opening says that the pair exists: it stands below every move, whatever their times.
    before: Prisma.sql`(b.from_stage is null or (b.effective_at, b.seq) < (e.effective_at, e.seq))`,
    order: Prisma.sql`b.from_stage is not null desc, b.effective_at desc, b.seq desc`,
  },
  status: {
    table: Prisma.sql`status_event`,
    from: Prisma.sql`e.from_status`,
    to: Prisma.sql`b.to_status`,
    voids: Prisma.sql`status_event_id`,
    before: Prisma.sql`(b.effective_at, b.seq) < (e.effective_at, e.seq)`,
    order: Prisma.sql`b.effective_at desc, b.seq desc`,
  },
} as const;

/**
 * Where the pair came from with entry `e` of a log: what is in force before it, as the log stands now. What was written
 * with the entry is no longer true once something was entered late before it, or voided. An opening comes from nowhere;
 * a voided entry says what it said.
 */
export function cameFrom(log: keyof typeof LOGS): Prisma.Sql {
  const { table, from, to, voids, before, order } = LOGS[log];
  const isVoided = (
    entry: Prisma.Sql,
  ) => Prisma.sql`exists (select from void x where x.program_id = ${entry}.program_id
    and x.pair_id = ${entry}.pair_id and x.${voids} = ${entry}.id)`;
  const first = log === 'status' ? Prisma.sql`'open'` : from;
  return Prisma.sql`case when ${from} is null or ${isVoided(Prisma.sql`e`)} then ${from} else coalesce((
    select ${to} from ${table} b
    where b.program_id = e.program_id and b.pair_id = e.pair_id and not ${isVoided(Prisma.sql`b`)}
      and ${before}
    order by ${order} limit 1), ${first}) end`;
}

/** A stage entry's reason in somebody's words. Bookings once wrote `booked` there themselves, which says nothing to a reader. */
export const writtenReason = Prisma.sql`nullif(e.reason, 'booked')`;
/** The same of a void, as keys of its JSON: one that takes back what was just done has no words and is kept as `undo`. */
export const voidReason = Prisma.sql`'reason', nullif(v.reason, 'undo'), 'isUndo', v.reason = 'undo'`;

type LogEntry = Omit<StageLogEntry, 'from' | 'to'>;
type Row = LogEntry & {
  log: 'stage' | 'status';
  from: string | null;
  to: string;
  reasonCode: ReasonCode | null;
};

async function readLogs(tx: Tx, { programId }: ProgramScope, pairId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select e.id, 'stage' as log, (${cameFrom('stage')})::text as "from", e.to_stage::text as "to", null as "reasonCode", ${writtenReason} as reason,
      ${isoColumn(Prisma.sql`e.effective_at`)} as "effectiveAt",
      ${isoColumn(Prisma.sql`e.recorded_at`)} as "recordedAt",
      v.id is not null as voided, e.means::text as means,
      ${namedPersonColumn(Prisma.sql`b`)} as by, e.effective_at as at, e.seq
    from stage_event e
    left join void v on v.program_id = e.program_id and v.pair_id = e.pair_id and v.stage_event_id = e.id
    left join person b on b.id = e.by_id
    where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid
    union all
    select e.id, 'status', (${cameFrom('status')})::text, e.to_status::text, e.reason_code, e.reason,
      ${isoColumn(Prisma.sql`e.effective_at`)},
      ${isoColumn(Prisma.sql`e.recorded_at`)},
      v.id is not null, e.means::text,
      ${namedPersonColumn(Prisma.sql`b`)}, e.effective_at, e.seq
    from status_event e
    left join void v on v.program_id = e.program_id and v.pair_id = e.pair_id and v.status_event_id = e.id
    left join person b on b.id = e.by_id
    where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid
    order by at, seq`;
}

/** One pair as it stands, with its logs in order. Throws not_found for what is not there or not the viewer's. */
export async function readPair(tx: Tx, scope: ProgramScope, pairId: string): Promise<PairLog> {
  const item = await findPairItem(tx, scope, pairId);
  const rows = await readLogs(tx, scope, pairId);
  const entry = (row: Row): LogEntry => ({
    id: row.id,
    effectiveAt: row.effectiveAt,
    recordedAt: row.recordedAt,
    voided: row.voided,
    by: row.by,
    means: row.means,
    reason: row.reason,
  });
  return {
    ...item,
    events: rows
      .filter((row) => row.log === 'stage')
      .map((row) => ({ ...entry(row), from: row.from as Stage | null, to: row.to as Stage })),
    statusEvents: rows
      .filter((row) => row.log === 'status')
      .map((row) => ({
        ...entry(row),
        from: row.from as PairStatus,
        to: row.to as PairStatus,
        reasonCode: row.reasonCode,
      })),
  };
}
