import { describe, expect, test } from 'vitest';
import type { StageSetting } from '@/lib/program/schema/settings';
import {
  busyAt,
  draftForStage,
  endingAfter,
  endsOf,
  FREE,
  isBehind,
  isSameTime,
  likelyStage,
  plusMinutes,
  slotsOn,
  spanOf,
  startsOf,
  timesOf,
} from './booking-draft';

const BOSTON = 'America/New_York';
const first = { startIsSecond: false, endIsSecond: false };
const setting: StageSetting = {
  stage: 'main_session',
  startsOn: '2023-04-28',
  endsOn: '2023-04-29',
  timeZone: BOSTON,
  meetingMinutes: 25,
  usesTables: true,
  targetDays: null,
};
const facts = {
  stages: [setting],
  slots: [
    {
      stage: 'main_session' as const,
      startsAt: '2023-04-28T18:30:00.000Z',
      endsAt: '2023-04-28T18:55:00.000Z',
    },
    {
      stage: 'main_session' as const,
      startsAt: '2023-04-29T03:30:00.000Z',
      endsAt: '2023-04-29T03:55:00.000Z',
    },
    {
      stage: 'pre_meeting' as const,
      startsAt: '2023-04-28T18:30:00.000Z',
      endsAt: '2023-04-28T18:50:00.000Z',
    },
  ],
};

describe('the time of a booking', () => {
  test('T36 a slot belongs to the day the clocks of its stage show', () => {
    const times = (day: string, zone: string) =>
      slotsOn(facts, 'main_session', day, zone).map(({ text }) => text.slice(0, 5));
    expect(times('2023-04-28', BOSTON)).toEqual(['14:30', '23:30']);
    expect(times('2023-04-29', BOSTON)).toEqual([]);
    expect(times('2023-04-29', 'Asia/Seoul')).toEqual(['03:30', '12:30']);
  });

  test('7.15 T36 on the night the clocks go back no two choices read the same', () => {
    const slots = ['05:00', '06:00', '07:00'].map((hour) => ({
      stage: 'main_session' as const,
      startsAt: `2023-11-05T${hour}:00.000Z`,
      endsAt: `2023-11-05T${hour.slice(0, 2)}:25:00.000Z`,
    }));
    const texts = slotsOn(
      { ...facts, slots: slots as typeof facts.slots },
      'main_session',
      '2023-11-05',
      BOSTON,
    );
    expect(texts.map(({ text }) => text)).toEqual([
      '01:00 EDT–01:25 EDT',
      '01:00 EST–01:25 EST',
      '02:00–02:25',
    ]);
  });

  test('a chosen slot is its instants; a free time is read in the zone of the stage', () => {
    const slots = slotsOn(facts, 'main_session', '2023-04-28', BOSTON);
    const draft = { day: '2023-04-28', slot: '2023-04-28T18:30:00.000Z', ...first, start: '', end: '' };
    expect(spanOf(draft, slots, BOSTON)).toEqual({
      startsAt: '2023-04-28T18:30:00.000Z',
      endsAt: '2023-04-28T18:55:00.000Z',
    });
    const free = { day: '2023-04-28', slot: FREE, ...first, start: '09:00', end: '09:25' };
    expect(spanOf(free, slots, 'Asia/Seoul')).toEqual({
      startsAt: '2023-04-28T00:00:00.000Z',
      endsAt: '2023-04-28T00:25:00.000Z',
    });
  });

  test('an end before its start is past midnight', () => {
    const late = { day: '2023-04-30', slot: FREE, ...first, start: '23:50', end: '00:15' };
    expect(spanOf(late, [], 'Asia/Seoul')).toEqual({
      startsAt: '2023-04-30T14:50:00.000Z',
      endsAt: '2023-04-30T15:15:00.000Z',
    });
  });

  test('nothing is meant while something is missing', () => {
    expect(
      spanOf({ day: '2023-04-28', slot: '', ...first, start: '10:00', end: '10:25' }, [], BOSTON),
    ).toBeNull();
    expect(spanOf({ day: '', slot: FREE, ...first, start: '10:00', end: '10:25' }, [], BOSTON)).toBeNull();
    expect(
      spanOf({ day: '2023-04-28', slot: FREE, ...first, start: '', end: '10:25' }, [], BOSTON),
    ).toBeNull();
  });

  test('minutes carry over the hour and over midnight', () => {
    expect(plusMinutes('10:40', 25)).toBe('11:05');
    expect(plusMinutes('23:50', 25)).toBe('00:15');
  });
});

describe('the night on which the clocks of New York change', () => {
  const back = '2026-11-01';
  const at = (start: string, end: string) => ({
    startsAt: `${back}T${start}:00.000Z`,
    endsAt: `${back}T${end}:00.000Z`,
  });
  const iso = (instants: readonly Date[]) => instants.map((each) => each.toISOString().slice(11, 16));

  test.each([
    ['in the first hour', at('05:05', '05:30')],
    ['in the second hour', at('06:05', '06:30')],
    ['from the first into the second', at('05:50', '06:15')],
    ['an hour between two readings of one time', at('05:05', '06:05')],
    ['longer than the hour that comes twice', at('05:05', '06:30')],
    ['from before the first into the second', at('04:50', '06:10')],
    ['out of the second', at('06:50', '07:15')],
  ])('7.15 a meeting %s is read back as the instants it has', (_, span) => {
    const draft = { day: back, slot: FREE, ...timesOf(span, BOSTON) };
    expect(spanOf(draft, [], BOSTON)).toEqual(span);
  });

  test('7.15 a time typed there may mean either, an end only what comes after the start', () => {
    const typed = { day: back, slot: FREE, ...first, start: '01:05', end: '01:30' };
    expect(iso(startsOf(typed, BOSTON))).toEqual(['05:05', '06:05']);
    expect(iso(endsOf(typed, BOSTON))).toEqual(['05:30', '06:30']);
    const second = { ...typed, startIsSecond: true };
    expect(iso(endsOf(second, BOSTON))).toEqual(['06:30']);
    expect(spanOf(second, [], BOSTON)).toEqual(at('06:05', '06:30'));
    expect(spanOf({ ...typed, endIsSecond: true }, [], BOSTON)).toEqual(at('05:05', '06:30'));
  });

  test('7.15 the end proposed for a start is as many minutes later as a meeting takes', () => {
    const ending = (day: string, start: string, startIsSecond = false) => {
      const times = endingAfter({ day, start, startIsSecond }, 25, BOSTON);
      return spanOf({ day, slot: FREE, end: '', ...first, ...times }, [], BOSTON);
    };
    expect(ending(back, '01:50')).toEqual(at('05:50', '06:15'));
    expect(ending(back, '01:50', true)).toEqual(at('06:50', '07:15'));
    expect(ending('2026-03-08', '01:50')).toEqual({
      startsAt: '2026-03-08T06:50:00.000Z',
      endsAt: '2026-03-08T07:15:00.000Z',
    });
  });

  test('7.15 a time that the clocks skip means nothing, at the start as at the end', () => {
    const skipped = { day: '2026-03-08', slot: FREE, ...first, start: '02:30', end: '03:30' };
    expect(startsOf(skipped, BOSTON)).toEqual([]);
    expect(spanOf(skipped, [], BOSTON)).toBeNull();
    expect(spanOf({ ...skipped, start: '01:30', end: '02:30' }, [], BOSTON)).toBeNull();
  });

  test('7.15 times are the same until day, slot, a time or its reading is changed', () => {
    const opened = { day: back, slot: FREE, ...timesOf(at('06:05', '06:30'), BOSTON), link: 'a' };
    expect(isSameTime({ ...opened, link: 'b' } as typeof opened, opened)).toBe(true);
    const changes = [
      { day: '2026-11-02' },
      { slot: 's' },
      { start: '01:06' },
      { startIsSecond: false },
      { end: '01:31' },
      { endIsSecond: true },
    ];
    for (const change of changes) expect(isSameTime({ ...opened, ...change }, opened)).toBe(false);
  });
});

describe('where the form starts', () => {
  test('today while the stage runs, else its first day; on a slot where the day has some', () => {
    const on = (now: string) => draftForStage(facts, 'main_session', new Date(now), BOSTON);
    expect(on('2023-04-29T12:00:00Z')).toMatchObject({
      day: '2023-04-29',
      slot: FREE,
      start: '10:00',
      end: '10:25',
    });
    expect(on('2023-04-01T12:00:00Z')).toMatchObject({ day: '2023-04-28', slot: '' });
    expect(on('2026-01-01T12:00:00Z')).toMatchObject({ day: '2023-04-28', slot: '' });
  });

  test('a stage that is not set up starts today, at a free time', () => {
    const start = draftForStage(facts, 'follow_up', new Date('2023-05-02T12:00:00Z'), BOSTON);
    expect(start).toMatchObject({ day: '2023-05-02', slot: FREE });
  });

  test('a candidate meets by video first, others where they stand', () => {
    expect(likelyStage('candidate')).toBe('video_call');
    expect(likelyStage('main_session')).toBe('main_session');
    expect(isBehind({ stage: 'candidate' }, 'video_call')).toBe(true);
    expect(isBehind({ stage: 'main_session' }, 'main_session')).toBe(false);
    expect(isBehind({ stage: 'follow_up' }, 'main_session')).toBe(false);
  });
});

test('touching is not overlapping, and a meeting does not stand in its own way', () => {
  const busy = [
    {
      meetingId: 'm1',
      startsAt: '2023-04-28T18:30:00.000Z',
      endsAt: '2023-04-28T18:55:00.000Z',
      with: 'a',
      withEn: 'a',
    },
  ];
  const at = (startsAt: string, endsAt: string, except?: string) =>
    busyAt(
      { startsAt: `2023-04-28T${startsAt}:00.000Z`, endsAt: `2023-04-28T${endsAt}:00.000Z` },
      busy,
      except,
    )?.meetingId;
  expect(at('18:55', '19:20')).toBeUndefined();
  expect(at('18:05', '18:30')).toBeUndefined();
  expect(at('18:40', '19:05')).toBe('m1');
  expect(at('18:00', '19:30')).toBe('m1');
  expect(at('18:40', '19:05', 'm1')).toBeUndefined();
});
