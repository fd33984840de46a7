import { AppError } from '@/lib/core/errors';
import type { Tx } from '@/lib/platform/database';

/**
 * The one function that writes a pair's caches: replays its logs (the opening entry first, then by effective time,
 * then by entry; voided entries aside) into stage, status, live amount and interest, and gives it a new version. Call it in the transaction that
 * appended to a log. Returns the new version.
 */
export async function refreshPair(tx: Tx, programId: string, pairId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    update pair p set
      stage = s.to_stage, stage_since = s.effective_at,
      status = coalesce(t.to_status, 'open'), reason_code = t.reason_code,
      live_rung = a.rung, live_minor = a.minor, live_currency = a.currency, live_on = a.effective_on,
      interest = interest_of(${programId}::uuid, ${pairId}::uuid),
      version = p.version + 1
    from (select 1) one
    left join last_stage_event(${programId}::uuid, 'infinity', 'infinity') s on s.pair_id = ${pairId}::uuid
    left join last_status_event(${programId}::uuid, 'infinity', 'infinity') t on t.pair_id = ${pairId}::uuid
    left join live_amount_of(${programId}::uuid, ${pairId}::uuid) a on true
    where p.program_id = ${programId}::uuid and p.id = ${pairId}::uuid and s.to_stage is not null
    returning p.version`;
  const version = rows[0]?.version;
  if (version === undefined) throw new AppError('internal', `pair ${pairId} has no stage left in its log`);
  return version;
}

/**
 * The same for every pair of a program whose logs were filled at once. Versions stay. Returns how many pairs have no stage in
 * their log.
 */
export async function refreshPairs(tx: Tx, programId: string): Promise<number> {
  // Logs filled a moment ago have no statistics: a plan that takes them for empty would read them once a pair.
  await tx.$queryRaw`select set_config('enable_nestloop', 'off', true)`;
  const [row] = await tx.$queryRaw<[{ without: number }]>`
    with refreshed as (
      update pair p set
        stage = s.to_stage, stage_since = s.effective_at,
        status = coalesce(t.to_status, 'open'), reason_code = t.reason_code,
        live_rung = a.rung, live_minor = a.minor, live_currency = a.currency, live_on = a.effective_on,
        interest = interest_of(p.program_id, p.id)
      from last_stage_event(${programId}::uuid, 'infinity', 'infinity') s
      left join last_status_event(${programId}::uuid, 'infinity', 'infinity') t on t.pair_id = s.pair_id
      left join pair_amount(${programId}::uuid, 'infinity', 'infinity') a on a.pair_id = s.pair_id
      where p.program_id = ${programId}::uuid and p.id = s.pair_id
      returning p.id)
    select (select count(*) from pair where program_id = ${programId}::uuid)::int - (select count(*) from refreshed)::int as without`;
  return row.without;
}

/** The same for some pairs whose rows this transaction holds, in one statement; each gets its next version. */
export async function refreshSomePairs(tx: Tx, programId: string, pairIds: readonly string[]): Promise<void> {
  const asked = [...new Set(pairIds)];
  const written = await tx.$executeRaw`
    update pair p set
      stage = s.to_stage, stage_since = s.effective_at,
      status = coalesce(t.to_status, 'open'), reason_code = t.reason_code,
      live_rung = a.rung, live_minor = a.minor, live_currency = a.currency, live_on = a.effective_on,
      interest = interest_of(p.program_id, p.id),
      version = p.version + 1
    from unnest(${asked}::uuid[]) one (id)
    join last_stage_event(${programId}::uuid, 'infinity', 'infinity') s on s.pair_id = one.id
    left join last_status_event(${programId}::uuid, 'infinity', 'infinity') t on t.pair_id = one.id
    left join pair_amount(${programId}::uuid, 'infinity') a on a.pair_id = one.id
    where p.program_id = ${programId}::uuid and p.id = one.id`;
  if (written !== asked.length) throw new AppError('internal', 'a pair has no stage left in its log');
}

export type LockedPair = {
  id: string;
  startupId: string;
  investorId: string;
  stage: import('../rules/stages').Stage;
  status: import('../rules/stages').PairStatus;
  version: number;
};

/** Takes the pair's row for this transaction: moves of one pair happen one after the other. Throws not_found. */
export async function lockPair(tx: Tx, programId: string, pairId: string): Promise<LockedPair> {
  const pair = (await lockPairs(tx, programId, [pairId])).get(pairId);
  if (!pair) throw new AppError('not_found', 'pair');
  return pair;
}

/** The same for many. They are taken in the order of their ids, so that two who want the same ones wait and do not deadlock. */
export async function lockPairs(
  tx: Tx,
  programId: string,
  pairIds: readonly string[],
): Promise<Map<string, LockedPair>> {
  const rows = await tx.$queryRaw<LockedPair[]>`
    select id, startup_id as "startupId", investor_id as "investorId", stage, status, version
    from pair where program_id = ${programId}::uuid and id = any(${pairIds}::uuid[]) order by id for update`;
  if (rows.length < new Set(pairIds).size) throw new AppError('not_found', 'pair');
  return new Map(rows.map((row) => [row.id, row]));
}
