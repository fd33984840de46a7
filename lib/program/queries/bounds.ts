import { AppError } from '@/lib/core/errors';
import type { Tx } from '@/lib/platform/database';

/** In minor units of the base currency; null where there is none, and where it is not the asker's to know. */
export type AmountBounds = {
  baseCurrency: string;
  evidenceLimit: number | null;
  largeAmount: number | null;
};

type Row = AmountBounds & { programId: string };

/**
 * The bounds of all programs that the asker reads, by program. A startup's people learn no `evidenceLimit`: whoever knows
 * from which amount on evidence is wanted writes down a little less. PostgreSQL decides, as it knows the role.
 */
export async function selectAmountBounds(tx: Tx): Promise<Map<string, AmountBounds>> {
  // At most 10^15 by its input, which a number carries exactly.
  const rows = await tx.$queryRaw<Row[]>`
    select program_id as "programId", base_currency as "baseCurrency", evidence_limit::double precision as "evidenceLimit",
      large_amount::double precision as "largeAmount"
    from amount_bounds()`;
  return new Map(rows.map(({ programId, ...bounds }) => [programId, bounds]));
}

/** The same of one program. Throws not_found for one that the asker does not read. */
export async function findAmountBounds(tx: Tx, programId: string): Promise<AmountBounds> {
  const bounds = (await selectAmountBounds(tx)).get(programId);
  if (!bounds) throw new AppError('not_found', 'program');
  return bounds;
}
