import { useTranslations } from 'next-intl';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { Into } from './bars';
import { usePlaceName } from './use-place-name';

/** The share that went on, with the two numbers it is made of. */
export function ConversionText({ conversion, inline }: { conversion: Into; inline?: boolean }) {
  const t = useTranslations('funnel');
  const name = usePlaceName();
  const { from, to, numerator, denominator } = conversion;
  const percent = formatPercent(numerator, denominator);
  return (
    <p className={inline ? 'flex items-baseline gap-2' : 'grid justify-items-center'}>
      <span className="sr-only">
        {t('conversion', {
          ...{ from: name(from), to: name(to), percent },
          ...{ numerator: formatNumber(numerator), denominator: formatNumber(denominator) },
        })}
      </span>
      <span aria-hidden="true" className="text-sm font-bold whitespace-nowrap tabular-nums">
        {percent}
      </span>
      <span aria-hidden="true" className="text-2xs whitespace-nowrap text-ink-2 tabular-nums">
        {formatNumber(numerator)} / {formatNumber(denominator)}
      </span>
    </p>
  );
}
