import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { compareFunnels } from '@/lib/funnel/rules/comparison';
import type { FigureName } from '@/lib/funnel/rules/figure';
import type { Funnel, WireMinor } from '@/lib/funnel/schema/figures';
import type { Both, BothConversions, ComparedSum, ConversionOf } from '@/lib/funnel/schema/many-funnels';
import type { OpensRows } from './address';
import { usePlaceName } from './bars';
import { CountLink } from './count-link';

/** One side: its funnel, and its label with program and date. */
export type ComparedSide = { label: string; funnel: Funnel };
type Props = { first: ComparedSide; second: ComparedSide; rows: SideRows };

/** Two funnels line by line, the difference behind them. */
export function CompareTable({ first, second, rows }: Props) {
  const t = useTranslations('funnel-readings.compare');
  const funnel = useTranslations('funnel');
  const name = usePlaceName();
  const { stages, conversions, steps, onHold, sums } = compareFunnels(first.funnel, second.funnel);
  const caption = t('caption', { first: first.label, second: second.label });
  const of = (figure: 'reached' | 'met' | 'now' | 'lost') =>
    stages
      .filter(({ stage }) => figure !== 'met' || stage !== 'candidate')
      .map(({ stage, ...counts }) => (
        <CountLine
          key={`${figure} ${stage}`}
          name={name(stage)}
          counts={counts[figure]}
          figure={{ kind: figure, stage } as FigureName}
          rows={rows}
        />
      ));
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr className="max-sm:grid max-sm:grid-cols-3">
            <HeaderCell className="max-sm:sr-only">{t('figure')}</HeaderCell>
            {[first.label, second.label, t('difference')].map((label) => (
              <HeaderCell key={label} numeric className="whitespace-normal!">
                {label}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <Group name={t('group.reached')}>{of('reached')}</Group>
        <Group name={t('group.steps')}>
          {steps.map(({ step, pairs }) => (
            <CountLine
              key={step}
              name={name(step)}
              counts={pairs}
              figure={{ kind: 'step', step }}
              rows={rows}
            />
          ))}
        </Group>
        <Group name={t('group.conversion')}>
          {conversions.map(({ from, to, ...both }) => (
            <ConversionLine key={to} name={t('conversion', { from: name(from), to: name(to) })} {...both} />
          ))}
          {steps.map(({ step, pairs: _, ...both }, k) => (
            <ConversionLine
              key={step}
              name={t('conversion', { from: name(k === 0 ? 'follow_up' : 'invested'), to: name(step) })}
              {...both}
            />
          ))}
        </Group>
        <Group name={t('group.met')}>{of('met')}</Group>
        <Group name={t('group.now')}>{of('now')}</Group>
        <Group name={t('group.lost')}>{of('lost')}</Group>
        <Group name={funnel('figure.onHold')}>
          <CountLine name={funnel('figure.onHold')} counts={onHold} rows={rows} />
        </Group>
        {sums.map((sum) => (
          <SumLines key={sum.sum} {...{ sum, first, second, rows }} />
        ))}
      </Table>
    </TableScroll>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tbody>
      <tr>
        <HeaderCell scope="rowgroup" colSpan={4} className="pt-5! font-bold!">
          {name}
        </HeaderCell>
      </tr>
      {children}
    </tbody>
  );
}

/** One sum: its pairs, each currency by itself, and in won where something was converted. */
function SumLines({ sum, first, second, rows }: Props & { sum: ComparedSum }) {
  const t = useTranslations('funnel-readings.compare');
  const name = useTranslations('funnel')(`sum.${sum.sum}`);
  const won = ({ funnel }: ComparedSide) => {
    const figures = funnel.sums.find((one) => one.sum === sum.sum);
    return (figures?.pairs ?? 0) > 0 ? (figures?.krw?.minor ?? null) : null;
  };
  const converted = sum.totals.some(({ currency }) => currency !== 'KRW');
  return (
    <Group name={name}>
      <CountLine name={t('sumPairs')} counts={sum.pairs} figure={{ kind: 'sum', sum: sum.sum }} rows={rows} />
      {sum.totals.map(({ currency, ...both }) => (
        <MoneyLine
          key={currency}
          name={t('sum', { currency })}
          currency={currency}
          first={sum.pairs.first > 0 ? both.first : null}
          second={sum.pairs.second > 0 ? both.second : null}
          difference={both.difference}
        />
      ))}
      {converted && (
        <MoneyLine
          name={t('krw')}
          currency="KRW"
          first={won(first)}
          second={won(second)}
          difference={sum.krwDifference}
          why={t('noDifference')}
        />
      )}
      {sum.leftOut.pairs.first + sum.leftOut.pairs.second > 0 && (
        <CountLine
          name={t('leftOutPairs')}
          counts={sum.leftOut.pairs}
          figure={{ kind: 'left_out', sum: sum.sum }}
          rows={rows}
        />
      )}
      {sum.leftOut.totals.map(({ currency, ...both }) => (
        <MoneyLine key={`out ${currency}`} name={t('leftOut', { currency })} currency={currency} {...both} />
      ))}
    </Group>
  );
}

/** Where the numbers of the first and of the second side open their rows. */
type SideRows = { first: OpensRows; second: OpensRows };

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

function CountLine({ name, counts: { first, second, difference }, figure, rows }: CountProps) {
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

function ConversionLine({ name, first, second, tenths }: BothConversions & { name: string }) {
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

function MoneyLine({ name, currency, first, second, difference, why }: MoneyProps) {
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
