import { useLocale, useTranslations } from 'next-intl';
import { type FigureLabel, figureLabel, totalLabel } from '@/lib/funnel/rules/label';
import type { Funnel, SumFigures } from '@/lib/funnel/schema/figures';

type Clocks = Pick<Funnel, 'asOf' | 'knownOn'>;
type Props = {
  figures: Pick<SumFigures, 'sum' | 'krw' | 'rates'>;
  clocks: Clocks;
  /** How the amount itself is set; the rest is small print that never leaves it. */
  amountClass?: string;
};

/** `845억 원 (2023. 5. 3. 기준, 논의 단계)`: one sentence, so that the amount cannot be taken without its status and date. */
export function FigureText({ figures, clocks, amountClass = 'font-bold' }: Props) {
  const label = figureLabel(figures, clocks, useLocale());
  return label && <Labelled label={label} amountClass={amountClass} />;
}

/** Where a rate is missing: each currency by itself, each with its date and status. */
export function UnconvertedText({
  figures: { sum, totals },
  clocks,
}: {
  figures: Pick<SumFigures, 'sum' | 'totals'>;
  clocks: Clocks;
}) {
  const locale = useLocale();
  return totals.map((total) => (
    <Labelled
      key={total.currency}
      label={totalLabel(sum, total, clocks, locale)}
      amountClass="text-lg font-bold"
    />
  ));
}

function Labelled({ label, amountClass }: { label: FigureLabel; amountClass: string }) {
  const t = useTranslations('funnel');
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
