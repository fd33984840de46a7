import { useTranslations } from 'next-intl';
import type { MatrixTableProps } from './matrix-table';
import { MoneyLines } from './money-lines';
import { TallyBar } from './tally-bar';

type Props = Pick<MatrixTableProps, 'investors' | 'arrangement' | 'tallies' | 'money' | 'rung'>;

/** The columns' own totals, under each investor. */
export function MatrixFoot({ investors, arrangement, tallies, money, rung }: Props) {
  const t = useTranslations('pair.pipeline.matrix');
  const rungs = useTranslations('amount.rung');
  const most = Math.max(1, ...tallies.columns.map((column) => column.reachedMain));
  const shown = arrangement.columns.flatMap((column) => {
    const investor = investors[column];
    const tally = tallies.columns[column];
    return investor && tally ? [{ investor, tally }] : [];
  });
  const hasMoney = shown.some(({ investor }) => money.has(investor.id));
  return (
    <tfoot>
      <tr className="mx-foot">
        <th scope="row" title={t('reachedMainHint')}>
          {t('reachedMain')}
        </th>
        {shown.map(({ investor, tally }) => (
          <td key={investor.id}>
            <TallyBar standing count={tally.reachedMain} of={most} />
          </td>
        ))}
        <td className="mx-sum">
          <b>{tallies.all.reachedMain}</b>
        </td>
        <td />
      </tr>
      {hasMoney && (
        <tr className="mx-foot mx-foot-money">
          <th scope="row" title={t('moneyHint', { rung: rungs(rung) })}>
            {rungs(rung)}
          </th>
          {shown.map(({ investor }) => (
            <td key={investor.id}>
              {money.has(investor.id) && <MoneyLines lines={money.get(investor.id) ?? []} />}
            </td>
          ))}
          <td colSpan={2} />
        </tr>
      )}
    </tfoot>
  );
}
