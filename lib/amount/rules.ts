import type { Day } from '@/lib/core/days';
import type { Refusal } from '@/lib/core/result';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import { isClosed, type PairStatus } from '@/lib/pair/rules/stages';
import { isUnusuallyLarge, isUnusuallySmall } from './rules/size';

/** The four questions of the trade, and follow-on apart: sums that are never added together. */
export const SUMS = ['discussed', 'intended', 'signed', 'paid', 'follow_on'] as const;
export type Sum = (typeof SUMS)[number];

/** These end the ladder until a newer entry. */
export const ENDINGS = ['rejected', 'on_hold'] as const;
type Ending = (typeof ENDINGS)[number];

export const RUNGS = [...LIVE_RUNGS, ...ENDINGS] as const;
export type Rung = (typeof RUNGS)[number];

export const SOURCES = ['startup', 'officer', 'investor', 'evidence'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * `talk`: nothing is agreed yet, so it ends with the pair. `money`: an amount must stand there, may stay away, or has no
 * place. `evidence`: asked for, or else a reason.
 */
type RungRow = {
  order: number;
  sum: Sum | null;
  talk: boolean;
  money: 'required' | 'optional' | 'none';
  evidence: boolean;
};

/** The ladder's one table: order, the sum a rung counts in, what an entry needs. Form, server and funnel read it. */
export const LADDER: Readonly<Record<Rung, RungRow>> = {
  interest: { order: 0, sum: null, talk: true, money: 'optional', evidence: false },
  discussed: { order: 1, sum: 'discussed', talk: true, money: 'required', evidence: false },
  loi: { order: 2, sum: 'intended', talk: true, money: 'required', evidence: false },
  term_sheet: { order: 3, sum: 'intended', talk: true, money: 'required', evidence: true },
  committee: { order: 4, sum: 'intended', talk: true, money: 'required', evidence: true },
  signed: { order: 5, sum: 'signed', talk: false, money: 'required', evidence: true },
  paid: { order: 6, sum: 'paid', talk: false, money: 'required', evidence: true },
  follow_on: { order: 7, sum: 'follow_on', talk: false, money: 'required', evidence: true },
  rejected: { order: 8, sum: null, talk: false, money: 'none', evidence: false },
  on_hold: { order: 9, sum: null, talk: false, money: 'none', evidence: false },
};

export function isEnding(rung: Rung): rung is Ending {
  return rung === 'rejected' || rung === 'on_hold';
}

/** Talk ends with the pair: such an amount of a closed pair stands in no sum. What SQL's pair_money calls `left_out`. */
export function isLeftOut(rung: Rung, isPairClosed: boolean): boolean {
  return isPairClosed && LADDER[rung].talk;
}

/** The rungs of one sum, from the lowest. */
export function rungsOf(sum: Sum): LiveRung[] {
  return LIVE_RUNGS.filter((rung) => LADDER[rung].sum === sum);
}

/** One line of a pair's amount log. `seq` orders entries of the same day. */
export type AmountEntry = { rung: Rung; effectiveOn: string; seq: bigint | number; voided: boolean };

/**
 * What counts for a pair at the end of a day: the highest rung since the ladder was last ended, with that rung's latest
 * entry. Null without one. What `pair.live_*` caches and SQL's pair_amount computes.
 */
export function liveAmount<E extends AmountEntry>(log: readonly E[], on?: Day): E | null {
  const inForce = log
    .filter((entry) => !entry.voided && (on === undefined || entry.effectiveOn <= on))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const ended = inForce.findLastIndex((entry) => isEnding(entry.rung));
  let live: E | null = null;
  for (const entry of inForce.slice(ended + 1)) {
    if (!live || LADDER[entry.rung].order >= LADDER[live.rung].order) live = entry;
  }
  return live;
}

/** The log as it was at the end of a day and, where given, as it was known before an instant: later voids undone too. */
export function logAt<E extends AmountEntry & { recordedAt: string; voidedAt: string | null }>(
  log: readonly E[],
  on: Day,
  knownBefore: Date | null,
): E[] {
  const isKnown = (recorded: string) => !knownBefore || new Date(recorded) < knownBefore;
  return log
    .filter((entry) => entry.effectiveOn <= on && isKnown(entry.recordedAt))
    .map((entry) => ({ ...entry, voided: entry.voidedAt !== null && isKnown(entry.voidedAt) }));
}

export type Ladder<E> = {
  live: E | null;
  /** The entry that ended the ladder last, where nothing has been said since. */
  ended: E | null;
  /** What stands on each rung since the ladder was last ended: the latest word of each source, the newest first. */
  rungs: { rung: LiveRung; said: E[] }[];
};

/** A log as a ladder, from the highest rung: a startup's claim and an investor's own word stand side by side. */
export function ladderOf<E extends AmountEntry & { source: Source }>(log: readonly E[]): Ladder<E> {
  const inForce = log.filter((entry) => !entry.voided).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const endedAt = inForce.findLastIndex((entry) => isEnding(entry.rung));
  const since = inForce.slice(endedAt + 1).reverse();
  const rungs = LIVE_RUNGS.toReversed().map((rung) => {
    const onRung = since.filter((entry) => entry.rung === rung);
    const said = onRung.filter((entry, at) => onRung.findIndex((e) => e.source === entry.source) === at);
    return { rung, said };
  });
  const live = liveAmount(log);
  return { live, ended: live ? null : (inForce[endedAt] ?? null), rungs };
}

function isBefore(a: AmountEntry, b: AmountEntry): boolean {
  return a.effectiveOn === b.effectiveOn ? a.seq < b.seq : a.effectiveOn < b.effectiveOn;
}

/** What may be done with a closed pair when money of it is logged: it stays closed, or is opened again with the entry. */
export const CLOSED_PAIR_ANSWERS = ['keep', 'reopen'] as const;
export type ClosedPairAnswer = (typeof CLOSED_PAIR_ANSWERS)[number];

/**
 * A soft gate: money on a pair that is closed now is asked about, and an answer opens it. What ends a ladder fits a
 * closed pair and asks nothing. `mayReopen`: opening a pair is the office's, and `may` of the question names what is offered.
 */
export function refusalsOfClosedPair(entry: {
  rung: Rung;
  status: PairStatus;
  answer: ClosedPairAnswer | undefined;
  mayReopen: boolean;
}): Refusal[] {
  const { rung, status, answer, mayReopen } = entry;
  if (!isClosed(status) || isEnding(rung)) return [];
  const field = ['closedPair'];
  if (!answer) {
    const may = mayReopen ? 'reopen' : 'keep';
    return [{ reason: 'pair_closed', field, params: { strength: 'soft', may } }];
  }
  return answer === 'reopen' && !mayReopen ? [{ reason: 'reopen_not_yours', field }] : [];
}

export type NewAmount = {
  rung: Rung;
  minor?: number;
  currency?: string;
  effectiveOn: Day;
  source: Source;
  evidence?: string;
  reason?: string;
  /** Whoever enters it was asked about its unusual size, and says that it is right. */
  confirmed?: boolean | undefined;
  /** From which amount on it is asked, in minor units of its currency; left out, what is usual. */
  largeFrom?: bigint;
  /** The present day in the program's home zone. */
  today: Day;
};

/**
 * Why an entry is refused; empty when it may stand. Two gates are soft: a reason opens missing evidence, `confirmed` an
 * unusual size.
 */
export function refusalsOfAmount(entry: NewAmount): Refusal[] {
  const { rung, minor, currency, effectiveOn, source, evidence, reason, today } = entry;
  const { money, evidence: asksEvidence } = LADDER[rung];
  const refusals: Refusal[] = [];
  if (effectiveOn > today) refusals.push({ reason: 'in_the_future', field: ['effectiveOn'] });
  if (money === 'none' && (minor !== undefined || currency !== undefined))
    refusals.push({ reason: 'no_money_here', field: ['minor'] });
  if (money === 'required' && (minor === undefined || currency === undefined))
    refusals.push({ reason: 'money_required', field: [minor === undefined ? 'minor' : 'currency'] });
  if (money === 'optional' && (minor === undefined) !== (currency === undefined))
    refusals.push({ reason: 'money_required', field: [minor === undefined ? 'minor' : 'currency'] });
  if (isEnding(rung) && !reason) refusals.push({ reason: 'reason_required', field: ['reason'] });
  if (source === 'evidence' && !evidence) refusals.push({ reason: 'evidence_named', field: ['evidence'] });
  else if (asksEvidence && !evidence && !reason)
    refusals.push({ reason: 'evidence_missing', field: ['evidence'] });
  const size = entry.confirmed ? null : unusualSize(entry);
  if (size) refusals.push({ reason: size, field: ['minor'] });
  return refusals;
}

/** Interest without a sum is recorded as zero, so a zero there is usual. */
function unusualSize({ rung, minor, currency, largeFrom }: NewAmount) {
  if (minor === undefined || currency === undefined || LADDER[rung].money === 'none') return null;
  if (isUnusuallyLarge(minor, currency, largeFrom)) return 'unusually_large';
  return isUnusuallySmall(minor, currency) && !(rung === 'interest' && minor === 0)
    ? 'unusually_small'
    : null;
}
