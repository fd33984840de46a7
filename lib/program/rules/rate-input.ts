import { type CommaMeaning, readNumber } from '@/lib/core/number-input';

/** A rate as a plain decimal above zero, at most twelve digits before the point and eight after it. */
const RATE = /^\d{1,12}(\.\d{1,8})?$/;

export type RateInput =
  | { ok: true; rate: string }
  | { ok: false; reason: 'not_a_rate' }
  | { ok: false; reason: 'ambiguous'; readings: string[] };

/**
 * Reads a rate as people and tables write it (`1,340.50`, `1.475,20`, `1340,5`), for the screen, pasted lines and the
 * API alike. `1,340` is ambiguous, unless `comma` says what the commas mean.
 */
export function readRate(text: string, comma?: CommaMeaning): RateInput {
  const read = readNumber(text, comma);
  if (!read.ok && read.reason === 'ambiguous') return read;
  if (!read.ok || !RATE.test(read.value) || !/[1-9]/.test(read.value))
    return { ok: false, reason: 'not_a_rate' };
  return { ok: true, rate: read.value };
}
