import { describe, expect, it } from 'vitest';
import type { Day } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { planSlots, reportingDay, shownDay, tableNames } from './rules';

const plan = { day: '2023-04-28' as Day, firstStart: '09:00', minutes: 25, breakMinutes: 5, count: 3 };
const starts = (slots: { startsAt: Date }[] | null) => slots?.map(({ startsAt }) => startsAt.toISOString());

describe('planning slots', () => {
  it('puts them one after the other on the clocks of the zone, with the break between', () => {
    const slots = planSlots({ ...plan, timeZone: 'America/New_York' });
    expect(starts(slots)).toEqual([
      '2023-04-28T13:00:00.000Z',
      '2023-04-28T13:30:00.000Z',
      '2023-04-28T14:00:00.000Z',
    ]);
    expect(slots?.[0]?.endsAt.toISOString()).toBe('2023-04-28T13:25:00.000Z');
  });

  it('T36 refuses a first start that clocks put forward never show', () => {
    const night = { ...plan, day: '2023-03-12' as Day, firstStart: '02:30', timeZone: 'America/New_York' };
    expect(planSlots(night)).toBeNull();
    expect(planSlots({ ...night, timeZone: 'Asia/Seoul' })).not.toBeNull();
  });

  it('T36 goes on by elapsed time over a change of the clocks', () => {
    const night = { ...plan, minutes: 60, breakMinutes: 0, timeZone: 'America/New_York' };
    expect(starts(planSlots({ ...night, day: '2023-03-12' as Day, firstStart: '01:00' }))).toEqual([
      '2023-03-12T06:00:00.000Z',
      '2023-03-12T07:00:00.000Z',
      '2023-03-12T08:00:00.000Z',
    ]);
    expect(starts(planSlots({ ...night, day: '2023-11-05' as Day, firstStart: '01:00' }))?.[0]).toBe(
      '2023-11-05T05:00:00.000Z',
    );
  });

  it('7.15 begins at the second of two equal times where that one is meant', () => {
    const night = { ...plan, day: '2023-11-05' as Day, firstStart: '01:00', timeZone: 'America/New_York' };
    expect(starts(planSlots({ ...night, isSecond: true }))?.[0]).toBe('2023-11-05T06:00:00.000Z');
    expect(starts(planSlots({ ...night, day: '2023-11-06' as Day, isSecond: true }))?.[0]).toBe(
      '2023-11-06T06:00:00.000Z',
    );
  });

  it('T36 keeps the day of a zone that is a day ahead', () => {
    const slots = planSlots({
      ...plan,
      day: '2023-01-01' as Day,
      firstStart: '00:00',
      timeZone: 'Pacific/Kiritimati',
    });
    expect(starts(slots)?.[0]).toBe('2022-12-31T10:00:00.000Z');
  });
});

describe('table names', () => {
  it('writes ranges out and keeps what is no range', () => {
    expect(tableNames('1-3')).toEqual(['1', '2', '3']);
    expect(tableNames('A1-A3, VIP\n5')).toEqual(['A1', 'A2', 'A3', 'VIP', '5']);
    expect(tableNames('A1-B3')).toEqual(['A1-B3']);
    expect(tableNames('9-3')).toEqual(['9-3']);
    expect(tableNames(' , ')).toEqual([]);
  });

  it('never makes more than 300', () => {
    expect(tableNames('1-9999')).toHaveLength(300);
  });
});

describe('the day that is shown', () => {
  // In Seoul the next day has begun.
  const now = new Date('2023-05-02T16:00:00Z');
  const program = (asOfDefault: string | null) => ({ homeZone: 'Asia/Seoul', asOfDefault }) as ProgramEntry;

  it('is the one asked for, else today, whatever the reporting day of the program is', () => {
    expect(shownDay(program('2023-04-28'), '2023-04-01' as Day, now)).toBe('2023-04-01');
    expect(shownDay(program('2023-04-28'), '', now)).toBe('2023-05-03');
    expect(shownDay(program(null), null, now)).toBe('2023-05-03');
  });

  it('is never ahead of today at home', () => {
    expect(shownDay(program(null), '2023-05-04' as Day, now)).toBe('2023-05-03');
  });

  it('is offered the reporting day once that is over', () => {
    expect(reportingDay(program('2023-05-02'), now)).toBe('2023-05-02');
    expect(reportingDay(program('2023-05-03'), now)).toBeNull();
    expect(reportingDay(program(null), now)).toBeNull();
  });
});
