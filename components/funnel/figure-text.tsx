import { useLocale, useTranslations } from 'next-intl';
import type { Funnel, SumFigures } from '@/lib/funnel/rules/figures';
import { figureLabel } from '@/lib/funnel/rules/label';

type Props = {
  figures: Pick<SumFigures, 'sum' | 'krw' | 'rates'>;
  clocks: Pick<Funnel, 'asOf' | 'knownOn'>;
  /** How the amount itself is set; the rest is small print that never leaves it. */
  amountClass?: string;
};

/** `845억 원 (2023. 5. 3. 기준, 논의 단계)`: one sentence, so that the amount cannot be taken without its status and date. */
export function FigureText({ figures, clocks, amountClass = 'font-bold' }: Props) {
  const t = useTranslations('funnel');
  const label = figureLabel(figures, clocks, useLocale());
  if (!label) return null;
  return (
    <p className="text-sm text-ink-2" title={label.exact}>
      {t.rich('label', {
        amount: label.amount,
        asOf: label.asOf,
        knownOn: label.knownOn ?? 'none',
        status: t(`status.${label.sum}`),
        rates: label.rates.join(', ') || 'none',
        b: (amount) => <strong className={`text-ink tabular-nums ${amountClass}`}>{amount}</strong>,
      })}
    </p>
  );
}
