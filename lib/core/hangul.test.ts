import { josa } from 'es-hangul';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initials, matchesSearch, type Particle, searchKey, searchText, withParticle } from './hangul';

const PARTICLES: Particle[] = ['을/를', '이/가', '은/는', '와/과', '으로/로'];
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
const names = fc.array(fc.oneof(syllable, fc.constantFrom(...'abcXYZ019')), { minLength: 1, maxLength: 8 });

describe('withParticle', () => {
  it.each<[string, string, string]>([
    ['메디픽셀', '메디픽셀을', '메디픽셀로'],
    ['스텝원', '스텝원을', '스텝원으로'],
    ['바이오', '바이오를', '바이오로'],
    ['한빛(Hanbit)', '한빛(Hanbit)을', '한빛(Hanbit)으로'],
    ['바다 (서울)', '바다 (서울)를', '바다 (서울)로'],
    ['(주)한빛', '(주)한빛을', '(주)한빛으로'],
    ['‘서울’', '‘서울’을', '‘서울’로'],
    ['845억 원', '845억 원을', '845억 원으로'],
    ['1,000', '1,000을', '1,000으로'],
    ['1,000,000,000,000', '1,000,000,000,000를', '1,000,000,000,000로'],
    ['3', '3을', '3으로'],
    ['7', '7을', '7로'],
    ['2023. 5. 2.', '2023. 5. 2.를', '2023. 5. 2.로'],
    ['58.1 %', '58.1 %를', '58.1 %로'],
    ['IBM', 'IBM을', 'IBM으로'],
    ['IR', 'IR을', 'IR로'],
    ['LOI', 'LOI를', 'LOI로'],
    ['AI', 'AI를', 'AI로'],
    ['KOTRA', 'KOTRA를', 'KOTRA로'],
    ['StepOne', 'StepOne을', 'StepOne으로'],
    ['Summit Capital', 'Summit Capital을', 'Summit Capital로'],
    ['Blue Ventures', 'Blue Ventures를', 'Blue Ventures로'],
    ['Kickstart', 'Kickstart를', 'Kickstart로'],
    ['FullStack', 'FullStack을', 'FullStack으로'],
    ['Startup A', 'Startup A를', 'Startup A로'],
    ['Habit', 'Habit을(를)', 'Habit(으)로'],
    ['MEDTEK', 'MEDTEK을(를)', 'MEDTEK(으)로'],
    ['東京', '東京을(를)', '東京(으)로'],
    ['', '을(를)', '(으)로'],
  ])('puts the right particle after %s', (word, object, direction) => {
    expect([withParticle(word, '을/를'), withParticle(word, '으로/로')]).toEqual([object, direction]);
  });

  it('takes each of the five by the same rule', () => {
    expect(PARTICLES.map((each) => withParticle('투자사', each))).toEqual([
      '투자사를',
      '투자사가',
      '투자사는',
      '투자사와',
      '투자사로',
    ]);
    expect(PARTICLES.map((each) => withParticle('매칭', each))).toEqual([
      '매칭을',
      '매칭이',
      '매칭은',
      '매칭과',
      '매칭으로',
    ]);
  });

  it('agrees with es-hangul after any Korean syllable', () => {
    fc.assert(
      fc.property(syllable, fc.constantFrom(...PARTICLES), (last, particle) => {
        expect(withParticle(`가${last}`, particle)).toBe(josa(`가${last}`, particle));
      }),
    );
  });
});

describe('search', () => {
  it.each([
    ['메디픽셀', '메디'],
    ['메디픽셀', '픽셀'],
    ['메디픽셀', 'ㅁㄷㅍㅅ'],
    ['메디픽셀', 'ㄷㅍ'],
    ['메디픽셀', '메ㄷ'],
    ['메디픽셀', '메딮'],
    ['메디픽셀'.normalize('NFD'), '메디'],
    ['메디픽셀', '메디'.normalize('NFD')],
    ['각시', 'ㄳ'],
    ['까치', 'ㄲㅊ'],
    ['StepOne Inc.', 'stepone'],
    ['StepOne Inc.', 'ONE in'],
    ['스텝원 One', '원one'],
    ['스텝원 One', 'ㅌㅇo'],
    ['ＡＢＣ 투자', 'abc투'],
    ['50% 지분', '50%'],
    ['a_b', 'a_b'],
    ['a\\b', '\\'],
    ['아무것', ''],
  ])('in %s finds %s', (text, query) => expect(matchesSearch(text, query)).toBe(true));

  it.each([
    ['메디픽셀', '메타'],
    ['메디픽셀', 'ㅁㅍ'],
    ['픽셀', 'ㄱㅅ'],
    ['인천', '이천'],
    ['메디픽셀', '%'],
    ['메디픽셀', '메_픽'],
    ['ab', 'a_b'],
    ['메디픽셀', 'medi'],
  ])('in %s does not find %s', (text, query) => expect(matchesSearch(text, query)).toBe(false));

  it('finds any run of a name, by its letters and by its initials', () => {
    fc.assert(
      fc.property(names, names, names, (before, run, after) => {
        const name = [...before, ' ', ...run, ...after].join('');
        expect(matchesSearch(name, run.join('').toUpperCase())).toBe(true);
        expect(matchesSearch(name, initials(run.join('')))).toBe(true);
      }),
    );
  });

  it('T26 finds in the database what it finds here: the key means itself inside like', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'%_\\가각나ㄱㅏab ％') });
    fc.assert(
      fc.property(typed, typed, (text, query) => {
        const column = searchText(text);
        expect(like(column, `%${searchKey(query)}%`)).toBe(matchesSearch(text, query));
        expect(matchesSearch(text, query)).toBe(column.includes(searchKey(query)));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds within one part only, and leaves missing parts out', () => {
    expect(searchText('가나', null, undefined, '', '다라')).toBe(searchText('가나', '다라'));
    expect(searchText('가나', '다라').includes(searchKey('나다'))).toBe(false);
    expect(searchText('ab', 'cd').includes(searchKey('bc'))).toBe(false);
    expect(searchText('가나', '다라').includes(searchKey('ㄷㄹ'))).toBe(true);
  });

  it('gives the initials of a name and leaves other letters', () => {
    expect(initials('메디픽셀')).toBe('ㅁㄷㅍㅅ');
    expect(initials('스텝One 2')).toBe('ㅅㅌOne 2');
  });
});

/** `like` of PostgreSQL: % any run, _ any one character, \ takes the next one as it is. */
function like(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\?[\s\S]/gu, (token) => {
    if (token === '%') return '[\\s\\S]*';
    if (token === '_') return '[\\s\\S]';
    return token.slice(-1).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u').test(text);
}
