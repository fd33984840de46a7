import { AppError } from '@/lib/core/errors';
import { programQuery } from '@/lib/platform/query';
import { type ContactItem, selectContacts } from '@/lib/program/queries/contacts';
import { figuresOf, type PartyFigures } from '@/lib/program/queries/figures';
import { clocksOf } from '@/lib/program/rules';
import { startupOperations } from '../operations';
import { canReadStartups, canSeeStartupFigures } from '../policy';
import { getStartupInput } from '../schema';
import type { StartupProfile } from './find';

export type StartupDetail = StartupProfile & {
  id: string;
  archivedAt: string | null;
  version: number;
  contacts: ContactItem[];
  figures: PartyFigures | null;
};

/** A startup's profile, people (masked) and figures. Throws not_found for what is not there or not the viewer's. */
export const getStartup = programQuery({
  operation: startupOperations.getStartup,
  input: getStartupInput,
  may: canReadStartups,
  run: async (tx, scope, { startupId, asOf, knownOn }): Promise<StartupDetail> => {
    if (scope.startupId && scope.startupId !== startupId) throw new AppError('not_found', 'startup');
    const row = await tx.startup.findUnique({
      where: { programId_id: { programId: scope.programId, id: startupId } },
      select: {
        id: true,
        name: true,
        nameEn: true,
        sector: true,
        summary: true,
        summaryEn: true,
        website: true,
        archivedAt: true,
        version: true,
      },
    });
    if (!row) throw new AppError('not_found', 'startup');
    const contacts = await selectContacts(tx, scope, { startupId });
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const figures = canSeeStartupFigures(scope)
      ? await figuresOf(tx, scope, 'startup', [startupId], clocks)
      : null;
    return {
      ...row,
      archivedAt: row.archivedAt?.toISOString() ?? null,
      contacts,
      figures: figures?.get(startupId) ?? null,
    };
  },
});
