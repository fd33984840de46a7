import { getTranslations } from 'next-intl/server';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { changeOf, MOVING_SUMS, movers } from '@/lib/report/rules/movers';
import { signed } from '../signed';
import type { SheetProps } from './sheet';
import { sinceText } from './since-text';

/** Startups whose part of a sum changed most, each sum by itself. */
export async function SheetMovers(props: SheetProps) {
  const { report, previous, locale } = props;
  const [t, funnel, since] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'funnel' }),
    sinceText(props),
  ]);
  const lists = MOVING_SUMS.map((sum) => ({
    sum,
    list: movers(previous?.figures ?? null, report.figures, sum),
  }));
  const named = MOVING_SUMS.map((sum) => funnel(`sum.${sum}`)).join(' · ');
  return (
    <section className="grid gap-[1mm]">
      <h2>{t('sheet.movers')}</h2>
      <table className="sheet-table">
        <tbody>
          {lists.map(({ sum, list }) =>
            list.length === 0 ? (
              <tr key={sum}>
                <th scope="row">{funnel(`sum.${sum}`)}</th>
                <td colSpan={2}>{t('sheet.none')}</td>
              </tr>
            ) : (
              list.map((mover) => (
                <tr key={`${sum} ${mover.startup.id}`}>
                  <th scope="row">{funnel(`sum.${sum}`)}</th>
                  <td>{shownName(mover.startup, locale)}</td>
                  <td className="numeric font-bold">
                    {signed(changeOf(mover), (won) => formatMoney(money(won, 'KRW'), locale))}
                  </td>
                </tr>
              ))
            ),
          )}
        </tbody>
      </table>
      <p className="sheet-small">{t('sheet.moversNote', { since, sum: named })}</p>
    </section>
  );
}
