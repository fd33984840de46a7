import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { loadRules } from '../queries/facts';
import { setRulesInput } from '../schema';
import { timetableRules } from '../schema/stage';

/** Sets the rules of a stage. Refusals: stage_not_set, stale, floor_over_max. */
export const setRules = programCommand({
  operation: timetableOperations.setRules,
  input: setRulesInput,
  output: timetableRules,
  may: canPlan,
  run: async (tx, { scope, record }, { stage, version, ...rules }) => {
    const { programId } = scope;
    const settings = await tx.$queryRaw<{ stage: string }[]>`
      select stage from program_stage where program_id = ${programId}::uuid and stage = ${stage}::stage for no key update`;
    if (settings.length === 0) return refuse('stage_not_set', { field: ['stage'] });
    const current = await loadRules(tx, programId, stage);
    if (current.version !== version) return refuse('stale', { field: ['version'], current });
    for (const side of ['startup', 'investor'] as const) {
      const max = rules[`${side}Max`];
      if (max !== null && rules[`${side}Floor`] > max) {
        return refuse('floor_over_max', { field: [`${side}Floor`], params: { max } });
      }
    }
    const next = { ...rules, version: version + 1 };
    const row = await tx.timetableRules.upsert({
      where: { programId_stage: { programId, stage } },
      create: { programId, stage, ...next },
      update: next,
      omit: { programId: true, stage: true },
    });
    if (!row) throw new AppError('internal', 'no rules written');
    record({ subject: 'timetable_rules', detail: { stage, ...next } });
    return done(row);
  },
});
