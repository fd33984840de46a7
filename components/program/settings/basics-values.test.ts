import { describe, expect, test } from 'vitest';
import {
  type BasicsRecord,
  fromRecord,
  limitText,
  problemOfLimit,
  readLimit,
  toRecord,
} from './basics-values';

const record: BasicsRecord = {
  ...{ name: '보스턴', nameEn: 'Boston', venue: '', venueEn: '' },
  ...{ homeZone: 'Asia/Seoul', venueZone: 'America/New_York', baseCurrency: 'KRW' },
  ...{ asOfDefault: null, evidenceLimit: 1_000_000_000, largeAmount: null },
};

describe('the limits in their form', () => {
  test('is read as people write amounts, in the base currency', () => {
    expect(readLimit('10억', 'KRW')).toBe(1_000_000_000);
    expect(readLimit('1,000.50', 'USD')).toBe(100_050);
    expect(readLimit('  ', 'KRW')).toBeNull();
    expect(readLimit('열 개', 'KRW')).toBeUndefined();
    expect(problemOfLimit('1.5', 'KRW', false)).toBe('limitMisread');
    expect(problemOfLimit('1억', 'KRW', false)).toBeNull();
  });

  test('7.37 a limit in another currency, or one that reads in two ways, is not saved', () => {
    for (const text of ['$3M', '300만 달러', '3억 5000']) expect(readLimit(text, 'KRW')).toBeUndefined();
    expect(readLimit('12억5천', 'KRW')).toBe(1_250_000_000);
  });

  test('7.37 says of an amount in another currency that the base currency is wanted', () => {
    for (const text of ['$3M', '300만 달러', '¥500만']) {
      expect(problemOfLimit(text, 'KRW', false)).toBe('limitElsewhere');
    }
    for (const text of ['?', '3억 5000']) expect(problemOfLimit(text, 'KRW', false)).toBe('limitMisread');
    expect(problemOfLimit('3억', 'USD', true)).toBeNull();
    expect(problemOfLimit('3억 원', 'USD', true)).toBe('limitElsewhere');
  });

  test('7.37 a limit of unusual size is asked about once; the usual limit itself is not', () => {
    expect(problemOfLimit('210', 'KRW', false)).toBe('unusually_small');
    expect(problemOfLimit('5조', 'KRW', false)).toBe('unusually_large');
    expect(problemOfLimit('$1bn', 'USD', false)).toBe('unusually_large');
    for (const text of ['210', '5조']) expect(problemOfLimit(text, 'KRW', true)).toBeNull();
    for (const text of ['', '10억', '1000억']) expect(problemOfLimit(text, 'KRW', false)).toBeNull();
  });

  test('comes back the same when nobody touches it, in both languages', () => {
    for (const locale of ['ko', 'en'] as const) {
      expect(toRecord(fromRecord(record, locale), 'KRW')).toEqual(record);
      const none = { ...record, evidenceLimit: null };
      expect(toRecord(fromRecord(none, locale), 'KRW')).toEqual(none);
    }
    expect(toRecord({ name: 'x' }, 'KRW')).toEqual({ name: 'x' });
  });

  test('words what somebody else wrote meanwhile as the form does', () => {
    const theirs = fromRecord({ ...record, evidenceLimit: 2_000 }, 'ko');
    expect([theirs.evidenceLimit, theirs.largeAmount]).toEqual(['2,000원', '']);
    expect([limitText(2_000, 'KRW', 'en'), limitText(null, 'KRW', 'en')]).toEqual(['KRW 2,000', '']);
  });
});
