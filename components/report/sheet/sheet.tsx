import { getTranslations } from 'next-intl/server';
import { shownName } from '@/lib/core/shown-name';
import { namedRate } from '@/lib/report/rules/named-rate';
import { clocksText } from '../report-words';
import { SheetAdvanced, SheetChanges } from './sheet-changes';
import { SheetFlow } from './sheet-flow';
import type { SheetProps } from './sheet-props';
import { SheetConcentration, SheetMovers, SheetSums } from './sheet-sums';
import './sheet.css';

/** One A4 page of what was published: nothing on it is counted again. */
export async function Sheet(props: SheetProps) {
  const { report, locale } = props;
  const t = await getTranslations({ locale, namespace: 'report' });
  const { program } = report.figures;
  return (
    <article className="sheet grid content-start gap-[3mm]" lang={locale}>
      <header className="grid gap-[1.5mm]">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h1 className="text-[15pt] font-bold">{t('sheet.title')}</h1>
          <p className="sheet-small">{locale === 'ko' ? program.name : program.nameEn || program.name}</p>
        </div>
        <SheetLabel {...props} />
        <p className="border-s-4 border-ink ps-[3mm] py-[0.5mm] text-[11pt] font-medium break-keep">
          {locale === 'ko' ? report.sentenceKo : report.sentenceEn}
        </p>
      </header>
      <SheetFlow {...props} />
      <div className="sheet-columns">
        <SheetSums {...props} />
        <SheetConcentration {...props} />
        <SheetMovers {...props} />
        <SheetChanges {...props} />
      </div>
      <SheetAdvanced {...props} />
    </article>
  );
}

/** Number, both clocks with their zone, rates and who published it: what no figure on the page stands without. */
async function SheetLabel({ report, locale, zone }: SheetProps) {
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
