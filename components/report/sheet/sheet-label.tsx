import { getTranslations } from 'next-intl/server';
import { shownName } from '@/lib/core/shown-name';
import { namedRate } from '@/lib/report/rules/named-rate';
import { clocksText } from '../known-text';
import type { SheetProps } from './sheet';

/** Number, both clocks with their zone, rates and who published it: what no figure on the page stands without. */
export async function SheetLabel({ report, locale, zone }: SheetProps) {
  const t = await getTranslations({ locale, namespace: 'report' });
  const { asOf, knownAt, at } = clocksText(report, zone, locale);
  const { sums } = report.figures.funnel;
  const rates = new Map(sums.flatMap((each) => each.rates).map((rate) => [rate.base, rate]));
  const said = [...rates.values()].map((rate) => `${namedRate(rate, locale)} (${rate.source})`);
  const items = [
    [t('sheet.number'), t('number', { number: report.number })],
    [t('sheet.asOf'), asOf],
    [t('sheet.knownAt'), knownAt],
    [t('sheet.zone'), zone],
    [t('sheet.by'), `${at}, ${report.by ? shownName(report.by, locale) : t('somebody')}`],
    [t('sheet.rates'), said.join(' · ') || t('sheet.none')],
  ];
  return (
    <dl aria-label={t('sheet.labelTitle')} className="flex flex-wrap gap-x-[4mm] text-[8pt]">
      {items.map(([term, detail]) => (
        <div key={term} className="flex gap-[1mm]">
          <dt className="text-ink-2">{term}</dt>
          <dd className="font-medium tabular-nums">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
