import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenDayField } from '@/lib/core/fields';
import { effectOf, readRateLines } from './rate-lines';

const entry = { base: 'USD', quote: 'KRW', on: '2023-05-03', rate: '1340.00', source: '한국은행' };

describe('a table of rates', () => {
  it('is read with commas or tabs, with or without the names of its columns, quoted or not', () => {
    const lines = readRateLines(
      '\uFEFFbase,quote,on,rate,source\r\nUSD,KRW,2023-05-03,1340.00,한국은행\r\n\r\nusd\tkrw\t2023-05-04\t1,341.5\t한국은행\n' +
        'EUR,KRW,2023-05-04,"1,480.25","은행, ""고시"""',
    );
    expect(lines.map(({ line, entry: read }) => [line, read])).toEqual([
      [2, entry],
      [4, { ...entry, on: '2023-05-04', rate: '1341.5' }],
      [5, { ...entry, base: 'EUR', on: '2023-05-04', rate: '1480.25', source: '은행, "고시"' }],
    ]);
  });

  it.each([
    ['USD,KRW,2023-05-03,1340', 'wrong_columns'],
    ['USD,KRW,2023-05-03,1,340,한국은행', 'wrong_columns'],
    ['XYZ,KRW,2023-05-03,1340,한국은행', 'not_a_currency'],
    ['KRW,KRW,2023-05-03,1340,한국은행', 'same_currency'],
    ['USD,KRW,2023-02-29,1340,한국은행', 'not_a_date'],
    ['JPY;KRW;1950-01-01;9.1;x', 'year_out_of_range'],
    ['JPY;KRW;2101-01-01;9.1;x', 'year_out_of_range'],
    ['USD,KRW,2023-05-03,0.00,한국은행', 'not_a_rate'],
    ['USD,KRW,2023-05-03,-1340,한국은행', 'not_a_rate'],
    ['USD,KRW,2023-05-03,1340,', 'no_source'],
  ])('tells what is wrong with %s', (text, problem) => {
    expect(readRateLines(`\n${text}`)).toEqual([{ line: 2, text, entry: null, problem }]);
  });

  it.each([
    ['EUR,KRW,2023-05-03,"1.475,20",은행', '1475.20'],
    ['CNY;KRW;2023-05-03;9,8765;은행', '9.8765'],
    ['USD\tKRW\t2023-05-03\t1340,5\t은행', '1340.5'],
    ['USD,KRW,2023-05-03,"1,475.20",은행', '1475.20'],
    ['USD,KRW,2023-05-03,１３４０．５,은행', '1340.5'],
    ['USD\tKRW\t2023-05-03\t1 475,20\t은행', '1475.20'],
    ['USD,KRW,2023-05-03,1340,"은행; 고시"', '1340'],
  ])('7.16 %s keeps its decimal mark', (text, rate) => {
    expect(readRateLines(text)).toMatchObject([{ problem: null, entry: { rate } }]);
  });

  it('7.16 a comma before three digits is asked, and read as the answer says', () => {
    const text =
      'USD,KRW,2023-05-03,"1,340",은행\nUSD;KRW;2023-05-04;9,876;은행\nUSD,KRW,2023-05-05,1341.5,은행';
    expect(readRateLines(text)).toMatchObject([
      { entry: null, problem: 'ambiguous_rate', readings: ['1340', '1.340'] },
      { entry: null, problem: 'ambiguous_rate', readings: ['9876', '9.876'] },
      { entry: { rate: '1341.5' } },
    ]);
    const ratesBy = (comma: 'grouping' | 'decimal') =>
      readRateLines(text, comma).map(({ entry: read }) => read?.rate);
    expect(ratesBy('grouping')).toEqual(['1340', '9876', '1341.5']);
    expect(ratesBy('decimal')).toEqual(['1.340', '9.876', '1341.5']);
  });

  it('7.12 takes the days that are saved, and no others', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1985-01-01'), max: new Date('2105-12-31'), noInvalidDate: true }),
        (date) => {
          const on = date.toISOString().slice(0, 10);
          const [read] = readRateLines(`JPY,KRW,${on},9.1,x`);
          expect([on, read?.problem === null]).toEqual([on, writtenDayField.safeParse(on).success]);
        },
      ),
    );
    const taken = (on: string) => readRateLines(`JPY,KRW,${on},9.1,x`)[0]?.problem;
    expect(['1989-12-31', '1990-01-01', '2100-12-31', '2101-01-01'].map(taken)).toEqual([
      'year_out_of_range',
      null,
      null,
      'year_out_of_range',
    ]);
  });

  it('takes one rate of a day only', () => {
    const text = 'USD,KRW,2023-05-03,1340,a\nUSD,KRW,2023-05-03,1341,b\nUSD,KRW,2023-05-04,1341,b';
    expect(readRateLines(text).map(({ problem }) => problem)).toEqual([null, 'rate_twice', null]);
  });

  it('never fails, and tells every line that is not empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ',', '\t', '\n', '\r', '"', ' ', '\uFEFF', '1') }),
        (text) => {
          const filled = text
            .replace(/^\uFEFF/, '')
            .split(/\r\n|\r|\n/)
            .filter((line) => line.trim() !== '');
          expect(readRateLines(text).length).toBe(filled.length);
        },
      ),
    );
  });

  it('says what an entry changes', () => {
    expect(effectOf(entry, [])).toBe('new');
    expect(effectOf({ ...entry, rate: '1340' }, [entry])).toBe('same');
    expect(effectOf({ ...entry, rate: '1340.01' }, [entry])).toBe('replaces');
    expect(effectOf({ ...entry, source: '다른 곳' }, [entry])).toBe('replaces');
    expect(effectOf({ ...entry, on: '2023-05-04' }, [entry])).toBe('new');
  });
});
