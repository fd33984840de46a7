import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { type ComparedSum, compareFunnels } from '@/lib/funnel/rules/comparison';
import type { FigureName } from '@/lib/funnel/rules/figure';
import type { Funnel } from '@/lib/funnel/schema/figures';
import { ConversionLine, CountLine, MoneyLine, type SideRows } from './compare-rows';
import { usePlaceName } from './use-place-name';

/** One side: its funnel, and its label with program and date. */
export type Side = { label: string; funnel: Funnel };
type Props = { first: Side; second: Side; rows: SideRows };

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
  const won = ({ funnel }: Side) => {
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
