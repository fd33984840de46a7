import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '@/lib/core/dates';
import type { Tone } from '@/lib/funnel/rules/chart/drawing';
import { type FunnelBar, funnelDrawing } from '@/lib/funnel/rules/chart/funnel';
import type { Funnel, Period } from '@/lib/funnel/schema/figures';
import type { TimeInStage } from '@/lib/funnel/schema/time';
import { STAGE_TABLE } from '@/lib/pair/rules/stages';
import type { FunnelAddress } from '../address';
import { type Bar, barsOf, isStage, usePlaceName } from '../bars';
import { LabelledFile } from './labelled-file';

type Props = {
  slug: string;
  program: string;
  address: FunnelAddress;
  funnel: Funnel & { period: Period | null };
  times: readonly TimeInStage[];
};

/** Saves the funnel's picture: drawn anew as one sheet, to the same scale. */
export function FunnelFile({ funnel, times, ...same }: Props) {
  const t = useTranslations('funnel-time.file');
  const reading = useTranslations('funnel-readings.period');
  const locale = useLocale();
  const placeName = usePlaceName();
  const { period } = funnel;
  const bars = barsOf(funnel, period);
  const drawn = bars.map(
    (bar, index): FunnelBar => ({
      name: placeName(bar.place),
      pairs: bar.count,
      ...lookOf(bar),
      into: bars[index - 1]?.onward ?? null,
      below: notesOf(bar),
    }),
  );

  function notesOf({ place }: Bar): string[] {
    const figures = funnel.stages.find(({ stage }) => stage === place);
    if (!figures || period) return [];
    const median = times.find(({ stage }) => stage === place)?.medianDays ?? null;
    return [
      t('now', { count: figures.now }),
      t('lost', { count: figures.lost }),
      ...(median === null ? [] : [t('stay', { days: median })]),
    ];
  }
  return (
    <LabelledFile
      {...same}
      clocks={funnel}
      title={t('funnel')}
      status={[
        period
          ? reading('flow', { from: dayText(period.from, locale), to: dayText(funnel.asOf, locale) })
          : t('funnelStatus'),
      ]}
      drawing={funnelDrawing(drawn)}
      name="funnel"
    />
  );
}

function lookOf({ place }: Bar): Pick<FunnelBar, 'fill' | 'ink' | 'sign'> {
  if (!isStage(place)) return { fill: 'stage-invested', ink: 'stage-invested-ink', sign: '' };
  const { order, sign } = STAGE_TABLE[place];
  return { fill: `stage-${order}` as Tone, ink: `stage-${order}-ink` as Tone, sign: order > 0 ? sign : '' };
}
