import { describe, expect, it } from 'vitest';
import { SUMS, type Sum } from '@/lib/amount/rules';
import { parseDay } from '@/lib/core/days';
import type { RungFigures, SumFigures } from '@/lib/funnel/schema/figures';
import { type Occasion, pressSentences, rungsOfSum, spokenSum } from './sentence';

const EOK = 100_000_000;
const USD = { base: 'USD', rate: '1276', on: '2023-08-01', source: '은행' };
const day = (text: string) => parseDay(text) as Occasion['asOf'];
const occasion: Occasion = { asOf: day('2023-05-03'), met: { startups: 15, investors: 38 } };
type Totals = RungFigures['totals'];
const rung = <R extends RungFigures['rung']>(name: R, totals: Totals) => ({ rung: name, totals });
const figures = <S extends Sum>(sum: S, totals: Totals, rates: SumFigures['rates'] = []) => ({
  ...{ sum, totals, rates },
  ...{ startups: 5, pairs: 9 },
});
const won = (eok: number): Totals => [{ currency: 'KRW', minor: String(eok * EOK) }];

describe('the sentence for the press', () => {
  it('tells of 3 May what was known then, with its status and its date', () => {
    const spoken = spokenSum(figures('discussed', won(845)), [rung('discussed', won(845))]);
    expect(pressSentences(spoken, occasion)).toEqual({
      ok: true,
      value: {
        ko: '스타트업 15개사가 투자사 38개사와 상담을 진행해, 2023. 5. 3. 기준 845억 원 규모(5개사)의 투자유치 논의가 진행되고 있다.',
        en: '15 startups met with 38 investors; as of 3 May 2023, investment of KRW 84.5 billion (5 startups) is under discussion.',
      },
    });
  });

  it('says of each sum what it is and never a word of another', () => {
    const words: Record<Sum, [own: RegExp, en: RegExp]> = {
      discussed: [/논의/, /under discussion/],
      intended: [/투자의향/, /letter of intent or term sheet, not yet signed/],
      signed: [/계약이 체결/, /under contract and awaits payment/],
      paid: [/납입되었다/, /has been paid/],
      follow_on: [/후속투자가 이루어졌다/, /follow-on investment/],
    };
    const rungs = {
      discussed: 'discussed',
      intended: 'loi',
      signed: 'signed',
      paid: 'paid',
      follow_on: 'follow_on',
    } as const;
    for (const sum of SUMS) {
      const spoken = spokenSum(figures(sum, won(50)), [rung(rungs[sum], won(50))]);
      const said = pressSentences(spoken, occasion);
      if (!said.ok) throw new Error('refused');
      expect(said.value.ko).toMatch(words[sum][0]);
      expect(said.value.en).toMatch(words[sum][1]);
      expect(said.value.ko).toContain('2023. 5. 3. 기준 50억 원 규모(5개사)');
      expect(said.value.ko).not.toMatch(/달성/);
    }
  });

  it('names the rate and its day where money was converted, and counts one as one', () => {
    const totals: Totals = [{ currency: 'USD', minor: '900000000' }];
    const spoken = spokenSum({ ...figures('paid', totals, [USD]), startups: 1 }, [rung('paid', totals)]);
    const said = pressSentences(spoken, { asOf: day('2023-08-01'), met: { startups: 1, investors: 1 } });
    // 9,000,000.00 USD at 1,276 won each.
    expect(said).toMatchObject({
      value: {
        ko: expect.stringContaining('114억 8,400만 원 규모(1개사; 환율 1 USD = 1,276.00원, 2023. 8. 1.)'),
        en: expect.stringContaining(
          '1 startup met with 1 investor; as of 1 August 2023, investment of KRW 11.484 billion (1 startup; at 1 USD = KRW 1,276.00, 1 August 2023)',
        ),
      },
    });
  });

  it('is refused where there is nothing to say, or no rate to say it by', () => {
    const nothing = spokenSum({ ...figures('paid', []), pairs: 0 }, []);
    expect(pressSentences(nothing, occasion)).toMatchObject({ refusals: [{ reason: 'sum_empty' }] });
    const dollars: Totals = [{ currency: 'USD', minor: '1' }];
    const unrated = spokenSum(figures('paid', dollars), [rung('paid', dollars)]);
    expect(pressSentences(unrated, occasion)).toMatchObject({
      refusals: [{ reason: 'rate_missing', params: { currencies: 'USD' } }],
    });
    const spoken = spokenSum(figures('paid', won(1)), [rung('paid', won(1))]);
    const alone = { ...occasion, met: { startups: 0, investors: 0 } };
    expect(pressSentences(spoken, alone)).toMatchObject({ refusals: [{ reason: 'nobody_met' }] });
  });
});

describe('a total that mixes rungs', () => {
  const discussed = rung('discussed', won(1));
  const signed = rung('signed', won(1));

  it('cannot be built: neither the compiler nor the server lets it', () => {
    const both = figures('discussed', won(2));
    // @ts-expect-error signed money is not under discussion
    expect(() => spokenSum(both, [discussed, signed])).toThrow(RangeError);
    const intended = 'intended' as Sum;
    const mixed = [rung('loi', won(1)), rung('paid', won(1))];
    expect(() => spokenSum(figures(intended, won(2)), mixed)).toThrow(RangeError);
  });

  it('does not pass as a sum whose rungs make less', () => {
    expect(() => spokenSum(figures('signed', won(845)), [signed])).toThrow(RangeError);
    const loose = { total: { sum: 'signed' as const, totals: [] }, rates: [], startups: 1, pairs: 0 };
    // @ts-expect-error only spokenSum makes a sum that can be spoken of
    expect(pressSentences(loose, occasion).ok).toBe(false);
  });

  it('is not what the rungs of a funnel give', () => {
    const rungs = ['discussed', 'loi', 'term_sheet', 'committee', 'signed'] as const;
    const all = rungs.map((each) => rung(each, won(1))) as unknown as RungFigures[];
    expect(rungsOfSum(all, 'intended').map((each) => each.rung)).toEqual(['loi', 'term_sheet', 'committee']);
  });
});
