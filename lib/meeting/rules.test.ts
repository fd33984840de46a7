import { describe, expect, test } from 'vitest';
import type { Day } from '@/lib/core/days';
import {
  daysForMeetings,
  isSamePlace,
  type Mark,
  needsOutcome,
  refusalsOfBooking,
  refusalsOfChange,
  refusalsOfMark,
  refusalsOfTime,
} from './rules';

const START = new Date('2023-04-28T18:30:00Z');
const END = new Date('2023-04-28T18:55:00Z');
/** Of a program from April to November 2023. */
const DAYS = daysForMeetings(['2023-11-30', '2023-04-10'] as Day[]);
const HOUR = 3_600_000;
const later = (ms: number) => new Date(START.getTime() + ms);
const reasons = (refusals: { reason: string }[]) => refusals.map((refusal) => refusal.reason);

describe('the time of a meeting', () => {
  test('ends after it starts and lasts twelve hours at most', () => {
    const of = (endsAt: Date) => reasons(refusalsOfTime({ startsAt: START, endsAt }, DAYS));
    expect(of(END)).toEqual([]);
    expect(of(START)).toEqual(['ends_before_start']);
    expect(of(later(12 * HOUR))).toEqual([]);
    expect(of(later(12 * HOUR + 1))).toEqual(['too_long_meeting']);
  });

  test('7.12 lasts five minutes at least and stands within five years of the program', () => {
    const of = (startsAt: Date, minutes: number) =>
      reasons(refusalsOfTime({ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }, DAYS));
    expect(of(START, 5)).toEqual([]);
    expect(of(START, 4)).toEqual(['too_short_meeting']);
    expect(of(START, 1 / 60_000)).toEqual(['too_short_meeting']);
    expect(of(new Date('2018-04-10T00:00:00Z'), 30)).toEqual([]);
    expect(of(new Date('2018-04-09T23:30:00Z'), 30)).toEqual(['far_from_program']);
    expect(of(new Date('2028-11-30T23:30:00Z'), 30)).toEqual([]);
    expect(of(new Date('2028-12-01T00:00:00Z'), 30)).toEqual(['far_from_program']);
  });

  test('7.12 a move to where the meeting stands is no move', () => {
    const here = { startsAt: START, endsAt: END, tableId: 'a', link: null };
    expect(isSamePlace(here, { ...here, startsAt: new Date(START) })).toBe(true);
    expect(isSamePlace(here, { ...here, tableId: null })).toBe(false);
    expect(isSamePlace(here, { ...here, endsAt: later(HOUR) })).toBe(false);
  });

  test('a closed pair books nothing; one on hold or invested does', () => {
    const booking = { startsAt: START, endsAt: END };
    expect(reasons(refusalsOfBooking({ ...booking, status: 'passed' }, DAYS))).toEqual(['pair_closed']);
    expect(reasons(refusalsOfBooking({ ...booking, status: 'withdrawn' }, DAYS))).toEqual(['pair_closed']);
    expect(refusalsOfBooking({ ...booking, status: 'on_hold' }, DAYS)).toEqual([]);
    expect(refusalsOfBooking({ ...booking, status: 'invested' }, DAYS)).toEqual([]);
  });

  test('only what is still to come is moved or cancelled', () => {
    expect(refusalsOfChange('scheduled')).toEqual([]);
    for (const state of ['held', 'no_show', 'cancelled'] as const) {
      expect(refusalsOfChange(state)).toEqual([{ reason: 'not_scheduled', params: { state } }]);
    }
  });
});

describe('marks', () => {
  const mark = (more: Partial<Mark>) =>
    reasons(
      refusalsOfMark({
        from: 'scheduled',
        to: 'held',
        fromSide: null,
        startsAt: START,
        now: later(HOUR),
        asStartup: false,
        markedByOffice: false,
        ...more,
      }),
    );

  test('wait for the start, to the millisecond', () => {
    expect(mark({ now: later(-1) })).toEqual(['not_yet']);
    expect(mark({ now: START })).toEqual([]);
    expect(mark({ from: 'held', to: 'scheduled', now: later(-1) })).toEqual([]);
  });

  test('a no-show names its side, nothing else does', () => {
    expect(mark({ to: 'no_show' })).toEqual(['side_needed']);
    expect(mark({ to: 'no_show', side: 'investor' })).toEqual([]);
    expect(mark({ to: 'held', side: 'investor' })).toEqual(['side_without_no_show']);
  });

  test('the same mark twice is refused, another side is a correction', () => {
    expect(mark({ from: 'held' })).toEqual(['same_state']);
    const missed = { from: 'no_show', to: 'no_show', fromSide: 'investor' } as const;
    expect(mark({ ...missed, side: 'investor' })).toEqual(['same_state']);
    expect(mark({ ...missed, side: 'startup' })).toEqual([]);
  });

  test('a cancelled meeting comes back only through the office, and only to scheduled', () => {
    expect(mark({ from: 'cancelled', to: 'held' })).toEqual(['cancelled']);
    expect(mark({ from: 'cancelled', to: 'scheduled' })).toEqual([]);
    expect(mark({ from: 'cancelled', to: 'scheduled', asStartup: true })).toEqual(['cancelled']);
  });

  test('a startup does not overrule the office, the office does overrule a startup', () => {
    const wrong = { from: 'no_show', fromSide: 'startup', to: 'held' } as const;
    expect(mark({ ...wrong, asStartup: true, markedByOffice: true })).toEqual(['office_marked']);
    expect(mark({ ...wrong, asStartup: true, markedByOffice: false })).toEqual([]);
    expect(mark({ ...wrong, asStartup: false, markedByOffice: true })).toEqual([]);
  });
});

test('an outcome is wanted of what was held or is over, once', () => {
  const meeting = { state: 'scheduled' as const, endsAt: END, hasOutcome: false };
  expect(needsOutcome(meeting, new Date(END.getTime() - 1))).toBe(false);
  expect(needsOutcome(meeting, END)).toBe(true);
  expect(needsOutcome({ ...meeting, hasOutcome: true }, END)).toBe(false);
  expect(needsOutcome({ ...meeting, state: 'held' }, START)).toBe(true);
  expect(needsOutcome({ ...meeting, state: 'no_show' }, END)).toBe(false);
  expect(needsOutcome({ ...meeting, state: 'cancelled' }, END)).toBe(false);
});
