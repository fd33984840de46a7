import { getTranslations } from 'next-intl/server';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { differencesOf } from '@/lib/report/rules/differences';
import { advancedInShownOrder } from '@/lib/report/rules/movers';
import type { StagePlace } from '@/lib/report/schema';
import { changeText, figureWords, type SheetProps, sinceText } from '../report-words';

/** What a minister asks first: how far pairs got and what stands behind them. */
const NAMED = /^(reached:(?!candidate)|step:|sum:)/;

/** The figures that are not what they were in the report before. */
export async function SheetChanges({ report, previous, locale }: SheetProps) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    figureWords(locale),
  ]);
  const differences = previous
    ? differencesOf(previous.figures.funnel, report.figures.funnel).filter(({ figure }) => NAMED.test(figure))
    : [];
  return (
    <section className="grid gap-[1mm]">
      <h2>
        {previous
          ? t('sheet.changes', { number: t('number', { number: previous.number }) })
          : t('since.difference')}
      </h2>
      {differences.length === 0 && <p>{previous ? t('since.same') : t('sheet.changesFirst')}</p>}
      {differences.length > 0 && (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{t('since.figure')}</th>
              <th scope="col" className="numeric">
                {t('sheet.to')}
              </th>
              <th scope="col" className="numeric">
                {t('since.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.figure}>
                <th scope="row">{words.name(difference.figure)}</th>
                <td className="numeric">{words.value(difference.now)}</td>
                <td className="numeric font-bold">{changeText(difference, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The pairs that went furthest since the report before, as they were frozen with it. */
export async function SheetAdvanced(props: SheetProps) {
  const { report, locale } = props;
  const [t, stageName, rungName, since] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'pair.stage' }),
    getTranslations({ locale, namespace: 'amount.rung' }),
    sinceText(props),
  ]);
  const advanced = advancedInShownOrder(report.figures.advanced, locale);
  const placeOf = ({ reached, rung }: StagePlace) =>
    [reached && stageName(reached), rung && rungName(rung)].filter(Boolean).join(', ') || '–';
  return (
    <section className="grid gap-[1mm]">
      <h2>{t('sheet.advanced')}</h2>
      {advanced.length === 0 ? (
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
            {advanced.map(({ pairId, startup, investor, from, to }) => (
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
