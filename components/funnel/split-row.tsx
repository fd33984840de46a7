import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import type { FigureName } from '@/lib/funnel/rules/figure';
import type { FunnelPart, PartSum } from '@/lib/funnel/rules/split';
import type { OpensRows } from './address';
import type { Into } from './bars';
import { CountLink } from './count-link';
import { LeftOutText } from './left-out';
import { TotalLines } from './total-lines';
import { usePlaceName } from './use-place-name';

type Props = { name: string; part: FunnelPart; rows: OpensRows };

/** A part of the funnel in one line. */
export function SplitRow({ name, part, rows }: Props) {
  const t = useTranslations('funnel-readings.split');
  const funnel = useTranslations('funnel');
  const place = usePlaceName();
  const count = (
    pairs: number,
    figure: FigureName | null,
    label: string,
    into?: Pick<Into, 'numerator' | 'denominator'>,
  ) => (
    <Cell key={label} numeric>
      {figure ? (
        <CountLink
          count={pairs}
          href={rows(figure)}
          label={t('openAll', { name, figure: label })}
          className="text-end"
        />
      ) : (
        formatNumber(pairs)
      )}
      {into && (
        <span className="block text-2xs font-normal whitespace-nowrap text-ink-2">
          {formatPercent(into.numerator, into.denominator)} ({formatNumber(into.numerator)}/
          {formatNumber(into.denominator)})
        </span>
      )}
    </Cell>
  );
  return (
    <tr>
      <HeaderCell
        scope="row"
        className="sticky start-0 z-1 max-w-56 min-w-28 sm:min-w-40 bg-surface max-sm:max-w-36"
      >
        {name}
      </HeaderCell>
      {count(part.pairs, { kind: 'reached', stage: 'candidate' }, t('pairs'))}
      {part.conversions.map((into) =>
        count(into.numerator, { kind: 'reached', stage: into.to }, place(into.to), into),
      )}
      {part.steps.map(({ step, pairs, ...into }) => count(pairs, { kind: 'step', step }, place(step), into))}
      {count(part.now, null, t('now'))}
      {count(part.lost, null, t('lost'))}
      {part.sums.map((sum) => (
        <Cell key={sum.sum} numeric>
          <Amount sum={sum} rows={rows} label={t('openAll', { name, figure: funnel(`sum.${sum.sum}`) })} />
        </Cell>
      ))}
    </tr>
  );
}

/** In won, with how many pairs; where a rate is missing, each currency by itself. */
function Amount({
  sum: { sum, pairs, krw, totals, leftOut },
  rows,
  label,
}: {
  sum: PartSum;
  rows: OpensRows;
  label: string;
}) {
  const t = useTranslations('funnel-readings');
  const locale = useLocale();
  const left = <LeftOutText leftOut={leftOut} href={rows({ kind: 'left_out', sum })} />;
  if (pairs === 0) return <>–{left}</>;
  const won = krw && money(krw.minor, 'KRW');
  return (
    <>
      {won ? (
        <span title={formatMoneyExact(won, locale)}>{formatMoney(won, locale)}</span>
      ) : (
        <>
          <TotalLines totals={totals} />
          <span className="block text-2xs font-normal text-ink-2">{t('split.missing')}</span>
        </>
      )}
      <span className="block text-2xs font-normal text-ink-2">
        {t('split.pairs')} <CountLink tight count={pairs} href={rows({ kind: 'sum', sum })} label={label} />
      </span>
      {left}
    </>
  );
}
