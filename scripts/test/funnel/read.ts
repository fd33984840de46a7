import type pg from 'pg';
import type { Log } from './log';

/** A program's logs as they stand in the tables, in the order in which they were written, for the recount. */
export async function readLog(client: pg.Client, slug: string): Promise<Log> {
  const { rows: programs } = await client.query('select id from program where slug = $1', [slug]);
  const rowsOf = async <Row>(columns: string, table: string, order = 'e.id'): Promise<Row[]> =>
    (
      await client.query(`select ${columns} from ${table} e where e.program_id = $1 order by ${order}`, [
        programs[0]?.id,
      ])
    ).rows as Row[];
  const ms = (column: string) => `(extract(epoch from e.${column}) * 1000)::float8`;
  const entry = `e.id, e.pair_id as "pairId", ${ms('recorded_at')} as "recordedAt"`;
  const party = 'e.id, e.archived_at is not null as archived';
  const amounts = await rowsOf<Omit<Log['amounts'][number], 'minor'> & { minor: string | null }>(
    `${entry}, e.rung, e.minor::text as minor, e.currency, e.effective_on::text as "effectiveOn", e.source, e.evidence is not null as proved`,
    'amount',
    'e.seq',
  );
  return {
    pairs: await rowsOf('e.id, e.startup_id as "startupId", e.investor_id as "investorId"', 'pair'),
    startups: await rowsOf(party, 'startup'),
    investors: await rowsOf(party, 'investor'),
    stages: await rowsOf(
      `${entry}, e.to_stage as "toStage", ${ms('effective_at')} as "effectiveAt", e.from_stage is null as opens`,
      'stage_event',
      'e.seq',
    ),
    statuses: await rowsOf(
      `${entry}, e.to_status as "toStatus", e.reason_code as "reasonCode", ${ms('effective_at')} as "effectiveAt"`,
      'status_event',
      'e.seq',
    ),
    amounts: amounts.map((row) => ({ ...row, minor: BigInt(row.minor ?? 0) })),
    voids: await rowsOf(
      `coalesce(e.stage_event_id, e.status_event_id, e.amount_id) as "targetId", e.pair_id as "pairId", ${ms('recorded_at')} as "recordedAt"`,
      'void',
    ),
    meetings: await rowsOf('e.id, e.pair_id as "pairId", e.stage', 'meeting'),
    meetingEvents: await rowsOf(
      `${entry}, e.meeting_id as "meetingId", e.kind, ${ms('starts_at')} as "startsAt"`,
      'meeting_event',
      'e.seq',
    ),
    rates: await rowsOf(
      `e.base, e.rate::text as rate, e.on_day::text as on, ${ms('recorded_at')} as "recordedAt"`,
      'fx_rate',
      'e.seq',
    ),
  };
}
