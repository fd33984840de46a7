import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, LOCALE_COOKIE, type Locale, resolveLocale } from '@/lib/core/locale';
import { CATALOGUE } from './catalogue';

/** The language of this request: the person's choice, else the browser's, else Korean. Addresses carry none. */
export async function requestLocale(): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return resolveLocale(jar.get(LOCALE_COOKIE)?.value, sent.get('accept-language'));
}

/**
 * For next-intl. A page that fixes its language (an investor always reads English) passes `locale` itself.
 * The zone is named so that nothing ever takes the server's; dates are written by lib/core/dates.ts with their own.
 */
export default getRequestConfig(async ({ locale }) => {
  const chosen = isLocale(locale) ? locale : await requestLocale();
  return { locale: chosen, messages: CATALOGUE[chosen], timeZone: 'Asia/Seoul' };
});
