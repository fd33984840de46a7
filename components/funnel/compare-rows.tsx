import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, HeaderCell } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import type { Both, BothConversions, ConversionOf } from '@/lib/funnel/rules/comparison';
import type { FigureName } from '@/lib/funnel/rules/figure';
import type { WireMinor } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { CountLink } from './count-link';

/** Where the numbers of the first and of the second side open their rows. */
export type SideRows = { first: OpensRows; second: OpensRows };

/** On a phone the name stands above its three numbers. */
function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr className="max-sm:grid max-sm:grid-cols-3">
      <HeaderCell scope="row" className="max-sm:col-span-3 max-sm:border-b-0 max-sm:pb-0">
        {name}
      </HeaderCell>
      {children}
    </tr>
  );
}

/** `+12`, `−3`, `0`, from the size as it is written: a direction is told by its sign and never by colour. */
function signed(text: string, value: number | bigint): string {
  if (value > 0) return `+${text}`;
  return value < 0 ? `−${text}` : text;
}

type CountProps = { name: string; counts: Both; figure?: FigureName; rows: SideRows };

export function CountLine({ name, counts: { first, second, difference }, figure, rows }: CountProps) {
  const t = useTranslations('funnel.open');
  const side = (count: number, opens: OpensRows) =>
    figure ? (
      <CountLink count={count} href={opens(figure)} label={t('money', { what: name })} />
    ) : (
      formatNumber(count)
    );
  return (
    <Line name={name}>
      <Cell numeric>{side(first, rows.first)}</Cell>
      <Cell numeric>{side(second, rows.second)}</Cell>
      <Cell numeric>{signed(formatNumber(Math.abs(difference)), difference)}</Cell>
    </Line>
  );
}

export function ConversionLine({ name, first, second, tenths }: BothConversions & { name: string }) {
  const t = useTranslations('funnel-readings.compare');
  const size = Math.abs(tenths ?? 0);
  const points = tenths === null ? null : `${formatNumber(Math.floor(size / 10))}.${size % 10}`;
  return (
    <Line name={name}>
      <Cell numeric>
        <Share of={first} />
      </Cell>
      <Cell numeric>
        <Share of={second} />
      </Cell>
      <Cell numeric>{points === null ? '–' : t('points', { points: signed(points, tenths ?? 0) })}</Cell>
    </Line>
  );
}

function Share({ of: { numerator, denominator } }: { of: ConversionOf }) {
  return (
    <>
      {formatPercent(numerator, denominator)}
      <span className="block text-2xs text-ink-2">
        {formatNumber(numerator)} / {formatNumber(denominator)}
      </span>
    </>
  );
}

const WRAPS = 'max-sm:text-sm max-sm:whitespace-normal!';

type MoneyProps = {
  name: string;
  currency: string;
  /** Null: no total in this currency can be told. */
  first: WireMinor | null;
  second: WireMinor | null;
  difference: WireMinor | null;
  /** In the place of a difference that is not told. */
  why?: string;
};

export function MoneyLine({ name, currency, first, second, difference, why }: MoneyProps) {
  const locale = useLocale();
  const written = (minor: WireMinor | null) => {
    if (minor === null) return '–';
    const total = money(minor, currency);
    return <span title={formatMoneyExact(total, locale)}>{formatMoney(total, locale)}</span>;
  };
  const size =
    difference === null ? null : BigInt(difference) < 0n ? -BigInt(difference) : BigInt(difference);
  return (
    <Line name={name}>
      <Cell numeric className={WRAPS}>
        {written(first)}
      </Cell>
      <Cell numeric className={WRAPS}>
        {written(second)}
      </Cell>
      <Cell numeric className={difference === null ? 'whitespace-normal!' : WRAPS}>
        {size === null || difference === null ? (
          <span className="text-2xs text-ink-2">{why ?? '–'}</span>
        ) : (
          <span title={formatMoneyExact(money(BigInt(difference), currency), locale)}>
            {signed(formatMoney(money(size, currency), locale), BigInt(difference))}
          </span>
        )}
      </Cell>
    </Line>
  );
}
