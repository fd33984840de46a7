import { describe, expect, test } from 'vitest';
import { shownWishes } from '@/lib/timetable/rules/shown-wishes';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { readWishView, type WishView, wishesAddress, withWeight, withWord } from './wish-view';

const EVERYTHING = readWishView({});
const item = (startup: string, investor: string, more: Partial<WishItem> = {}): WishItem => ({
  pair: { id: `${startup}-${investor}`, stage: 'pre_meeting', status: 'open' },
  startup: { id: startup, name: startup, nameEn: startup === '메디픽셀' ? 'Medipixel' : '' },
  investor: { id: investor, name: investor },
  wish: null,
  own: null,
  weight: 2,
  officeWeight: null,
  evidence: { interest: null, heldBefore: 0 },
  metBefore: false,
  isWish: true,
  ...more,
});
const items = [
  item('가람', 'Harbor', { weight: 5, isWish: false }),
  item('가람', 'Quincy', { wish: 'must', weight: 4 }),
  item('메디픽셀', 'Alden', { wish: 'no_thanks', weight: 5, isWish: false }),
  item('메디픽셀', 'Harbor', { weight: 4 }),
];
const ids = (view: Partial<WishView>) =>
  shownWishes(items, { ...EVERYTHING, ...view }, 'ko').map(({ pair }) => pair.id);

describe('the list of wishes', () => {
  test('finds either side by letters, by initial consonants and in Latin', () => {
    expect(ids({ q: 'ㅁㄷㅍㅅ' })).toEqual(['메디픽셀-Alden', '메디픽셀-Harbor']);
    expect(ids({ q: 'medi' })).toEqual(['메디픽셀-Alden', '메디픽셀-Harbor']);
    expect(ids({ q: 'harb' })).toEqual(['가람-Harbor', '메디픽셀-Harbor']);
    expect(ids({ q: ' ' })).toHaveLength(4);
  });

  test('keeps one word, pairs of which nobody spoke, or those the timetable tries to place', () => {
    expect(ids({ word: 'no_thanks' })).toEqual(['메디픽셀-Alden']);
    expect(ids({ word: 'unsaid' })).toEqual(['가람-Harbor', '메디픽셀-Harbor']);
    expect(ids({ onlyPlanned: true })).toEqual(['가람-Quincy', '메디픽셀-Harbor']);
  });

  test('comes by weight with what is placed first and what never meets last', () => {
    expect(ids({ sort: 'weight' })).toEqual([
      '가람-Quincy',
      '메디픽셀-Harbor',
      '가람-Harbor',
      '메디픽셀-Alden',
    ]);
    expect(ids({ sort: 'investor' })[0]).toBe('메디픽셀-Alden');
  });

  test.each([
    ['ko', ['한빛', 'apex', 'Élan', 'Zeta']],
    ['en', ['apex', 'Élan', 'Zeta', '한빛']],
  ] as const)('7.17 comes by investor as readers of %s look names up', (locale, sorted) => {
    const wishes = ['Zeta', 'Élan', '한빛', 'apex'].map((investor) => item('가람', investor));
    const shown = shownWishes(wishes, { ...EVERYTHING, sort: 'investor' }, locale);
    expect(shown.map(({ investor }) => investor.name)).toEqual(sorted);
  });

  test('is kept in the address', () => {
    const view: WishView = { q: '가람', word: 'unsaid', onlyPlanned: true, sort: 'weight' };
    const address = new URL(wishesAddress('boston', 'main_session', view), 'http://x');
    expect(readWishView(Object.fromEntries(address.searchParams))).toEqual(view);
    expect(wishesAddress('boston', 'main_session', EVERYTHING)).toBe(
      '/programs/boston/timetable/wishes?stage=main_session',
    );
    expect(EVERYTHING).toEqual({ q: '', word: 'all', onlyPlanned: false, sort: 'startup' });
    expect(readWishView({ word: 'x', sort: ['weight', 'investor'], planned: '2', q: undefined })).toEqual({
      ...EVERYTHING,
      sort: 'weight',
    });
  });
});

describe('a wish as it will stand', () => {
  test('the weight of the office decides, and given back the evidence does', () => {
    const weighed = withWeight(
      item('가람', 'Quincy', { wish: 'like', evidence: { interest: 5, heldBefore: 0 } }),
      1,
    );
    expect([weighed.weight, weighed.officeWeight]).toEqual([1, 1]);
    expect(withWeight(weighed, null).weight).toBe(5);
  });

  test("the office's word counts beside what others said, and a weaker one does not hide a stronger", () => {
    expect(withWord(item('가람', 'Quincy'), 'like')).toMatchObject({
      own: 'like',
      wish: 'like',
      isWish: true,
    });
    const must = item('가람', 'Quincy', { wish: 'must', own: null });
    expect(withWord(must, 'like')).toMatchObject({ own: 'like', wish: 'must' });
    expect(withWord(item('가람', 'Quincy', { wish: 'like', own: 'like' }), 'neutral').wish).toBe('neutral');
  });

  test('a no-thanks ends it: nobody places the two, and no word of the office is told apart', () => {
    expect(withWord(item('가람', 'Quincy', { own: 'like', wish: 'must' }), 'no_thanks')).toMatchObject({
      wish: 'no_thanks',
      own: null,
      isWish: false,
    });
  });
});
