import { noInput } from '@/lib/core/fields';
import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import { MEETING_STAGES, type MeetingStage } from '../rules/stages';
import { type Unscheduled, unscheduledStages } from '../schema/figures';
import { wherePairs } from './list';

/** How many open pairs of each stage have no meeting of it; the rows are `pair.list` with stage and unscheduled. */
export const countUnscheduled = programQuery({
  operation: pairOperations.countUnscheduled,
  input: noInput,
  output: unscheduledStages,
  may: canReadPairs,
  run: async (tx, scope) => {
    const clocks = clocksOf(scope.program, new Date());
    const counted = await tx.$queryRaw<Unscheduled[]>`
      select p.stage, count(*)::int as pairs
      from pair p
      join startup s on s.program_id = p.program_id and s.id = p.startup_id and s.archived_at is null
      join investor i on i.program_id = p.program_id and i.id = p.investor_id and i.archived_at is null
      where p.program_id = ${scope.programId}::uuid
        and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
        and ${wherePairs(scope.programId, { unscheduled: true }, clocks)}
      group by p.stage`;
    const pairsOf = (stage: MeetingStage) => counted.find((row) => row.stage === stage)?.pairs ?? 0;
    return { stages: MEETING_STAGES.map((stage) => ({ stage, pairs: pairsOf(stage) })) };
  },
});
