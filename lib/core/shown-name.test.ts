import { describe, expect, it } from 'vitest';
import { byShownName, nameIn, shownName } from './shown-name';

describe('the name that a reader sees', () => {
  it.each([
    ['en', '윤하람', 'Haram Yoon', 'Haram Yoon'],
    ['en', '윤하람', '', '윤하람'],
    ['ko', '윤하람', 'Haram Yoon', '윤하람'],
    ['en', 'Otterfold Ventures', undefined, 'Otterfold Ventures'],
  ] as const)('7.40 is in %s of %s (%s) the one %s', (locale, name, nameEn, shown) => {
    expect(shownName(nameEn === undefined ? { name } : { name, nameEn }, locale)).toBe(shown);
  });

  it('7.13 is bare for files, options and sorting, and set apart in running text', () => {
    const named = { name: 'שלום', nameEn: 'Shalom' };
    expect([nameIn(named, 'ko'), nameIn(named, 'en')]).toEqual(['שלום', 'Shalom']);
    expect([shownName(named, 'ko'), shownName(named, 'en')]).toEqual(['\u2068שלום\u2069', 'Shalom']);
  });

  it('7.40 sorts a list by what the reader sees', () => {
    const people = [
      { name: '가온', nameEn: 'Zoe' },
      { name: '나래', nameEn: 'Ann' },
      { name: '다솜', nameEn: '' },
    ];
    const names = (locale: 'ko' | 'en') => people.toSorted(byShownName(locale)).map(({ name }) => name);
    expect(names('ko')).toEqual(['가온', '나래', '다솜']);
    expect(names('en')).toEqual(['나래', '가온', '다솜']);
  });
});
