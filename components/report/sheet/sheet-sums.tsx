import { getTranslations } from 'next-intl/server';
import { inWonOrEach, totalsText } from '@/components/funnel/figure-text';
import { dayText, formatNumber, formatPercent } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { sharesInShownOrder } from '@/lib/funnel/rules/figures';
import { changeOf, MOVING_SUMS, movers } from '@/lib/report/rules/movers';
import { type SheetProps, signed, sinceText } from '../report-words';

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
                {totalsText(inWonOrEach(figures), locale) || '–'}
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

const MOST = 6;

/** Who holds the sum the sentence speaks of: a total without its concentration misleads. */
export async function SheetConcentration({ report, locale }: SheetProps) {
  const [t, funnel] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'funnel' }),
  ]);
  const { sums, startups } = report.figures.funnel;
  const figures = sums.find(({ sum }) => sum === report.sum);
  const shares = sharesInShownOrder(figures?.concentration ?? [], locale);
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
    list: movers(previous?.figures ?? null, report.figures, sum, locale),
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
