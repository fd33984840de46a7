import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDateTime,
  formatDay,
  formatDayShort,
  formatNumber,
  formatPercent,
  formatRange,
  formatRelativeDays,
  formatTime,
  zoneName,
} from './dates';
import { addDays, type Day, daysBetween, earliestOf, parseDay } from './days';

const day = (text: string) => parseDay(text) as Day;
const days = fc.integer({ min: 0, max: 109_938 }).map((n) => addDays(day('1900-01-01'), n));
const session = new Date('2023-04-28T18:30:00Z');
const boston = 'America/New_York';

describe('days', () => {
  it('takes real days from 1900 to 2200, strictly written', () => {
    for (const right of ['2023-05-03', '2024-02-29', '1900-01-01', '2200-12-31'])
      expect(parseDay(right)).toBe(right);
    for (const wrong of [
      '2023-02-29',
      '2023-13-01',
      '2023-00-10',
      '2023-04-31',
      '1899-12-31',
      '2201-01-01',
      '2023-5-3',
      '2023-05-03T00:00',
      ' 2023-05-03',
      '20230503',
      '２０２３-05-03',
      '',
    ]) {
      expect(parseDay(wrong), wrong).toBeNull();
    }
  });

  it('counts days there and back', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(daysBetween(day('2023-05-03'), day('2023-04-28'))).toBe(-5);
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });
});

it('the earliest of some days is one of them, whatever their order', () => {
  const [may, june, july] = [day('2023-05-03'), day('2023-06-01'), day('2023-07-01')];
  expect(earliestOf(may)).toBe(may);
  expect(earliestOf(june, may)).toBe(may);
  expect(earliestOf(july, june, may)).toBe(may);
  expect(earliestOf(may, may, july)).toBe(may);
});

describe('writing dates', () => {
  it('writes days as Korean and English documents do', () => {
    expect(formatDay(day('2023-05-03'), 'ko')).toBe('2023. 5. 3.');
    expect(formatDay(day('2023-05-03'), 'en')).toBe('3 May 2023');
    expect(formatDayShort(day('2023-05-08'), 'ko', 2023)).toBe('5. 8. (월)');
    expect(formatDayShort(day('2023-05-08'), 'en', 2023)).toBe('Mon 8 May');
    expect(formatDayShort(day('2023-09-03'), 'en', 2023)).toBe('Sun 3 Sep');
  });

  it('7.39 a short day has its year where that is not the known one', () => {
    expect(formatDayShort(day('2023-06-01'), 'ko', 2026)).toBe('2023. 6. 1. (목)');
    expect(formatDayShort(day('2027-01-09'), 'ko', 2026)).toBe('2027. 1. 9. (토)');
    expect(formatDayShort(day('2023-06-01'), 'en', 2026)).toBe('Thu 1 Jun 2023');
    const thisYear = new Date().getUTCFullYear();
    expect(formatDayShort(day(`${thisYear}-06-01`), 'ko')).toMatch(/^6\. 1\. /);
    expect(formatDayShort(day(`${thisYear - 1}-06-01`), 'ko')).toMatch(/^\d{4}\. 6\. 1\. /);
  });

  it('writes a day so that it reads back as the same day', () => {
    fc.assert(
      fc.property(days, (each) => {
        const [year = '', month = '', date = ''] = formatDay(each, 'ko').match(/\d+/g) ?? [];
        expect(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).toBe(each);
        expect(new Date(`${formatDay(each, 'en')} UTC`).toISOString().slice(0, 10)).toBe(each);
        const weekday = new Date(`${each}T12:00:00Z`).toUTCString().slice(0, 3);
        expect(formatDayShort(each, 'en').slice(0, 3)).toBe(weekday);
      }),
    );
  });

  it('T36 shows every time with its own date and zone, venue and Seoul side by side', () => {
    expect(formatTime(session, boston)).toBe('14:30');
    expect(formatDateTime(session, boston, 'ko')).toBe('2023. 4. 28. 14:30 EDT');
    expect(formatDateTime(session, boston, 'en')).toBe('28 April 2023, 14:30 EDT');
    expect(formatDateTime(session, 'Asia/Seoul', 'ko')).toBe('2023. 4. 29. 03:30 KST');
    expect(formatDateTime(session, 'Asia/Seoul', 'en')).toBe('29 April 2023, 03:30 KST');
  });

  it('writes a range once where it can, and both ends where the date or the zone changes', () => {
    const plus = (minutes: number) => new Date(session.getTime() + minutes * 60_000);
    expect(formatRange(session, plus(25), boston, 'ko')).toBe('14:30–14:55 EDT');
    expect(formatRange(session, plus(600), boston, 'ko')).toBe('2023. 4. 28. 14:30 – 2023. 4. 29. 00:30 EDT');
    expect(formatRange(session, plus(600), boston, 'en')).toBe(
      '28 April 2023, 14:30 – 29 April 2023, 00:30 EDT',
    );
    const back = new Date('2023-11-05T05:30:00Z');
    expect(formatRange(back, new Date(back.getTime() + 60 * 60_000), boston, 'ko')).toBe(
      '2023. 11. 5. 01:30 EDT – 2023. 11. 5. 01:30 EST',
    );
  });

  it('names zones as the people there do', () => {
    const winter = new Date('2023-01-15T12:00:00Z');
    const names = [
      'Asia/Seoul',
      boston,
      'America/Los_Angeles',
      'Europe/London',
      'Europe/Berlin',
      'Asia/Singapore',
      'UTC',
    ];
    expect(names.map((zone) => zoneName(winter, zone))).toEqual([
      'KST',
      'EST',
      'PST',
      'GMT',
      'CET',
      'SGT',
      'UTC',
    ]);
    expect(zoneName(session, 'Europe/London')).toBe('BST');
    expect(zoneName(session, 'Asia/Kolkata')).toBe('GMT+5:30');
    expect(zoneName(new Date('1988-07-01T00:00:00Z'), 'Asia/Seoul')).not.toBe('KST');
  });
});

describe('writing numbers', () => {
  it('groups thousands', () => {
    expect(formatNumber(1_234_567, 'ko')).toBe('1,234,567');
    expect(formatNumber(-1234.5, 'en')).toBe('-1,234.5');
    expect(formatNumber(999n, 'en')).toBe('999');
  });

  it('has no percentage where there is nothing to divide by', () => {
    expect(formatPercent(331, 570, 'ko')).toBe('58.1 %');
    expect(formatPercent(0, 570, 'en')).toBe('0.0 %');
    expect(formatPercent(0, 0, 'ko')).toBe('–');
    expect(formatPercent(1, 1, 'ko')).toBe('100.0 %');
    expect(formatPercent(1, 2000, 'ko')).toBe('0.1 %');
  });

  it('says how far a due date is away', () => {
    const today = day('2023-05-03');
    const said = (n: number, locale: 'ko' | 'en') => formatRelativeDays(addDays(today, n), today, locale);
    expect([0, 1, 3, -1, -3].map((n) => said(n, 'ko'))).toEqual([
      '오늘',
      '내일',
      '3일 남음',
      '1일 지남',
      '3일 지남',
    ]);
    expect([0, 1, 3, -1, -3].map((n) => said(n, 'en'))).toEqual([
      'today',
      'tomorrow',
      'in 3 days',
      '1 day overdue',
      '3 days overdue',
    ]);
  });
});
