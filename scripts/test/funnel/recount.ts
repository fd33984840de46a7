import { Temporal } from 'temporal-polyfill';
import { endOf } from './history';
import type { AmountRow, Log, PairRow, RateRow } from './log';

/**
 * The funnel counted by hand: one pair after the other, one row after the other, straight from the definition.
 * Knows nothing of the product's SQL, rules or clocks.
 */
const STAGES = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'];
const RUNGS = ['interest', 'discussed', 'loi', 'term_sheet', 'committee', 'signed', 'paid', 'follow_on'];
const ALWAYS = ['discussed', 'loi', 'term_sheet', 'signed', 'paid'];
const SUMS: Record<string, string[]> = {
  ...{ discussed: ['discussed'], intended: ['loi', 'term_sheet', 'committee'] },
  ...{ signed: ['signed'], paid: ['paid'], follow_on: ['follow_on'] },
};
/** What is only talked of, and ends where the pair does. */
const TALK = ['interest', 'discussed', 'loi', 'term_sheet', 'committee'];
const MINOR_A_MAJOR: Record<string, bigint> = { KRW: 1n, USD: 100n, EUR: 100n };

type Clocks = { asOf: string; before: number; knownBefore: number };
type Counted = {
  pair: PairRow;
  /** Null for a pair whose log had not begun. */
  stage: string | null;
  reached: number;
  status: string;
  reasonCode: string | null;
  met: Set<string>;
  amount: AmountRow | null;
  /** What was entered since the ladder was last ended, in its order. */
  ladder: AmountRow[];
  /** Ever paid in or set to invested; ever paid a follow-on. */
  invested: boolean;
  followOn: boolean;
};

export function recount(
  log: Log,
  zone: string,
  asOf: string,
  knownOn?: string,
  keeps: (pair: PairRow) => boolean = () => true,
) {
  const pairs = countPairs(log, zone, asOf, knownOn).filter(({ pair }) => keeps(pair));
  const knownBefore = knownBy(zone, knownOn);
  const count = (test: (pair: Counted) => boolean) => pairs.filter(test).length;
  const stages = STAGES.map((stage, k) => ({
    stage,
    reached: count((p) => p.reached >= k),
    met: count((p) => p.met.has(stage)),
    now: count((p) => p.stage === stage && p.status === 'open'),
    lost: count((p) => p.stage === stage && (p.status === 'passed' || p.status === 'withdrawn')),
    onHold: count((p) => p.stage === stage && p.status === 'on_hold'),
    invested: count((p) => p.stage === stage && p.status === 'invested'),
  }));
  const lost = new Map<string, number>();
  for (const { stage, status, reasonCode } of pairs) {
    if (stage === null || !['passed', 'withdrawn'].includes(status)) continue;
    const key = [stage, status, reasonCode].join(' ');
    lost.set(key, (lost.get(key) ?? 0) + 1);
  }
  const rates = log.rates.filter((r) => r.on <= asOf && r.recordedAt < knownBefore);
  const figure = (rungs: readonly string[]) => moneyOf(pairs, rungs, rates);
  return {
    stages,
    conversions: STAGES.slice(1).map((to, k) => ({
      ...{ from: STAGES[k], to },
      ...{ numerator: count((p) => p.reached > k), denominator: count((p) => p.reached >= k) },
    })),
    steps: [
      {
        ...{ step: 'invested', pairs: count((p) => p.invested) },
        numerator: count((p) => p.invested && p.reached === 4),
        denominator: count((p) => p.reached === 4),
      },
      {
        ...{ step: 'follow_on', pairs: count((p) => p.followOn) },
        ...{ numerator: count((p) => p.followOn), denominator: count((p) => p.invested) },
      },
    ],
    beside: count((p) => p.invested && p.reached < 4),
    lost: Object.fromEntries(lost),
    amounts: RUNGS.filter((r) => ALWAYS.includes(r) || pairs.some((p) => p.amount?.rung === r)).map(
      (rung) => ({ rung, ...figure([rung]) }),
    ),
    sums: Object.entries(SUMS).map(([sum, rungs]) => ({ sum, ...figure(rungs) })),
    startups: new Set(pairs.map(({ pair }) => pair.startupId)).size,
  };
}

/** Of the live rung of each pair: the latest entry since the last ending that each one stands behind, by sum. */
export function recountClaims(log: Log, zone: string, asOf: string, knownOn?: string) {
  const pairs = countPairs(log, zone, asOf, knownOn);
  return Object.entries(SUMS).map(([sum, rungs]) => ({
    sum,
    claims: ['startup', 'investor', 'officer', 'evidence'].map((said) => {
      const latest = pairs.flatMap(({ amount, ladder, status }) => {
        if (isOver(status, amount)) return [];
        const own = ladder.filter(
          ({ rung, source, proved }) =>
            rung === amount?.rung && (source === said || (said === 'evidence' && proved)),
        );
        return amount && rungs.includes(amount.rung) ? own.slice(-1) : [];
      });
      const totals = totalsOf(latest).map(([currency, minor]) => ({ currency, minor: wire(minor) }));
      return { said, pairs: latest.length, totals };
    }),
  }));
}

/** What came about from the first day to the last, both included, as differences of sets of pairs. */
export function recountPeriod(log: Log, zone: string, from: string, to: string, knownOn?: string) {
  const eveDay = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
  const at = countPairs(log, zone, to, knownOn);
  const eve = countPairs(log, zone, eveDay, knownOn);
  const ids = (pairs: readonly Counted[], test: (pair: Counted) => boolean) =>
    new Set(pairs.filter(test).map(({ pair }) => pair.id));
  const gained = (test: (pair: Counted) => boolean) => ids(at, test).difference(ids(eve, test)).size;
  const closed = ({ stage, status }: Counted) =>
    stage !== null && (status === 'passed' || status === 'withdrawn');
  const wasClosed = ids(eve, closed);
  const entered = STAGES.map((_, k) => gained((p) => p.reached >= k));
  const [invested, followOn] = [gained((p) => p.invested), gained((p) => p.followOn)];
  return {
    from,
    stages: STAGES.map((stage, k) => ({
      ...{ stage, entered: entered[k], met: gained((p) => p.met.has(stage)) },
      lost: at.filter((p) => closed(p) && p.stage === stage && !wasClosed.has(p.pair.id)).length,
    })),
    conversions: STAGES.slice(1).map((stage, k) => ({
      ...{ from: STAGES[k], to: stage, numerator: entered[k + 1], denominator: entered[k] },
    })),
    steps: [
      { step: 'invested', pairs: invested, numerator: invested, denominator: entered[4] },
      { step: 'follow_on', pairs: followOn, numerator: followOn, denominator: invested },
    ],
  };
}

/** Every pair that counts, at the end of a day, by what had been written down at the end of another. */
function countPairs(log: Log, zone: string, asOf: string, knownOn?: string): Counted[] {
  const clocks = { asOf, before: endOf(asOf, zone), knownBefore: knownBy(zone, knownOn) };
  const gone = new Set([...log.startups, ...log.investors].filter((p) => p.archived).map((p) => p.id));
  return log.pairs
    .filter((pair) => !gone.has(pair.startupId) && !gone.has(pair.investorId))
    .map((pair) => countPair(log, pair, clocks));
}

function knownBy(zone: string, knownOn?: string): number {
  return knownOn ? endOf(knownOn, zone) : Number.POSITIVE_INFINITY;
}

/** Each stay of each pair, found by walking from instant to instant; by stage, its length in days and whether it ended. */
export function recountStays(log: Log, zone: string, asOf: string, knownOn?: string) {
  const knownBefore = knownOn ? endOf(knownOn, zone) : Number.POSITIVE_INFINITY;
  const gone = new Set([...log.startups, ...log.investors].filter((p) => p.archived).map((p) => p.id));
  const lastDay = Temporal.PlainDate.from(knownOn && knownOn < asOf ? knownOn : asOf);
  const dayOf = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  const stays: { stage: string; days: number; ended: boolean }[] = [];
  for (const pair of log.pairs.filter((p) => !gone.has(p.startupId) && !gone.has(p.investorId))) {
    const moments = [...log.stages, ...log.statuses].filter((row) => row.pairId === pair.id);
    let here: { stage: string; since: number } | null = null;
    for (const at of [...new Set(moments.map((row) => row.effectiveAt))].sort((a, b) => a - b)) {
      if (at >= endOf(asOf, zone)) break;
      const { stage, status } = countPair(log, pair, { asOf, before: at + 1, knownBefore });
      const standing = stage !== null && ['open', 'on_hold'].includes(status) ? stage : null;
      if (here && here.stage !== standing) {
        const days = dayOf(here.since).until(dayOf(at)).days;
        stays.push({ stage: here.stage, days, ended: true });
        here = null;
      }
      if (standing !== null && !here) here = { stage: standing, since: at };
    }
    if (here) stays.push({ stage: here.stage, days: dayOf(here.since).until(lastDay).days, ended: false });
  }
  return stays;
}

function countPair(log: Log, pair: PairRow, { asOf, before, knownBefore }: Clocks): Counted {
  const voided = new Set(log.voids.filter((v) => v.recordedAt < knownBefore).map((v) => v.targetId));
  const known = <R extends { id: string; pairId: string; recordedAt: number }>(rows: readonly R[]) =>
    rows.filter((row) => row.pairId === pair.id && row.recordedAt < knownBefore && !voided.has(row.id));
  const last = <R>(rows: readonly R[], moment: (row: R) => number | string): R | null => {
    let found: R | null = null;
    for (const row of rows) if (found === null || moment(row) >= moment(found)) found = row;
    return found;
  };

  const moves = known(log.stages).filter((row) => row.effectiveAt < before);
  const statuses = known(log.statuses).filter((row) => row.effectiveAt < before);
  const status = last(statuses, (row) => row.effectiveAt);
  const entries = known(log.amounts).filter((row) => row.effectiveOn <= asOf);
  const met = new Set<string>();
  for (const meeting of log.meetings.filter((m) => m.pairId === pair.id)) {
    const told = log.meetingEvents.filter((e) => e.meetingId === meeting.id && e.recordedAt < knownBefore);
    const ending = told.filter((e) => e.kind !== 'changed').at(-1);
    if (ending?.kind === 'held' && ending.startsAt < before) met.add(meeting.stage);
  }
  return {
    pair,
    // The opening says that the pair exists; any move, however early, says more.
    stage:
      (
        last(
          moves.filter((row) => !row.opens),
          (row) => row.effectiveAt,
        ) ?? moves[0]
      )?.toStage ?? null,
    reached: Math.max(-1, ...moves.map((row) => STAGES.indexOf(row.toStage))),
    status: status?.toStatus ?? 'open',
    reasonCode: status?.reasonCode ?? null,
    met,
    amount: liveAmount(entries),
    ladder: sinceEnded(entries),
    invested:
      entries.some(({ rung }) => rung === 'paid' || rung === 'follow_on') ||
      statuses.some(({ toStatus }) => toStatus === 'invested'),
    followOn: entries.some(({ rung }) => rung === 'follow_on'),
  };
}

/** By day, of a day as written down; what stands before an ending is gone with it. */
function sinceEnded(entries: readonly AmountRow[]): AmountRow[] {
  let standing: AmountRow[] = [];
  for (const day of [...new Set(entries.map((entry) => entry.effectiveOn))].sort()) {
    for (const entry of entries.filter((each) => each.effectiveOn === day)) {
      standing = RUNGS.includes(entry.rung) ? [...standing, entry] : [];
    }
  }
  return standing;
}

/** Climbs the ladder entry by entry: an ending takes everything down, what is as high or higher takes its place. */
function liveAmount(entries: readonly AmountRow[]): AmountRow | null {
  let live: AmountRow | null = null;
  for (const day of [...new Set(entries.map((entry) => entry.effectiveOn))].sort()) {
    for (const entry of entries.filter((each) => each.effectiveOn === day)) {
      if (!RUNGS.includes(entry.rung)) live = null;
      else if (!live || RUNGS.indexOf(entry.rung) >= RUNGS.indexOf(live.rung)) live = entry;
    }
  }
  return live;
}

/** The pair said no, and nothing had been signed. */
function isOver(status: string, amount: AmountRow | null): boolean {
  return ['passed', 'withdrawn'].includes(status) && amount !== null && TALK.includes(amount.rung);
}

function moneyOf(pairs: readonly Counted[], rungs: readonly string[], rates: readonly RateRow[]) {
  const standing = pairs.flatMap(({ pair, amount, status }) =>
    amount && rungs.includes(amount.rung)
      ? [
          {
            pair,
            amount,
            closed: status === 'passed' || status === 'withdrawn',
            over: isOver(status, amount),
          },
        ]
      : [],
  );
  const own = standing.filter(({ over }) => !over);
  const over = standing.filter((each) => each.over);
  const totals = totalsOf(own.map(({ amount }) => amount));
  const startups = [...new Set(own.map(({ pair }) => pair.startupId))];
  return {
    totals: totals.map(([currency, minor]) => ({ currency, minor: wire(minor) })),
    ...won(totals, rates),
    pairs: own.length,
    startups: startups.length,
    closed: own.filter(({ closed }) => closed).length,
    leftOut: {
      pairs: over.length,
      totals: totalsOf(over.map(({ amount }) => amount)).map(([currency, minor]) => ({
        ...{ currency, minor: wire(minor) },
      })),
    },
    shares: Object.fromEntries(
      startups.map((id) => {
        const amounts = own.filter(({ pair }) => pair.startupId === id).map(({ amount }) => amount);
        return [id, won(totalsOf(amounts), rates).krw?.minor ?? null];
      }),
    ),
  };
}

function totalsOf(amounts: readonly AmountRow[]): [currency: string, minor: bigint][] {
  return ['EUR', 'KRW', 'USD'].flatMap((currency) => {
    const own = amounts.filter((amount) => amount.currency === currency);
    return own.length === 0
      ? []
      : [[currency, own.reduce((sum, { minor }) => sum + minor, 0n)] as [string, bigint]];
  });
}

/** In whole won at the latest rate of each currency, halves up; null where a rate is not known. */
function won(totals: readonly [string, bigint][], rates: readonly RateRow[]) {
  let sum = 0n;
  const days: string[] = [];
  const missing: string[] = [];
  for (const [currency, minor] of totals) {
    if (currency === 'KRW') {
      sum += minor;
      continue;
    }
    // The latest day; of a day what was entered last.
    const rate = rates
      .filter((each) => each.base === currency)
      .reduce<RateRow | null>((best, each) => {
        if (!best || each.on > best.on) return each;
        return each.on === best.on && each.recordedAt >= best.recordedAt ? each : best;
      }, null);
    if (!rate) {
      missing.push(currency);
      continue;
    }
    const [whole = '0', fraction = ''] = rate.rate.split('.');
    const scaled = BigInt(whole) * 100_000_000n + BigInt(fraction.padEnd(8, '0'));
    const unit = 100_000_000n * (MINOR_A_MAJOR[currency] ?? 1n);
    const exact = minor * scaled;
    sum += exact / unit + ((exact % unit) * 2n >= unit ? 1n : 0n);
    days.push(rate.on);
  }
  const krw = { minor: wire(sum), rateDate: days.sort()[0] ?? null };
  return { krw: missing.length > 0 ? null : krw, missing };
}

function wire(minor: bigint): string {
  return String(minor);
}
