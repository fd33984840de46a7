import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type {
  MeetingEventKind,
  PairStatus,
  Rung,
  AmountSource as Source,
  Stage,
} from '@/prisma/client/enums';

/** Random histories of a small program, told as log rows: what happened when, and when it was written down. */
const ZONES = ['Asia/Seoul', 'America/New_York', 'Pacific/Kiritimati', 'America/St_Johns'] as const;
export const STARTUPS = 3;
export const INVESTORS = 3;
/** The clocks of New York go forward on day 7. */
const FIRST_DAY = Temporal.PlainDate.from('2023-03-05');
export const DAYS = 21;

/** A moment of a day: by days since the first, and milliseconds since that day began on the program's clocks. */
export type Moment = { day: number; ms: number };
type Logged = { at: Moment; late: number; voidedAfter: number | null };
type StageMove = Logged & { to: Stage };
type StatusMove = Logged & { to: PairStatus; reasonCode: string | null };
type Entry = Logged & {
  rung: Rung;
  minor: number;
  currency: 'KRW' | 'USD' | 'EUR';
  source: Source;
  proved: boolean;
};
type MeetingStep = { kind: MeetingEventKind; startsAt: Moment; after: number };
type PairHistory = {
  opened: Moment;
  stages: StageMove[];
  statuses: StatusMove[];
  entries: Entry[];
  meetings: { stage: Exclude<Stage, 'candidate'>; bookedAt: Moment; steps: MeetingStep[] }[];
};
type RateEntry = { base: 'USD' | 'EUR'; day: number; rate: string; late: number };
export type History = {
  zone: (typeof ZONES)[number];
  archivedStartup: boolean;
  archivedInvestor: boolean;
  pairs: PairHistory[];
  rates: RateEntry[];
};

export function dayAt(day: number): string {
  return FIRST_DAY.add({ days: day }).toString();
}

/** Milliseconds since the epoch, by another clock library than the product's. */
export function instantOf({ day, ms }: Moment, zone: string): number {
  return FIRST_DAY.add({ days: day }).toZonedDateTime(zone).epochMilliseconds + ms;
}

export function endOf(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

const HOUR = 3_600_000;
const moment: fc.Arbitrary<Moment> = fc.record({
  day: fc.nat(DAYS - 1),
  // Where days meet is where counting goes wrong.
  ms: fc.oneof(fc.constantFrom(0, 1, 23 * HOUR - 1, 24 * HOUR - 1), fc.nat(24 * HOUR - 1)),
});
const late = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(10 * 24 * HOUR) },
);
const logged = {
  at: moment,
  late,
  voidedAfter: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(8 * 24 * HOUR) },
  ),
};
const STAGES = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'] as const;
const stageMove: fc.Arbitrary<StageMove> = fc.record({ ...logged, to: fc.constantFrom(...STAGES) });
const statusMove: fc.Arbitrary<StatusMove> = fc.record({
  ...logged,
  to: fc.constantFrom('open', 'invested', 'passed', 'withdrawn', 'on_hold'),
  reasonCode: fc.constantFrom('timing', 'sector', null),
});
const RUNGS = 'interest discussed loi term_sheet committee signed paid follow_on rejected on_hold'.split(' ');
const entry: fc.Arbitrary<Entry> = fc.record({
  ...logged,
  rung: fc.constantFrom(...(RUNGS as Rung[])),
  minor: fc.oneof(fc.nat(5_000_000_000), fc.constantFrom(0, 1, 1_000_000_000_000_000)),
  currency: fc.constantFrom('KRW', 'USD', 'EUR'),
  source: fc.constantFrom('startup', 'officer', 'investor', 'evidence'),
  proved: fc.boolean(),
});
const KINDS = ['moved', 'changed', 'cancelled', 'held', 'no_show', 'reopened'] as const;
const meeting = fc.record({
  stage: fc.constantFrom(...STAGES.slice(1)) as fc.Arbitrary<Exclude<Stage, 'candidate'>>,
  bookedAt: moment,
  steps: fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 2, arbitrary: fc.constant('held' as const) },
        { weight: 2, arbitrary: fc.constantFrom(...KINDS) },
      ),
      startsAt: moment,
      after: fc.nat(6 * 24 * HOUR),
    }),
    { maxLength: 4 },
  ),
});

const pairHistory: fc.Arbitrary<PairHistory> = fc.record({
  opened: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ day: 0, ms: 0 }) },
    { weight: 1, arbitrary: moment },
  ),
  stages: fc.array(stageMove, { maxLength: 6 }),
  statuses: fc.array(statusMove, { maxLength: 4 }),
  entries: fc.array(entry, { maxLength: 4 }),
  meetings: fc.array(meeting, { maxLength: 3 }),
});

/** A day may be told several times, and corrected later. */
const rate: fc.Arbitrary<RateEntry> = fc.record({
  base: fc.constantFrom('USD', 'EUR'),
  day: fc.nat(DAYS - 2),
  rate: fc.constantFrom('1340', '1340.5', '1289.12345678', '0.00000001', '987.65'),
  late,
});
const rates = fc.array(rate, { maxLength: 6 });

const PAIRS = STARTUPS * INVESTORS;
export const history: fc.Arbitrary<History> = fc.record({
  zone: fc.constantFrom(...ZONES),
  archivedStartup: fc.boolean(),
  archivedInvestor: fc.boolean(),
  pairs: fc.array(pairHistory, { minLength: PAIRS, maxLength: PAIRS }),
  rates,
});

/** What comes to be written down afterwards, about the same pairs and any of their days. */
export type Later = Pick<History, 'pairs' | 'rates'>;
export const later: fc.Arbitrary<Later> = fc.record({
  pairs: fc.array(pairHistory, { minLength: PAIRS, maxLength: PAIRS }),
  rates,
});

const someDay = fc.integer({ min: -1, max: DAYS + 3 }).map(dayAt);
export const twoClocks = fc.record({
  asOf: someDay,
  knownOn: fc.option(someDay, { nil: undefined, freq: 2 }),
});
export { someDay };
