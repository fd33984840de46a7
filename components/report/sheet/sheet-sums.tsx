import { getTranslations } from 'next-intl/server';
import { totalsText } from '@/components/funnel/total-lines';
import { dayText, formatNumber } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import type { Locale } from '@/lib/core/scope';
import type { SumFigures } from '@/lib/funnel/schema/figures';
import type { SheetProps } from './sheet';

/** The sums by rung, one below the other with no line that adds them up. */
export async function SheetSums({ report, locale }: SheetProps) {
  const [t, funnel] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'funnel' }),
  ]);
  const { sums, startups } = report.figures.funnel;
  return (
    <section className="grid gap-[1mm]">
      <h2>
        {t('sheet.sums')} · {dayText(report.asOf, locale)}
      </h2>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{funnel('money.rung')}</th>
            <th scope="col" className="numeric">
              {funnel('figure.pairs')}
            </th>
            <th scope="col" className="numeric">
              {funnel('figure.startups')}
            </th>
            <th scope="col" className="numeric">
              {t('figures.krw')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map((figures) => (
            <tr key={figures.sum}>
              <th scope="row">{funnel(`status.${figures.sum}`)}</th>
              <td className="numeric">{formatNumber(figures.pairs)}</td>
              <td className="numeric">
                {figures.pairs === 0 ? '–' : `${formatNumber(figures.startups)}/${formatNumber(startups)}`}
              </td>
              <td className="numeric font-bold">
                {wonOf(figures, locale)}
                {(figures.leftOut?.pairs ?? 0) > 0 && (
                  <span className="sheet-small block font-normal">
                    {funnel('money.leftOut', {
                      count: figures.leftOut?.pairs ?? 0,
                      money: totalsText(figures.leftOut?.totals ?? [], locale),
                    })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-small">{t('sheet.sumsNote')}</p>
    </section>
  );
}

/** In won; where a rate is missing each currency by itself. */
function wonOf({ pairs, krw, totals }: SumFigures, locale: Locale): string {
  if (pairs === 0) return '–';
  const told = krw ? [{ currency: 'KRW', minor: krw.minor }] : totals;
  return told.map(({ minor, currency }) => formatMoney(money(minor, currency), locale)).join(' · ');
}
