import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import { concentrationOf, type Percent } from '@/lib/funnel/rules/concentration';
import type { SumFigures } from '@/lib/funnel/schema/figures';

/** How few make the sum: the largest one's part, then how many make 50, 80 and 100 % of it. */
export function ConcentrationLines({ figures }: { figures: SumFigures }) {
  const t = useTranslations('funnel-readings.concentration');
  const locale = useLocale();
  const { largest, makes } = concentrationOf(figures);
  const first = figures.concentration[0]?.minor;
  if (!largest || !figures.krw || first === null || first === undefined) return null;
  const won = (minor: string) => formatMoney(money(minor, 'KRW'), locale);
  const fewest = (wanted: Percent) => makes.find(({ percent }) => percent === wanted)?.startups ?? 0;
  return (
    <ul aria-label={t('title')} className="grid gap-0.5 border-t border-line pt-3 text-xs text-ink-2">
      <li>
        {t('largest', {
          percent: formatPercent(largest.numerator, largest.denominator),
          ...{ part: won(first), all: won(figures.krw.minor) },
        })}
      </li>
      <li>{t('makes', { half: fewest(50), most: fewest(80), all: fewest(100) })}</li>
    </ul>
  );
}
