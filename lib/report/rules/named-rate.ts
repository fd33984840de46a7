import { dayText } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatRate } from '@/lib/core/money';
import type { RateOn } from '@/lib/funnel/schema/figures';

/** `1 USD = 1,340.00원, 2023. 5. 3.`: a rate never without its day. */
export function namedRate({ base, rate, on }: RateOn, locale: Locale): string {
  return `${formatRate({ base, quote: 'KRW', rate }, locale)}, ${dayText(on, locale)}`;
}
