import type { z } from 'zod';
import type { Day } from '@/lib/core/days';
import { done, type Result, refuse } from '@/lib/core/result';
import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import type { LockedPair } from '@/lib/pair/commands/refresh';
import { canMovePairs } from '@/lib/pair/policy';
import { canNameSource } from '../policy';
import { LADDER, refusalsOfAmount, refusalsOfClosedPair } from '../rules';
import type { addAmountInput } from '../schema';
import type { AmountToRecord } from './record';

type Pair = Pick<LockedPair, 'id' | 'startupId' | 'status'>;
/** `today` in the program's home zone; from `largeFrom` on an amount of this currency is asked about, in its minor units. */
type Bounds = { today: Day; largeFrom: bigint };

/** The entry that an input makes on a pair, or why the ladder does not take it. Refusals: those of addAmount. */
export function ladderEntryOf(
  scope: ProgramScope,
  pair: Pair,
  input: z.output<typeof addAmountInput>,
  { today, largeFrom }: Bounds,
): Result<AmountToRecord> {
  const source = input.source ?? (worksInOffice(scope) ? 'officer' : 'startup');
  if (!canNameSource(scope, source)) return refuse('source_not_yours', { field: ['source'] });
  const { pairId, closedPair: answer, rung, effectiveOn, evidence, reason, ...given } = input;
  const said = {
    ...given,
    rung,
    effectiveOn,
    source,
    ...(evidence ? { evidence } : {}),
    ...(reason ? { reason } : {}),
  };
  const refusals = [
    ...refusalsOfAmount({ ...said, today, largeFrom }),
    ...refusalsOfClosedPair({ rung, status: pair.status, answer, mayReopen: canMovePairs(scope) }),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const holdsMoney = LADDER[rung].money !== 'none';
  return done({
    ...{ pairId, startupId: pair.startupId, rung, effectiveOn, source, evidence, reason },
    minor: holdsMoney ? (input.minor ?? 0) : null,
    currency: holdsMoney ? (input.currency ?? scope.program.baseCurrency) : null,
  });
}
