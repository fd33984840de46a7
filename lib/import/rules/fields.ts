import type { ImportKind } from '../schema';

type Spelled = { words?: readonly string[]; isRequired?: true };

/**
 * The columns that rows of each kind may have, in the order of the template. Their headings are the label in both languages
 * (import.field), the key itself, and the `words` that offices write besides.
 */
export const FIELDS = {
  startups: {
    name: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Company name', 'Startup'],
    },
    nameEn: { words: ['영문명', '영문 회사명', '영문 기업명', 'English name', 'Name in English'] },
    sector: { isRequired: true, words: ['산업', '업종', '산업분야', 'Industry', 'ColumnField'] },
    summary: { words: ['기업 소개', '회사소개', '개요', 'Description', 'About'] },
    summaryEn: { words: ['영문 개요', 'English summary', 'Description in English'] },
    website: { words: ['홈페이지', '누리집', 'URL', 'Homepage', 'Site'] },
  },
  investors: {
    name: { isRequired: true, words: ['투자사명', '투자사', '기관명', 'VC', 'Firm', 'Investor', 'Fund'] },
    city: { words: ['소재지', '지역', 'Location', 'Office'] },
    focus: { words: ['관심분야', '투자분야', '투자 분야', 'Sectors', 'Investment focus', 'Interests'] },
    summary: { words: ['투자사 소개', '개요', 'Description', 'About'] },
    website: { words: ['홈페이지', '누리집', 'URL', 'Homepage', 'Site'] },
  },
} as const satisfies Partial<Record<ImportKind, Record<string, Spelled>>>;

export type ReadKind = keyof typeof FIELDS;

/** Keys of a kind's columns, with what has to be there. */
export function fieldsOf(kind: ReadKind): { key: string; isRequired: boolean; words: readonly string[] }[] {
  return Object.entries<Spelled>(FIELDS[kind]).map(([key, { words = [], isRequired = false }]) => ({
    ...{ key, words, isRequired },
  }));
}
