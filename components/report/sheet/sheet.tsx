import { getTranslations } from 'next-intl/server';
import { shownName } from '@/lib/core/shown-name';
import { namedRate } from '@/lib/funnel/rules/label';
import { clocksText, type SheetProps } from '../report-words';
import { SheetAdvanced, SheetChanges } from './sheet-changes';
import { SheetConcentration, SheetMovers, SheetSums } from './sheet-sums';
import './sheet.css';
import { dayText, formatNumber, formatPercent } from '@/lib/core/dates';
import { STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';

/** One A4 page of what was published: nothing on it is counted again. */
export async function ReportSheet(props: SheetProps) {
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

const FILL: Readonly<Record<Stage | 'invested' | 'follow_on', string>> = {
  candidate: 'bg-stage-0 text-stage-0-ink',
  video_call: 'bg-stage-1 text-stage-1-ink',
  pre_meeting: 'bg-stage-2 text-stage-2-ink',
  main_session: 'bg-stage-3 text-stage-3-ink',
  follow_up: 'bg-stage-4 text-stage-4-ink',
  invested: 'bg-stage-invested text-stage-invested-ink',
  follow_on: 'bg-stage-invested text-stage-invested-ink',
};
const TALLEST_MM = 30;

type Bar = { key: keyof typeof FILL; name: string; sign: string; pairs: number; share: string | null };

/** The funnel to scale: heights are pairs; each bar with its digit, so that grey paper loses nothing. */
async function SheetFlow({ report, locale }: SheetProps) {
  const [t, stageName] = await Promise.all([
    getTranslations({ locale, namespace: 'report' }),
    getTranslations({ locale, namespace: 'pair.stage' }),
  ]);
  const { stages, conversions, steps } = report.figures.funnel;
  const all = stages[0]?.reached ?? 0;
  const share = (of: { numerator: number; denominator: number } | undefined) =>
    of
      ? t('sheet.conversion', {
          percent: formatPercent(of.numerator, of.denominator),
          numerator: formatNumber(of.numerator),
          denominator: formatNumber(of.denominator),
        })
      : null;
  const bars: Bar[] = [
    ...stages.map(({ stage, reached }, k) => ({
      ...{ key: stage, name: stageName(stage), sign: STAGE_TABLE[stage].sign, pairs: reached },
      share: share(conversions[k - 1]),
    })),
    ...steps.map(({ step, pairs, ...of }) => ({
      ...{ key: step, name: t(`figures.step.${step}`), sign: step === 'invested' ? '₩' : '₩₩', pairs },
      share: share(of),
    })),
  ];
  return (
    <section className="grid gap-[1.5mm]">
      <h2>
        {t('sheet.flow')} · {dayText(report.asOf, locale)}
      </h2>
      {all === 0 ? (
        <p>{t('sheet.nothing')}</p>
      ) : (
        <ol className="sheet-flow">
          {bars.map(({ key, name, sign, pairs, share: shareText }) => (
            <li key={key} className="grid justify-items-center text-center">
              <span className="text-[11pt] font-bold tabular-nums">{formatNumber(pairs)}</span>
              <span className="sheet-small">{shareText ?? ' '}</span>
              <span
                aria-hidden="true"
                style={{ blockSize: `${(pairs / all) * TALLEST_MM}mm` }}
                className={`sheet-bar grid w-full place-items-center overflow-hidden text-[7pt] leading-none font-bold ${FILL[key]}`}
              >
                {pairs / all > 0.1 ? sign : ''}
              </span>
              <span className="text-[8pt]">{name}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
