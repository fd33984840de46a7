import { describe, expect, test } from 'vitest';
import { explainRefusals } from '@/lib/platform/explain';
import { shownName } from './shown-name';
import { beginningOf, setApart, setApartIn } from './text';

describe('7.13 a name that is written from right to left', () => {
  test('is set apart from the words and figures around it', () => {
    expect(setApart('שלום 7')).toBe('\u2068שלום 7\u2069');
    expect(setApart('مرحبا')).toBe('\u2068مرحبا\u2069');
    for (const name of ['메디픽셀', 'Harbor Peak', '葛城', '']) expect(setApart(name)).toBe(name);
    expect(setApartIn({ who: 'שלום', count: 3 })).toEqual({ who: '\u2068שלום\u2069', count: 3 });
    expect(shownName({ name: 'שלום', nameEn: 'Shalom' }, 'ko')).toBe('\u2068שלום\u2069');
    expect(shownName({ name: 'שלום', nameEn: 'Shalom' }, 'en')).toBe('Shalom');
  });

  test('is known by its sign, whichever script from right to left it is in', () => {
    const scripts = [
      '\u0800',
      '\u0840',
      '\u0860',
      '\u08a0',
      '\ufb1d',
      '\ufe8d',
      '\u{10900}',
      '\u{10d00}',
      '\u{1e900}',
    ];
    for (const sign of scripts) expect(setApart(`${sign} 7`)).toBe(`\u2068${sign} 7\u2069`);
    for (const sign of ['é', 'Ω', 'я', '\u0900', '日', '한', '\u{1f600}']) expect(setApart(sign)).toBe(sign);
  });

  test('stands so in the sentence of a refusal', () => {
    const refusal = { reason: 'table_taken', params: { name: 'שלום' } };
    for (const locale of ['ko', 'en'] as const) {
      expect(explainRefusals('program.add_tables', [refusal], locale)[0]?.message).toContain(
        '\u2068שלום\u2069',
      );
    }
  });
});

test('the beginning of a text halves no sign', () => {
  expect(['ab😀', '😀', 'a😀b', '메디픽셀'].map((text) => beginningOf(text, 3))).toEqual([
    'ab',
    '😀',
    'a😀',
    '메디픽',
  ]);
});
