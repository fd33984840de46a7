import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  dayField,
  emailField,
  idField,
  instantField,
  linkField,
  minuteField,
  proseField,
  requiredProse,
  requiredText,
  searchField,
  textField,
  versionField,
  writtenDayField,
} from './fields';

const reasonsOf = (field: z.ZodType, value: unknown) =>
  (field.safeParse(value).error?.issues ?? []).map((issue) =>
    issue.code === 'custom' ? issue.params?.reason : issue.code,
  );
const text = requiredText(20);

describe('text from outside', () => {
  it('7.13 a lone surrogate is refused at its field', () => {
    for (const field of [text, textField(20), proseField(20), requiredProse(20), searchField(20)]) {
      for (const broken of ['\ud800', 'a\udfff', '\udc00\ud800', '스텝\ud83d원']) {
        expect(reasonsOf(field, broken)).toEqual(['unreadable']);
      }
    }
    expect(linkField.safeParse('https://a.example/\ud800').success).toBe(false);
    expect(emailField.safeParse('a\ud800@example.com').success).toBe(false);
  });

  it('7.13 control characters and what is no character are refused; notes may have lines and tabs', () => {
    const wrong = ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f', '\u2028', '\ufffe', '\ufdd0'];
    for (const sign of wrong) {
      expect(reasonsOf(text, `a${sign}b`)).toEqual(['unreadable']);
      expect(reasonsOf(proseField(20), `a${sign}b`)).toEqual(['unreadable']);
    }
    expect(reasonsOf(text, 'a\tb')).toEqual(['unreadable']);
    expect(proseField(20).parse(' a\r\n\tb\rc\n')).toBe('a\n\tb\nc');
  });

  it('7.13 a name holds nothing that cannot be seen or that turns the text around it', () => {
    const unseen = [
      ...['\u00ad', '\u034f', '\u061c', '\u115f', '\u1160', '\u17b4', '\u180e', '\u200b', '\u200c', '\u200d'],
      ...['\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2063', '\u2066', '\u2069', '\u206f', '\u2800'],
      ...[
        '\u3164',
        '\ufe0f',
        '\ufeff',
        '\uffa0',
        '\ufff9',
        '\u{1d173}',
        '\u{1d159}',
        '\u{e0001}',
        '\u{e0041}',
      ],
    ];
    for (const sign of unseen) {
      for (const name of [sign, `${sign}스텝원`, `스텝 ${sign}원`, `스텝원 ${sign}`]) {
        expect([name, reasonsOf(text, name)]).toEqual([name, ['unseen']]);
      }
    }
    for (const name of [
      'a\ufe0f',
      'a\ufe0e',
      '가\ufe0f',
      '7\ufe0f',
      '$\ufe0f',
      '葛\ufe0f',
      'a\u{e0100}',
      '❤\ufe0f\ufe0f',
    ]) {
      expect([name, reasonsOf(text, name)]).toEqual([name, ['unseen']]);
    }
    expect(text.parse('1\ufe0f\u20e3')).toBe('1\ufe0f\u20e3');
    // A variation selector belongs to the sign before it; words that somebody wrote may join and turn.
    expect(text.parse('葛\u{e0100}城 ❤\ufe0f')).toBe('葛\u{e0100}城 ❤\ufe0f');
    expect(proseField(20).parse('👩\u200d🔬 \u200fשלום')).toBe('👩\u200d🔬 \u200fשלום');
  });

  it('7.13 a text of which nothing can be seen is an empty one, and gives no reason', () => {
    for (const unseen of ['\u200b', '\u3164', ' \ufeff\n\u202e ', '\u2800', '\u00ad']) {
      expect(proseField(20).parse(unseen)).toBe('');
      expect(requiredProse(20).safeParse(unseen).success).toBe(false);
    }
    expect(requiredProse(20).parse('👩\u200d🔬')).toBe('👩\u200d🔬');
  });

  it('7.13 is composed and of single spaces, and its length is counted after', () => {
    expect(text.parse('  스텝\u00a0\u3000원  '.normalize('NFD'))).toBe('스텝 원');
    expect(requiredText(5).parse('가나다라마'.normalize('NFD'))).toBe('가나다라마');
    expect(reasonsOf(requiredText(5), '가나다라마바'.normalize('NFD'))).toEqual(['too_big']);
    expect(reasonsOf(text, ' \u00a0\u3000 ')).toEqual(['too_small']);
    expect(reasonsOf(text, 'x'.repeat(100_000))).toEqual(['too_long']);
  });

  it('7.13 whatever is taken can be kept, sent and taken again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (any) => {
        for (const field of [textField(20), proseField(20), searchField(20)]) {
          const taken = field.safeParse(any);
          if (!taken.success) continue;
          expect(taken.data.isWellFormed()).toBe(true);
          expect(taken.data).not.toContain('\u0000');
          expect(field.parse(taken.data)).toBe(taken.data);
          expect(JSON.parse(JSON.stringify(taken.data))).toBe(taken.data);
        }
      }),
    );
  });
});

describe('numbers and ids that meet SQL', () => {
  it('7.13 a version is a whole number that PostgreSQL can hold', () => {
    expect(versionField.safeParse(2_147_483_647).success).toBe(true);
    for (const wrong of [2_147_483_648, 0, -1, 1.5, 1e300, Number.NaN, '1', null]) {
      expect(versionField.safeParse(wrong).success).toBe(false);
    }
  });

  it('7.13 an id has one spelling', () => {
    expect(idField.parse('0199F7C0-5D9D-7000-8000-00000000000A')).toBe(
      '0199f7c0-5d9d-7000-8000-00000000000a',
    );
  });
});

describe('dates', () => {
  it('7.12 a day that is written down is of 1990 to 2100, a day asked for of 1900 to 2200', () => {
    for (const right of ['1990-01-01', '2024-02-29', '2100-12-31']) {
      expect(writtenDayField.parse(right)).toBe(right);
    }
    for (const wrong of [
      '1989-12-31',
      '2101-01-01',
      '0000-01-01',
      '2023-02-29',
      '+02023-01-01',
      '2023-1-1',
    ]) {
      expect([wrong, writtenDayField.safeParse(wrong).success]).toEqual([wrong, false]);
    }
    expect(dayField.parse('2200-12-31')).toBe('2200-12-31');
    for (const wrong of ['1899-12-31', '2201-01-01', '9999-12-31', '-271821-04-20', '+275760-09-13']) {
      expect([wrong, dayField.safeParse(wrong).success]).toEqual([wrong, false]);
    }
  });

  it('7.12 an instant is one that a clock of a zone shows, of 1990 to 2100', () => {
    const wrong = [
      ...[
        '9999-12-31T23:00:00-10:00',
        '0000-01-01T00:00:00Z',
        '0001-01-01T00:00:00Z',
        '1989-12-31T23:59:59Z',
      ],
      ...['2101-01-01T00:00:00Z', '2100-12-31T23:00:00-10:00', '-271821-04-20T00:00:00Z'],
      ...['+275760-09-13T00:00:00Z', '2023-05-03T24:00:00Z', '2023-06-30T23:59:60Z', '2023-02-29T00:00:00Z'],
      ...['2023-05-03T15:00:00+14:01', '2023-05-03T15:00:00-23:59', '2023-05-03T15:00:00', '2023-05-03'],
      ...[`2023-05-03T15:00:00.${'0'.repeat(100)}Z`, 'now', ''],
    ];
    for (const value of wrong) expect([value, instantField.safeParse(value).success]).toEqual([value, false]);
    expect(instantField.parse('2023-05-03T15:00:00+14:00').toISOString()).toBe('2023-05-03T01:00:00.000Z');
    expect(instantField.parse('2023-05-03T15:00:00.250-12:00').toISOString()).toBe(
      '2023-05-04T03:00:00.250Z',
    );
  });

  it('7.12 a meeting begins and ends on whole minutes', () => {
    expect(minuteField.safeParse('2023-05-03T15:00:00Z').success).toBe(true);
    expect(reasonsOf(minuteField, '2023-05-03T15:00:30Z')).toEqual(['not_whole_minutes']);
    expect(reasonsOf(minuteField, '2023-05-03T15:00:00.001Z')).toEqual(['not_whole_minutes']);
  });
});
