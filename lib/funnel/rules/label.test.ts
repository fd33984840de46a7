import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import type { Locale } from '@/lib/core/locale';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { figureLabel } from './label';

const discussed = { sum: 'discussed' as const, krw: { minor: '84500000000', rateDate: null }, rates: [] };
const may3 = { asOf: '2023-05-03', knownOn: null };

/** As the screen says it. */
function written(
  figures: Parameters<typeof figureLabel>[0],
  clocks: Parameters<typeof figureLabel>[1],
  locale: Locale,
): string {
  const label = figureLabel(figures, clocks, locale);
  if (!label) return '';
  const t = createTranslator({ locale, messages: CATALOGUE[locale], namespace: 'funnel' });
  return t.markup('label', {
    amount: label.amount,
    asOf: label.asOf,
    knownOn: label.knownOn ?? 'none',
    status: t(`status.${label.sum}`),
    rates: label.rates.join(', ') || 'none',
    b: (text) => text,
  });
}

describe('the label of a figure', () => {
  it('says amount, date and status in one sentence', () => {
    expect(written(discussed, may3, 'ko')).toBe('845억 원 (2023. 5. 3. 기준, 논의 단계)');
    expect(written(discussed, may3, 'en')).toBe('KRW 84.5 billion (as of 3 May 2023, under discussion)');
  });

  it('names the rate it was converted at', () => {
    const rates = [{ base: 'USD', rate: '1340.00000000', on: '2023-05-03', source: '매매기준율' }];
    const converted = { ...discussed, rates };
    expect(written(converted, may3, 'ko')).toBe('845억 원 (2023. 5. 3. 기준, 논의 단계, 1 USD = 1,340.00원)');
    expect(written(converted, may3, 'en')).toBe(
      'KRW 84.5 billion (as of 3 May 2023, under discussion, 1 USD = KRW 1,340.00)',
    );
  });

  it('says by whose knowledge, where it is not that of now', () => {
    const then = { asOf: '2023-05-03', knownOn: '2023-05-10' };
    expect(written(discussed, then, 'ko')).toBe(
      '845억 원 (2023. 5. 3. 기준, 2023. 5. 10.까지의 기록, 논의 단계)',
    );
    expect(written(discussed, then, 'en')).toBe(
      'KRW 84.5 billion (as of 3 May 2023, as known on 10 May 2023, under discussion)',
    );
  });

  it('does not exist without a total in won', () => {
    expect(figureLabel({ ...discussed, krw: null }, may3, 'ko')).toBeNull();
  });

  it('keeps every digit of a sum beyond 2^53', () => {
    const huge = { ...discussed, krw: { minor: '9007199254740993', rateDate: null } };
    expect(figureLabel(huge, may3, 'ko')?.exact).toBe('9,007,199,254,740,993원');
  });
});
