import { type Currency, isCurrency } from '@/lib/core/currencies';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { type AmountBounds, findAmountBounds } from '@/lib/program/queries/bounds';
import { largeAmountIn } from '../rules/size';

/** From which amount on an entry in this currency is asked, in its minor units; by default in the program's currency. */
export async function findLargeAmount(tx: Tx, scope: ProgramScope, currency?: string): Promise<bigint> {
  return largeFrom(await findAmountBounds(tx, scope.programId), currency);
}

/** The same by bounds that were read. */
export function largeFrom({ baseCurrency, largeAmount }: AmountBounds, currency?: string): bigint {
  const program = { baseCurrency, largeAmount: largeAmount === null ? null : BigInt(largeAmount) };
  const asked = currency ?? program.baseCurrency;
  return largeAmountIn(isCurrency(asked) ? asked : ('KRW' satisfies Currency), program);
}
