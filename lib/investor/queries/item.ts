import { AppError } from '@/lib/core/errors';
import { programQuery } from '@/lib/platform/query';
import { type ContactItem, selectContacts } from '@/lib/program/queries/contacts';
import { figuresOf, type PartyFigures } from '@/lib/program/queries/figures';
import { clocksOf } from '@/lib/program/rules';
import { investorOperations } from '../operations';
import { canReadInvestors, canSeeInvestorFigures } from '../policy';
import { getInvestorInput } from '../schema';
import type { InvestorProfile } from './find';

export type InvestorDetail = InvestorProfile & {
  id: string;
  archivedAt: string | null;
  version: number;
  contacts: ContactItem[];
  figures: PartyFigures | null;
};

/** A firm's profile, people (masked) and figures. Throws not_found for what is not there. */
export const getInvestor = programQuery({
  operation: investorOperations.getInvestor,
  input: getInvestorInput,
  may: canReadInvestors,
  run: async (tx, scope, { investorId, asOf, knownOn }): Promise<InvestorDetail> => {
    const row = await tx.investor.findUnique({
      where: { programId_id: { programId: scope.programId, id: investorId } },
      select: {
        id: true,
        name: true,
        city: true,
        focus: true,
        summary: true,
        website: true,
        archivedAt: true,
        version: true,
      },
    });
    if (!row) throw new AppError('not_found', 'investor');
    const contacts = await selectContacts(tx, scope, { investorId });
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const figures = canSeeInvestorFigures(scope)
      ? await figuresOf(tx, scope, 'investor', [investorId], clocks)
      : null;
    return {
      ...row,
      archivedAt: row.archivedAt?.toISOString() ?? null,
      contacts,
      figures: figures?.get(investorId) ?? null,
    };
  },
});
