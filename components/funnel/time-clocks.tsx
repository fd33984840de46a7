import { useLocale, useTranslations } from 'next-intl';
import { isFiltered } from '@/components/pair/filter/address';
import { Notice } from '@/components/ui/notice';
import { dayText } from '@/lib/core/dates';
import type { FunnelAddress } from './address';

export type ReadClocks = { asOf: string; knownOn: string | null };
type Props = { address: FunnelAddress; clocks: ReadClocks };

/** Up to when, by what knowledge, and whose pairs: what every chart of the page is of. */
export function TimeClocks({ address, clocks }: Props) {
  const t = useTranslations('funnel');
  const locale = useLocale();
  const { knownOn } = clocks;
  return (
    <>
      {knownOn && <Notice>{t('known.note', { date: dayText(knownOn, locale) })}</Notice>}
      {isFiltered(address) && <Notice>{t('filter.in')}</Notice>}
    </>
  );
}

/** `2023. 5. 3. 기준, 2023. 5. 10.까지의 기록`. */
export function useClocksText(): (clocks: ReadClocks) => string {
  const t = useTranslations('funnel-time.clocks');
  const locale = useLocale();
  return ({ asOf, knownOn }) =>
    knownOn
      ? t('known', { asOf: dayText(asOf, locale), known: dayText(knownOn, locale) })
      : t('asOf', { asOf: dayText(asOf, locale) });
}
