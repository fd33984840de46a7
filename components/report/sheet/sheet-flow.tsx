import { getTranslations } from 'next-intl/server';
import { dayText, formatNumber, formatPercent } from '@/lib/core/dates';
import { STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { SheetProps } from './sheet-props';

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
export async function SheetFlow({ report, locale }: SheetProps) {
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
          {bars.map(({ key, name, sign, pairs, share: told }) => (
            <li key={key} className="grid justify-items-center text-center">
              <span className="text-[11pt] font-bold tabular-nums">{formatNumber(pairs)}</span>
              <span className="sheet-small">{told ?? ' '}</span>
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
