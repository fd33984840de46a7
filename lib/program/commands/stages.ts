import { formatDay, formatRange } from '@/lib/core/dates';
import { AppError } from '@/lib/core/errors';
import { done, type Refusal, refuse } from '@/lib/core/result';
import { uuidv7 } from '@/lib/core/uuid';
import { programCommand } from '@/lib/platform/command';
import { programOperations } from '../operations';
import { canEditProgram } from '../policy';
import { findStages } from '../queries/programs';
import { toSlotItem } from '../queries/slots';
import { dateColumn, dayOfColumn, overlaps, planSlots } from '../rules';
import { addSlotsInput, removeSlotsInput, setStagesInput } from '../schema';
import { addedSlots, editedProgram, removedSlots } from '../schema/settings';

/** Sets the dates, zone, meeting length and target days of the stages given. Refusal: stale. */
export const setStages = programCommand({
  operation: programOperations.setStages,
  input: setStagesInput,
  output: editedProgram,
  may: canEditProgram,
  run: async (tx, { scope, record }, { stages, version }) => {
    const rows = await tx.$queryRaw<{ version: number }[]>`
      select version from program where id = ${scope.programId}::uuid for no key update`;
    const current = rows[0]?.version;
    if (current === undefined) throw new AppError('not_found', 'program');
    if (version !== undefined && version !== current) {
      const now = { version: current, stages: await findStages(tx, scope.programId) };
      return refuse('stale', { field: ['version'], current: now });
    }
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

const overlapping: Refusal = { reason: 'slot_overlaps_just_now', field: ['firstStart'] };

/**
 * Adds a row of slots to a stage, on the clocks of the stage's zone. Refusals: stage_not_set, outside_stage,
 * time_in_gap, slot_overlaps.
 */
export const addSlots = programCommand({
  operation: programOperations.addSlots,
  input: addSlotsInput,
  output: addedSlots,
  may: canEditProgram,
  run: async (tx, { scope, viewer, now, record }, { stage, day, ...plan }) => {
    const setting = await tx.programStage.findUnique({
      where: { programId_stage: { programId: scope.programId, stage } },
      select: { startsOn: true, endsOn: true, timeZone: true },
    });
    if (!setting) return refuse('stage_not_set', { field: ['stage'] });
    const [from, to] = [dayOfColumn(setting.startsOn), dayOfColumn(setting.endsOn)];
    if (day < from || day > to) {
      const params = { from: formatDay(from, viewer.locale), to: formatDay(to, viewer.locale) };
      return refuse('outside_stage', { field: ['day'], params });
    }
    const planned = planSlots({ day, ...plan, timeZone: setting.timeZone });
    if (!planned) {
      const params = { time: plan.firstStart, zone: setting.timeZone };
      return refuse('time_in_gap', { field: ['firstStart'], params });
    }
    const existing = await tx.slot.findMany({
      where: { programId: scope.programId, stage },
      select: { startsAt: true, endsAt: true },
    });
    const clash = existing.find((slot) => planned.some((each) => overlaps(each, slot)));
    if (clash) {
      const range = formatRange(clash.startsAt, clash.endsAt, setting.timeZone, viewer.locale);
      return refuse('slot_overlaps', { field: ['firstStart'], params: { range } });
    }
    const slots = planned.map((slot) => ({ id: uuidv7(now), stage, ...slot }));
    await tx.slot.createMany({ data: slots.map((slot) => ({ programId: scope.programId, ...slot })) });
    record({ subject: 'slot', detail: { stage, day, ...plan } });
    return done({ slots: slots.map(toSlotItem) });
  },
  explain: async (_tx, { constraint }) => (constraint.startsWith('slot_') ? [overlapping] : null),
});

/** Takes slots out of the grid. Refusal: slot_in_use, while a meeting of the stage is planned in one of them. */
export const removeSlots = programCommand({
  operation: programOperations.removeSlots,
  input: removeSlotsInput,
  output: removedSlots,
  may: canEditProgram,
  run: async (tx, { scope, record }, { slotIds }) => {
    const slots = await tx.slot.findMany({
      where: { programId: scope.programId, id: { in: slotIds } },
      select: { id: true, stage: true, startsAt: true, endsAt: true },
    });
    if (slots.length !== new Set(slotIds).size) throw new AppError('not_found', 'slot');
    const used = await tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from slot s
      join meeting m on m.program_id = s.program_id and m.stage = s.stage and m.state in ('scheduled', 'held')
        and tstzrange(m.starts_at, m.ends_at) && tstzrange(s.starts_at, s.ends_at)
      where s.program_id = ${scope.programId}::uuid and s.id = any(${slotIds}::uuid[])`;
    const count = used[0]?.count ?? 0;
    if (count > 0) return refuse('slot_in_use', { field: ['slotIds'], params: { count } });
    await tx.slot.deleteMany({ where: { programId: scope.programId, id: { in: slotIds } } });
    const removed = slots.map(toSlotItem);
    record({ subject: 'slot', detail: { removed } });
    return done({ removed });
  },
});
