import { describe, expect, it } from 'vitest';
import { parseClockInput, parseDayInput } from './day-input';

describe('a day as people write it', () => {
  it.each([
    '2023-05-03',
    '2023. 5. 3.',
    '2023.5.3',
    '2023/05/03',
    '2023. 5. 3.(수)',
    '2023년 5월 3일 수요일',
    '2023년 5월 3일',
    '20230503',
    '２０２３－０５－０３',
    '3 May 2023',
    'May 3, 2023',
    'Wed, 3 May 2023',
    'May 3rd 2023',
    '3-may-2023',
  ])('%s is one day', (text) => {
    expect(parseDayInput(text)).toEqual({ ok: true, day: '2023-05-03' });
  });

  it.each([
    ['03/05/2023', ['2023-05-03', '2023-03-05']],
    ['4.5.2023', ['2023-05-04', '2023-04-05']],
    ['23.5.3', ['2023-05-03']],
    ['12.5.10', ['2012-05-10', '2010-05-12', '2010-12-05']],
    ['13/05/2023', ['2023-05-13']],
    ['05/13/2023', ['2023-05-13']],
    ['05/05/2023', ['2023-05-05']],
  ])('%s can be %j', (text, days) => {
    const found = parseDayInput(text);
    expect(found).toEqual(
      days.length === 1 ? { ok: true, day: days[0] } : { ok: false, reason: 'ambiguous', readings: days },
    );
  });

  it('is read as somebody said that the days of a file are meant', () => {
    expect(parseDayInput('03/05/2023', 'dmy')).toEqual({ ok: true, day: '2023-05-03' });
    expect(parseDayInput('03/05/2023', 'mdy')).toEqual({ ok: true, day: '2023-03-05' });
    expect(parseDayInput('12.5.10', 'ymd')).toEqual({ ok: true, day: '2012-05-10' });
    expect(parseDayInput('2023-05-03', 'mdy')).toEqual({ ok: true, day: '2023-05-03' });
  });

  it.each([
    '2023-02-30',
    '31/31/2023',
    '45049',
    '다음 주',
    '2023-5',
    '1023-05-03',
    'Foo 3, 2023',
    '3²/5/2023',
  ])('%s is none', (text) => {
    expect(parseDayInput(text)).toEqual({ ok: false, reason: 'not_a_date' });
  });

  it('is told apart from an empty text', () => {
    expect(parseDayInput('  ')).toEqual({ ok: false, reason: 'empty' });
  });
});

describe('a clock as people write it', () => {
  it.each([
    ['14:30', 870],
    ['오후 2:30', 870],
    ['2:30 PM', 870],
    ['2:30 p.m.', 870],
    ['14시 30분', 870],
    ['14시', 840],
    ['0930', 570],
    ['오전 12:05', 5],
    ['12:05 pm', 725],
    ['１４：３０', 870],
    ['14:30:00', 870],
    ['24:00', null],
    ['14:60', null],
    ['13:00 PM', null],
    ['곧', null],
    ['', null],
  ])('%s is %s', (text, minutes) => {
    expect(parseClockInput(text)).toBe(minutes);
  });
});
