import { AppError } from '@/lib/core/errors';
import { done, type Result, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { programOperations } from '../operations';
import { canEditProgram } from '../policy';
import { dateColumn } from '../rules';
import { setStagesInput } from '../schema';

/** Sets the dates, zone, meeting length and target days of the stages given. Refusal: stale. */
export const setStages = programCommand({
  operation: programOperations.setStages,
  input: setStagesInput,
  may: canEditProgram,
  run: async (tx, { scope, record }, { stages, version }): Promise<Result<{ version: number }>> => {
    const rows = await tx.$queryRaw<{ version: number }[]>`
      select version from program where id = ${scope.programId}::uuid for no key update`;
    const current = rows[0]?.version;
    if (current === undefined) throw new AppError('not_found', 'program');
    if (version !== undefined && version !== current)
      return refuse('stale', { field: ['version'], current: { version: current } });
    for (const { stage, startsOn, endsOn, targetDays, ...rest } of stages) {
      const target = targetDays === undefined ? {} : { targetDays };
      const data = { ...rest, ...target, startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn) };
      await tx.programStage.upsert({
        where: { programId_stage: { programId: scope.programId, stage } },
        create: { programId: scope.programId, stage, ...data },
        update: data,
        select: { stage: true },
      });
    }
    await tx.program.update({
      where: { id: scope.programId },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    record({ subject: 'program', subjectId: scope.programId, detail: { stages } });
    return done({ version: current + 1 });
  },
});
