import { randomUUID } from 'node:crypto';
import { dayAt, type History, INVESTORS, instantOf, type Later, STARTUPS } from './history';

/** A program's logs as the database keeps them, in the order in which they were written. Times are epoch milliseconds. */
export type PairRow = { id: string; startupId: string; investorId: string };
type Logged = { id: string; pairId: string; recordedAt: number };
/** `opens`: the entry that says the pair exists; it comes from no stage. */
export type StageRow = Logged & { toStage: string; effectiveAt: number; opens?: true };
export type StatusRow = Logged & { toStatus: string; reasonCode: string | null; effectiveAt: number };
export type AmountRow = Logged & {
  rung: string;
  minor: bigint;
  currency: string;
  effectiveOn: string;
  source: string;
  proved: boolean;
};
type VoidRow = {
  targetId: string;
  of: 'stage' | 'status' | 'amount';
  pairId: string;
  recordedAt: number;
};
type MeetingRow = { id: string; pairId: string; stage: string };
type MeetingEventRow = Logged & { meetingId: string; kind: string; startsAt: number };
export type RateRow = { base: string; rate: string; on: string; recordedAt: number };
export type Log = {
  pairs: PairRow[];
  startups: { id: string; archived: boolean }[];
  investors: { id: string; archived: boolean }[];
  stages: StageRow[];
  statuses: StatusRow[];
  amounts: AmountRow[];
  voids: VoidRow[];
  meetings: MeetingRow[];
  meetingEvents: MeetingEventRow[];
  rates: RateRow[];
};

export function logOf(history: History): Log {
  const startups = Array.from({ length: STARTUPS }, (_, n) => ({
    id: randomUUID(),
    archived: n === 0 && history.archivedStartup,
  }));
  const investors = Array.from({ length: INVESTORS }, (_, n) => ({
    id: randomUUID(),
    archived: n === 0 && history.archivedInvestor,
  }));
  const pairs = startups.flatMap((s) =>
    investors.map((i) => ({ id: randomUUID(), startupId: s.id, investorId: i.id })),
  );
  const openings = history.pairs.map(({ opened }, n) => {
    const at = instantOf(opened, history.zone);
    return {
      id: randomUUID(),
      pairId: idOf(pairs, n),
      toStage: 'candidate',
      effectiveAt: at,
      recordedAt: at,
      opens: true as const,
    };
  });
  const log = told(history, pairs, history.zone, () => 0);
  return { ...log, startups, investors, stages: byRecord([...openings, ...log.stages]) };
}

/** The same program's further rows, none of them recorded before `from`. */
export function laterLog(later: Later, pairs: readonly PairRow[], zone: string, from: number) {
  return told(later, pairs, zone, () => from);
}

function told(
  { pairs: histories, rates }: Later,
  pairs: readonly PairRow[],
  zone: string,
  earliest: () => number,
): Omit<Log, 'startups' | 'investors'> {
  const recorded = (ms: number) => Math.max(ms, earliest());
  const log: Omit<Log, 'startups' | 'investors'> = {
    ...{
      pairs: [...pairs],
      stages: [],
      statuses: [],
      amounts: [],
      voids: [],
      meetings: [],
      meetingEvents: [],
    },
    rates: rates.map(({ base, day, rate, late }) => ({
      ...{ base, rate, on: dayAt(day) },
      recordedAt: recorded(instantOf({ day, ms: 0 }, zone) + late),
    })),
  };
  histories.forEach((pair, n) => {
    const pairId = idOf(pairs, n);
    const add = (of: VoidRow['of'], each: (typeof pair)['stages' | 'statuses' | 'entries'][number]) => {
      const effectiveAt = instantOf(each.at, zone);
      const row = { id: randomUUID(), pairId, effectiveAt, recordedAt: recorded(effectiveAt + each.late) };
      if (each.voidedAfter !== null) {
        log.voids.push({ targetId: row.id, of, pairId, recordedAt: row.recordedAt + each.voidedAfter });
      }
      return row;
    };
    for (const move of pair.stages) log.stages.push({ ...add('stage', move), toStage: move.to });
    for (const move of pair.statuses) {
      log.statuses.push({ ...add('status', move), toStatus: move.to, reasonCode: move.reasonCode });
    }
    for (const entry of pair.entries) {
      const { effectiveAt: _, ...row } = add('amount', entry);
      const { rung, minor, currency, at, source, proved } = entry;
      log.amounts.push({
        ...row,
        rung,
        minor: BigInt(minor),
        currency,
        effectiveOn: dayAt(at.day),
        source,
        proved,
      });
    }
    for (const { stage, bookedAt, steps } of pair.meetings) {
      const meetingId = randomUUID();
      log.meetings.push({ id: meetingId, pairId, stage });
      let at = recorded(instantOf(bookedAt, zone));
      for (const step of [{ kind: 'booked', startsAt: bookedAt, after: 0 }, ...steps]) {
        at += step.after;
        const startsAt = instantOf(step.startsAt, zone);
        log.meetingEvents.push({
          id: randomUUID(),
          pairId,
          meetingId,
          kind: step.kind,
          startsAt,
          recordedAt: at,
        });
      }
    }
  });
  return {
    ...log,
    stages: byRecord(log.stages),
    statuses: byRecord(log.statuses),
    amounts: byRecord(log.amounts),
    meetingEvents: byRecord(log.meetingEvents),
  };
}

function byRecord<R extends { recordedAt: number }>(rows: R[]): R[] {
  return rows.sort((a, b) => a.recordedAt - b.recordedAt);
}

function idOf(pairs: readonly PairRow[], n: number): string {
  return (pairs[n] as PairRow).id;
}
