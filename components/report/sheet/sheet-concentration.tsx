import { getTranslations } from 'next-intl/server';
import { dayText, formatPercent } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { SheetProps } from './sheet';

const MOST = 6;

/** Who holds the sum the sentence speaks of: a total without its concentration misleads. */
export async function SheetConcentration({ report, locale }: SheetProps) {
  const [t, funnel] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'funnel' }),
  ]);
  const { sums, startups } = report.figures.funnel;
  const figures = sums.find(({ sum }) => sum === report.sum);
  const shares = figures?.concentration ?? [];
  const total = Number(figures?.krw?.minor ?? 0);
  const largest = Number(shares[0]?.minor ?? 0);
  return (
    <section className="grid gap-[1mm]">
      <h2>
        {t('sheet.concentration', { sum: funnel(`sum.${report.sum}`) })} · {dayText(report.asOf, locale)}
      </h2>
      <p className="sheet-small">{t('figures.concentration', { all: startups, some: shares.length })}</p>
      <table className="sheet-table">
        <tbody>
          {shares.slice(0, MOST).map(({ startup, minor }) => (
            <tr key={startup.id}>
              <th scope="row">{shownName(startup, locale)}</th>
              <td className="w-[22mm]">
                {minor !== null && largest > 0 && (
                  <span
                    aria-hidden="true"
                    className="sheet-share block"
                    style={{ inlineSize: `${(Number(minor) / largest) * 100}%` }}
                  />
                )}
              </td>
              <td className="numeric">{minor === null ? '–' : formatMoney(money(minor, 'KRW'), locale)}</td>
              <td className="numeric">{formatPercent(Number(minor ?? 0), total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shares.length > MOST && (
        <p className="sheet-small">{funnel('money.more', { count: shares.length - MOST })}</p>
      )}
    </section>
  );
}
