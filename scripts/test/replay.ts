import { isLaterStage, type PairStatus, type Stage } from '@/lib/pair/rules/stages';

/**
 * One line of the stage log. `seq` orders entries that became effective at the same instant. `fromStage` is null for the
 * entry that opens the log: it says that the pair exists, and every move stands above it, even one told later that
 * happened before the pair was entered here.
 */
export type StageEntry = {
  fromStage: Stage | null;
  toStage: Stage;
  effectiveAt: Date;
  seq: bigint | number;
  voided: boolean;
};
export type StatusEntry = {
  toStatus: PairStatus;
  effectiveAt: Date;
  seq: bigint | number;
  voided: boolean;
  reasonCode: string | null;
};

type Entry = { effectiveAt: Date; seq: bigint | number; voided: boolean };

/** The last entry in force strictly before `before` (all of them without it): by effective time, then by entry. */
function lastInForce<E extends Entry>(log: readonly E[], before?: Date): E | null {
  let last: E | null = null;
  for (const entry of log) {
    if (entry.voided || (before && entry.effectiveAt >= before)) continue;
    if (!last || isAfter(entry, last)) last = entry;
  }
  return last;
}

function isAfter(a: Entry, b: Entry): boolean {
  const difference = a.effectiveAt.getTime() - b.effectiveAt.getTime();
  return difference !== 0 ? difference > 0 : a.seq > b.seq;
}

/** Where the log says the pair stands; what `pair.stage` caches. */
export function replayStage(log: readonly StageEntry[], before?: Date): Stage {
  const moves = log.filter(({ fromStage }) => fromStage !== null);
  return lastInForce(moves, before)?.toStage ?? lastInForce(log, before)?.toStage ?? 'candidate';
}

export function replayStatus(log: readonly StatusEntry[], before?: Date): PairStatus {
  return lastInForce(log, before)?.toStatus ?? 'open';
}

/** The furthest stage any entry in force names: moves back take nothing away, skipped stages count. */
export function reachedStage(log: readonly StageEntry[], before?: Date): Stage {
  let furthest: Stage = 'candidate';
  for (const entry of log) {
    if (entry.voided || (before && entry.effectiveAt >= before)) continue;
    if (isLaterStage(entry.toStage, furthest)) furthest = entry.toStage;
  }
  return furthest;
}
