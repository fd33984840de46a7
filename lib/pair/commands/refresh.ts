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
    left join lateral (
      select e.to_stage, e.effective_at from stage_event e
      where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid
        and not exists (select from void v where v.program_id = e.program_id and v.pair_id = e.pair_id and v.stage_event_id = e.id)
      order by e.from_stage is not null desc, e.effective_at desc, e.seq desc limit 1) s on true
    left join lateral (
      select e.to_status, e.reason_code from status_event e
      where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid
        and not exists (select from void v where v.program_id = e.program_id and v.pair_id = e.pair_id and v.status_event_id = e.id)
      order by e.effective_at desc, e.seq desc limit 1) t on true
    left join live_amount_of(${programId}::uuid, ${pairId}::uuid) a on true
    where p.program_id = ${programId}::uuid and p.id = ${pairId}::uuid and s.to_stage is not null
    returning p.version`;
  const version = rows[0]?.version;
  if (version === undefined) throw new AppError('internal', `pair ${pairId} has no stage left in its log`);
  return version;
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
  const rows = await tx.$queryRaw<LockedPair[]>`
    select id, startup_id as "startupId", investor_id as "investorId", stage, status, version
    from pair where program_id = ${programId}::uuid and id = ${pairId}::uuid for update`;
  const pair = rows[0];
  if (!pair) throw new AppError('not_found', 'pair');
  return pair;
}
