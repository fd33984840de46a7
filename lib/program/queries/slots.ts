import { pageOf } from '@/lib/platform/cursor';
import { programQuery } from '@/lib/platform/query';
import { programOperations } from '../operations';
import { canReadProgram } from '../policy';
import { listSlotsInput, type ProgramStageName } from '../schema';
import { listedSlots, type SlotItem } from '../schema/settings';

type Slot = { id: string; stage: string; startsAt: Date; endsAt: Date };
/** Slots belong to stages that meet: a candidate meets nobody. */
export const toSlotItem = ({ id, stage, startsAt, endsAt }: Slot): SlotItem => ({
  id,
  stage: stage as ProgramStageName,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** The grid of one stage, or of all, in the order of time. */
export const listSlots = programQuery({
  operation: programOperations.listSlots,
  input: listSlotsInput,
  output: listedSlots,
  may: canReadProgram,
  run: async (tx, { programId }, { stage, ...page }) => {
    const rows = await tx.slot.findMany({
      where: { programId, ...(stage ? { stage } : {}) },
      select: { id: true, stage: true, startsAt: true, endsAt: true },
      orderBy: [{ startsAt: 'asc' }, { stage: 'asc' }, { id: 'asc' }],
    });
    return pageOf(rows.map(toSlotItem), page, ({ id }) => id);
  },
});
