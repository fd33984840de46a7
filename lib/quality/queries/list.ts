import { dayInZone } from '@/lib/core/dates';
import { noInput } from '@/lib/core/fields';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { qualityOperations } from '../operations';
import { canSeeQuality } from '../policy';
import { CHECKS, type Check, type Finding, findAll } from '../rules/checks';
import { selectMeetings, selectPairs, selectParties } from './facts';

export type Quality = {
  /** The day of the home zone on which it was looked at. */
  today: string;
  timeZone: string;
  /** From which amount on evidence is wanted, in minor units of the base currency; null sets no limit. */
  evidenceLimit: { minor: number; currency: string } | null;
  checks: { check: Check; count: number; findings: Finding[] }[];
};

/**
 * What in the records is missing or contradicts, as they stand now: every check with all that it finds. Three
 * statements, however many pairs.
 */
export const listQuality = programQuery({
  operation: qualityOperations.listQuality,
  input: noInput,
  may: canSeeQuality,
  isWide: true,
  run: async (tx, scope): Promise<Quality> => {
    const now = new Date();
    const { homeZone, baseCurrency } = scope.program;
    const today = dayInZone(now, homeZone);
    await expectManyRows(tx);
    const { pairs, evidenceLimit } = await selectPairs(tx, scope, today);
    const found = findAll({
      pairs,
      meetings: await selectMeetings(tx, scope, now),
      parties: await selectParties(tx, scope),
      ...{ today, now, baseCurrency, evidenceLimit },
    });
    return {
      today,
      timeZone: homeZone,
      evidenceLimit: evidenceLimit === null ? null : { minor: evidenceLimit, currency: baseCurrency },
      checks: CHECKS.map((check) => ({ check, count: found[check].length, findings: found[check] })),
    };
  },
});
