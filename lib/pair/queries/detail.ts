import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { PairStatus, ReasonCode, Stage } from '../rules/stages';
import type { PairLog, StageLogEntry } from '../schema/history';
import { cameFrom, saidReason } from './came-from';
import { findPairItem } from './item';

type LogEntry = Omit<StageLogEntry, 'from' | 'to'>;
type Row = LogEntry & {
  log: 'stage' | 'status';
  from: string | null;
  to: string;
  reasonCode: ReasonCode | null;
};

async function readLogs(tx: Tx, { programId }: ProgramScope, pairId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select e.id, 'stage' as log, (${cameFrom('stage')})::text as "from", e.to_stage::text as "to", null as "reasonCode", ${saidReason} as reason,
      to_char(e.effective_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "effectiveAt",
      to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
      v.id is not null as voided, e.means::text as means,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) end as by, e.effective_at as at, e.seq
    from stage_event e
    left join void v on v.program_id = e.program_id and v.pair_id = e.pair_id and v.stage_event_id = e.id
    left join person b on b.id = e.by_id
    where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid
    union all
    select e.id, 'status', (${cameFrom('status')})::text, e.to_status::text, e.reason_code, e.reason,
      to_char(e.effective_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      v.id is not null, e.means::text,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) end, e.effective_at, e.seq
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
