import { programQuery } from '@/lib/platform/query';
import type { SlotItem } from '../commands/slots';
import { programOperations } from '../operations';
import { canReadProgram } from '../policy';
import { listSlotsInput } from '../schema';

/** The grid of one stage, or of all, in the order of time. */
export const listSlots = programQuery({
  operation: programOperations.listSlots,
  input: listSlotsInput,
  may: canReadProgram,
  run: async (tx, { programId }, { stage }): Promise<{ items: SlotItem[] }> => {
    const rows = await tx.slot.findMany({
      where: { programId, ...(stage ? { stage } : {}) },
      select: { id: true, stage: true, startsAt: true, endsAt: true },
      orderBy: [{ startsAt: 'asc' }, { stage: 'asc' }],
    });
    const items = rows.map(({ startsAt, endsAt, ...slot }) => ({
      ...slot,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
    return { items };
  },
});
