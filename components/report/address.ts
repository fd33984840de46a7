import { createLoader, createSerializer, parseAsStringLiteral } from 'nuqs/server';
import { LOCALES, type Locale } from '@/lib/core/locale';

export function reportHref(slug: string, number: number): string {
  return `/programs/${slug}/funnel/reports/${number}`;
}

/** The language of the sheet; null where the address leaves it to the reader's. */
const sheet = { lang: parseAsStringLiteral(LOCALES) };
export const readSheetAddress = createLoader(sheet);
const sheetSearch = createSerializer(sheet);

export function sheetHref(slug: string, number: number, lang: Locale | null = null): string {
  return sheetSearch(`${reportHref(slug, number)}/sheet`, { lang });
}
