import { AppError } from '@/lib/core/errors';
import type { Tx } from '@/lib/platform/database';
import type { GateFacts } from '../rules/moves';
import type { PairStatus, Stage } from '../rules/stages';

/** Where a pair stood at an instant, and what had been held and logged of that stage by then. */
export type InForce = { stage: Stage; status: PairStatus; facts: GateFacts };

/**
 * What was in force at an instant, by all that is known now: an entry for an earlier day is judged by that day and not by
 * what came after it. An entry that became effective at the very instant stands already.
 */
export async function inForceAt(tx: Tx, programId: string, pairId: string, at: Date): Promise<InForce> {
  const [row] = await tx.$queryRaw<({ stage: Stage; status: PairStatus } & GateFacts)[]>`
    select s.stage, s.status,
      exists (select from meeting m where m.program_id = ${programId}::uuid and m.pair_id = ${pairId}::uuid
              and m.stage = s.stage and m.state = 'held' and m.starts_at <= ${at}) as "heldMeeting",
      exists (select from outcome o join meeting m on m.program_id = o.program_id and m.id = o.meeting_id
              where o.program_id = ${programId}::uuid and o.pair_id = ${pairId}::uuid and m.stage = s.stage
                and o.effective_at <= ${at}) as outcome
    from (select
      coalesce((
        select e.to_stage from stage_event e
        where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid and e.effective_at <= ${at}
          and not exists (select from void v where v.program_id = e.program_id and v.pair_id = e.pair_id and v.stage_event_id = e.id)
        order by e.from_stage is not null desc, e.effective_at desc, e.seq desc limit 1), 'candidate') as stage,
      coalesce((
        select e.to_status from status_event e
        where e.program_id = ${programId}::uuid and e.pair_id = ${pairId}::uuid and e.effective_at <= ${at}
          and not exists (select from void v where v.program_id = e.program_id and v.pair_id = e.pair_id and v.status_event_id = e.id)
        order by e.effective_at desc, e.seq desc limit 1), 'open') as status) s`;
  if (!row) throw new AppError('internal', 'no facts');
  const { stage, status, ...facts } = row;
  return { stage, status, facts };
}
