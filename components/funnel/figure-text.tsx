import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { type FigureLabel, figureLabel, totalLabel } from '@/lib/funnel/rules/label';
import type { Funnel, LeftOut, SumFigures, WireTotal } from '@/lib/funnel/schema/figures';

type Props = {
  figures: Pick<SumFigures, 'sum' | 'krw' | 'rates' | 'totals'>;
  clocks: Pick<Funnel, 'asOf' | 'knownOn'>;
  /** How an amount in won is set; the rest is small print that never leaves it. */
  amountClass: string;
};

/**
 * `845억 원 (2023. 5. 3. 기준, 논의 단계)`: one sentence, so that the amount cannot be taken without its status and date.
 * Where a rate is missing, each currency by itself.
 */
export function FigureText({ figures, clocks, amountClass }: Props) {
  const locale = useLocale();
  const label = figures.krw && figureLabel(figures, clocks, locale);
  if (label) return <Labelled label={label} amountClass={amountClass} />;
  return figures.totals.map((total) => (
    <Labelled
      key={total.currency}
      label={totalLabel(figures.sum, total, clocks, locale)}
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

type LeftOutTextProps = {
  leftOut: LeftOut | undefined;
  /** Opens the pairs that were left out; none where a figure opens no rows. */
  href?: string;
};

/** Beside a sum: `종료된 매칭 2건, 45억 원 제외`. Nothing where it leaves out none. */
export function LeftOutText({ leftOut, href }: LeftOutTextProps) {
  const t = useTranslations('funnel.money');
  const locale = useLocale();
  if (!leftOut || leftOut.pairs === 0) return null;
  const text = t('leftOut', { count: leftOut.pairs, money: totalsText(leftOut.totals, locale) });
  return (
    <span className="block text-2xs font-normal text-ink-2">
      {href ? <TextLink href={href}>{text}</TextLink> : text}
    </span>
  );
}

/** `58.1 % (331/570)`; a dash where nothing leads there. */
export function Share({ of }: { of: { numerator: number; denominator: number } | null | undefined }) {
  if (!of) return '–';
  const { numerator, denominator } = of;
  return (
    <>
      {formatPercent(numerator, denominator)}{' '}
      <span className="text-ink-2">
        ({formatNumber(numerator)}/{formatNumber(denominator)})
      </span>
    </>
  );
}

type Sum = Pick<SumFigures, 'pairs' | 'krw' | 'totals'>;

/** A sum in won where every rate is known, else each currency by itself; nothing where it has no pairs. */
export function inWonOrEach({ pairs, krw, totals }: Sum): readonly WireTotal[] {
  if (pairs === 0) return [];
  return krw ? [{ currency: 'KRW', minor: krw.minor }] : totals;
}

type TotalProps = { totals: readonly WireTotal[]; exact?: boolean; className?: string };

/** One line a currency; every digit, or in words with the digits on hover. */
export function TotalLines({ totals, exact, className }: TotalProps) {
  const locale = useLocale();
  if (totals.length === 0) return '–';
  return totals.map(({ currency, minor }) => {
    const total = money(minor, currency);
    const digits = formatMoneyExact(total, locale);
    return (
      <span key={currency} className={`block tabular-nums ${className ?? ''}`} title={digits}>
        {exact ? digits : formatMoney(total, locale)}
      </span>
    );
  });
}

/** The same in one line of text. */
export function totalsText(totals: readonly WireTotal[], locale: Locale): string {
  return totals.map(({ currency, minor }) => formatMoney(money(minor, currency), locale)).join(' · ');
}
