import { AppError } from '@/lib/core/errors';
import { done } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { fixTableInput, paintBlackoutsInput } from '../schema';
import { fixedTable, paintedBlackouts } from '../schema/wishes';

type Kind = 'startup' | 'investor' | 'contact' | 'table';
const COLUMN = {
  startup: 'startupId',
  investor: 'investorId',
  contact: 'contactId',
  table: 'tableId',
} as const;

type Party = { kind: Kind; id: string };

/** What a blackout is of has to be of this program and in use. Throws not_found. */
async function requireParties(tx: Tx, { programId }: ProgramScope, parties: readonly Party[]) {
  for (const [kind, own] of Map.groupBy(parties, (party) => party.kind)) {
    const ids = [...new Set(own.map(({ id }) => id))];
    const where = { programId, id: { in: ids }, archivedAt: null };
    const found = {
      startup: () => tx.startup.count({ where }),
      investor: () => tx.investor.count({ where }),
      contact: () => tx.contact.count({ where }),
      table: () => tx.venueTable.count({ where }),
    };
    if ((await found[kind]()) !== ids.length) throw new AppError('not_found', kind);
  }
}

async function requireSlots(tx: Tx, { programId }: ProgramScope, stage: MeetingStage, slotIds: string[]) {
  const found = await tx.slot.count({ where: { programId, stage, id: { in: slotIds } } });
  if (found !== slotIds.length) throw new AppError('not_found', 'slot');
}

/**
 * Paints parties, people or tables away in some slots, or wipes it off: all of a stroke in one transaction, in its order.
 * What stands so already stays so. Throws not_found for a party or slot that is not the program's.
 */
export const paintBlackouts = programCommand({
  operation: timetableOperations.paintBlackouts,
  input: paintBlackoutsInput,
  output: paintedBlackouts,
  may: canPlan,
  run: async (tx, { scope, now, record }, { stage, paints }) => {
    const { programId } = scope;
    await requireParties(
      tx,
      scope,
      paints.map(({ party }) => party),
    );
    await requireSlots(tx, scope, stage, [...new Set(paints.flatMap(({ slotIds }) => slotIds))]);
    let changed = 0;
    for (const { party, slotIds, away } of paints) {
      const whose = { [COLUMN[party.kind]]: party.id };
      const slots = [...new Set(slotIds)];
      const { count } = away
        ? await tx.blackout.createMany({
            data: slots.map((slotId) => ({ programId, id: uuidv7(now), slotId, ...whose })),
            skipDuplicates: true,
          })
        : await tx.blackout.deleteMany({ where: { programId, slotId: { in: slots }, ...whose } });
      changed += count;
      record({
        subject: party.kind,
        subjectId: party.id,
        startupId: party.kind === 'startup' ? party.id : null,
        detail: { stage, away, slotIds: slots },
      });
    }
    return done({ changed });
  },
});

/** Gives a party one table for the whole stage, or frees it of it. */
export const fixTable = programCommand({
  operation: timetableOperations.fixTable,
  input: fixTableInput,
  output: fixedTable,
  may: canPlan,
  run: async (tx, { scope, now, record }, { stage, party, tableId }) => {
    const { programId } = scope;
    await requireParties(tx, scope, tableId ? [party, { kind: 'table', id: tableId }] : [party]);
    const setting = await tx.programStage.count({ where: { programId, stage } });
    if (setting === 0) throw new AppError('not_found', 'stage');
    const whose = party.kind === 'startup' ? { startupId: party.id } : { investorId: party.id };
    await tx.fixedTable.deleteMany({ where: { programId, stage, ...whose } });
    if (tableId) {
      await tx.fixedTable.create({
        data: { programId, id: uuidv7(now), stage, tableId, ...whose },
        select: { id: true },
      });
    }
    record({
      subject: party.kind,
      subjectId: party.id,
      startupId: party.kind === 'startup' ? party.id : null,
      detail: { stage, tableId },
    });
    return done({ tableId });
  },
});
