import { useTranslations } from 'next-intl';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { Conversion } from '@/lib/funnel/rules/stages';

/** The share that went on, with the two numbers it is made of. */
export function ConversionText({ conversion, inline }: { conversion: Conversion; inline?: boolean }) {
  const t = useTranslations('funnel');
  const stage = useTranslations('pair.stage');
  const { from, to, numerator, denominator } = conversion;
  const percent = formatPercent(numerator, denominator);
  return (
    <p className={inline ? 'flex items-baseline gap-2' : 'grid justify-items-center'}>
      <span className="sr-only">
        {t('conversion', {
          ...{ from: stage(from), to: stage(to), percent },
          ...{ numerator: formatNumber(numerator), denominator: formatNumber(denominator) },
        })}
      </span>
      <span aria-hidden="true" className="text-md font-bold tabular-nums max-xl:text-sm">
        {percent}
      </span>
      <span aria-hidden="true" className="text-2xs whitespace-nowrap text-ink-2 tabular-nums">
        {formatNumber(numerator)} / {formatNumber(denominator)}
      </span>
    </p>
  );
}
