export function reportHref(slug: string, number: number): string {
  return `/programs/${slug}/funnel/reports/${number}`;
}

export function sheetHref(slug: string, number: number, lang?: string): string {
  return `${reportHref(slug, number)}/sheet${lang ? `?lang=${lang}` : ''}`;
}
