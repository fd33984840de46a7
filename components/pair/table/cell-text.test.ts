import { describe, expect, it } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { cellTexts } from './cell-text';
import { COLUMN_IDS } from './table-columns';

const words = {
  stage: (key: string) => `stage ${key}`,
  status: (key: string) => `status ${key}`,
  reason: (key: string) => `reason ${key}`,
  sector: (key: string) => `sector ${key}`,
};
const texts = (locale: 'ko' | 'en') => cellTexts({ locale, zone: 'Asia/Seoul', baseCurrency: 'KRW', words });
const worth = (minor: number, currency: string) =>
  pairItem({ amounts: [{ rung: 'discussed', minor, currency, effectiveOn: '2023-05-03' }] });

describe('the text of a cell', () => {
  it('is a plain number for the currency of the program, and tells any other by its code', () => {
    expect(texts('ko')('amount', worth(320_000_000, 'KRW'))).toBe('320000000');
    expect(texts('en')('amount', worth(120_000_050, 'USD'))).toBe('USD 1200000.50');
  });

  it('gives days and times as spreadsheets read them, in the zone of the program', () => {
    const pair = pairItem({
      stageSince: '2023-04-28T18:30:00.000Z',
      nextStep: { text: 'Call', on: '2023-06-01', owner: null },
      nextMeeting: { id: 'm', stage: 'video_call', startsAt: '2023-05-03T15:30:00.000Z', endsAt: '' },
    } as Partial<PairItem>);
    expect(texts('en')('since', pair)).toBe('2023-04-29');
    expect(texts('en')('nextStepOn', pair)).toBe('2023-06-01');
    expect(texts('en')('nextMeeting', pair)).toBe('2023-05-04 00:30');
  });

  it('names parties and people in the language of the screen, and has nothing where there is nothing', () => {
    const owned = pairItem({ owner: { id: 'o', name: '김담당', nameEn: 'Officer Kim' } });
    expect([texts('ko')('owner', owned), texts('en')('owner', owned)]).toEqual(['김담당', 'Officer Kim']);
    expect([texts('ko')('startup', owned), texts('en')('startup', owned)]).toEqual(['가나', 'Gana']);
    const filled = COLUMN_IDS.filter((column) => texts('en')(column, pairItem()) !== '');
    expect(filled).toEqual(['startup', 'investor', 'stage', 'status', 'since', 'sector']);
  });
});
