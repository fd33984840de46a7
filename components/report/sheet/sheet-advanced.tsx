import { getTranslations } from 'next-intl/server';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import type { Place } from '@/lib/report/rules/frozen';
import type { SheetProps } from './sheet';
import { sinceText } from './since-text';

/** The pairs that went furthest since the report before, as they were frozen with it. */
export async function SheetAdvanced(props: SheetProps) {
  const { report, locale } = props;
  const [t, stageName, rungName, since] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'pair.stage' }),
    getTranslations({ locale, namespace: 'amount.rung' }),
    sinceText(props),
  ]);
  const placeOf = ({ reached, rung }: Place) =>
    [reached && stageName(reached), rung && rungName(rung)].filter(Boolean).join(', ') || '–';
  return (
    <section className="grid gap-[1mm]">
      <h2>{t('sheet.advanced')}</h2>
      {report.figures.advanced.length === 0 ? (
        <p>{t('sheet.none')}</p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{t('sheet.pair')}</th>
              <th scope="col">{t('sheet.from')}</th>
              <th scope="col">{t('sheet.to')}</th>
              <th scope="col" className="numeric">
                {t('sheet.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.figures.advanced.map(({ pairId, startup, investor, from, to }) => (
              <tr key={pairId}>
                <th scope="row">
                  {shownName(startup, locale)} × {shownName(investor, locale)}
                </th>
                <td>{placeOf(from)}</td>
                <td>{placeOf(to)}</td>
                <td className="numeric">
                  {to.minor !== null && to.currency && formatMoney(money(to.minor, to.currency), locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="sheet-small">{t('sheet.advancedNote', { since })}</p>
    </section>
  );
}
