import { describe, expect, it } from 'vitest';
import { inOrder, rankOf, type SearchedNames, slipsOf, termsOf } from './rank';
import { slipsToPrefix, typosAllowed } from './typo';

const medi: SearchedNames = { name: '메디픽셀', others: ['MediPixel'] };
const summit: SearchedNames = { name: 'Summit Harbor Capital', others: [] };
const rank = (query: string, names: readonly SearchedNames[]) =>
  rankOf(
    query,
    termsOf(query).map(({ word }) => word),
    names,
  );

describe('rankOf', () => {
  it('puts the beginning before a word, initials, another spelling, the inside and slips', () => {
    const ranks = ['메디', '메딮', 'ㅁㄷ', 'medi', '픽셀', '메디픽쎌'].map((query) => rank(query, [medi]));
    expect(ranks).toEqual([0, 0, 2, 3, 4, 6]);
    expect(rank('harbor', [summit])).toBe(1);
  });

  it('takes each word where it fits best, over both names of a pair, and the worst word decides', () => {
    expect(rank('medi harbor', [medi, summit])).toBe(3);
    expect(rank('메디 summit', [medi, summit])).toBe(0);
    expect(rank('메디 없는말', [medi, summit])).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts a word that the record holds elsewhere as found inside', () => {
    expect(rankOf('의료', ['의료'], [medi], () => true)).toBe(4);
  });

  it('reads Hangul that is written decomposed', () => {
    expect(rank('메디'.normalize('NFD'), [medi])).toBe(0);
    expect(rank('메디', [{ name: '메디픽셀'.normalize('NFD'), others: [] }])).toBe(0);
  });
});

describe('slips', () => {
  it.each([
    ['sumit', 1],
    ['sumimt', 1],
    ['harbro', 1],
    ['captal', 1],
    ['kapitol', 2],
    ['메디픽쎌', null],
  ])('%s is %s away from the nearest word', (word, slips) => expect(slipsOf(word, summit)).toBe(slips));

  it('allows none in words of three letters, one up to six, two beyond', () => {
    expect(['abc', 'abcd', 'abcdef', 'abcdefg'].map(typosAllowed)).toEqual([0, 1, 1, 2]);
    expect(slipsOf('hab', summit)).toBeNull();
  });

  it('counts two letters that changed places as one slip, and what is not yet typed as none', () => {
    expect(slipsToPrefix('hrabor', 'harbor')).toBe(1);
    expect(slipsToPrefix('harb', 'harbor')).toBe(0);
    expect(slipsToPrefix('', 'harbor')).toBe(0);
    expect(slipsToPrefix('xyz', '')).toBe(3);
  });
});

describe('inOrder', () => {
  it('lists the best first, then by kind, and not more than a few of one kind', () => {
    const pairs = Array.from({ length: 20 }, (_, at) => ({ kind: 'pair' as const, rank: 0, at }));
    const ordered = inOrder([
      { kind: 'note' as const, rank: 0, at: -1 },
      ...pairs,
      { kind: 'startup' as const, rank: 0, at: -2 },
      { kind: 'investor' as const, rank: 3, at: -3 },
    ]);
    expect(ordered.map(({ at }) => at)).toEqual([-2, 0, 1, 2, 3, 4, 5, 6, 7, -1, -3]);
  });
});
