import { getTranslations } from 'next-intl/server';
import { differencesOf } from '@/lib/report/rules/differences';
import { changeText } from '../change-text';
import { figureWords } from '../figure-namer';
import type { SheetProps } from './sheet';

/** What a minister asks first: how far pairs got and what stands behind them. */
const TOLD = /^(reached:(?!candidate)|step:|sum:)/;

/** The figures that are not what they were in the report before. */
export async function SheetChanges({ report, previous, locale }: SheetProps) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    figureWords(locale),
  ]);
  const differences = previous
    ? differencesOf(previous.figures.funnel, report.figures.funnel).filter(({ figure }) => TOLD.test(figure))
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
