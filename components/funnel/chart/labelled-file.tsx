import { useTranslations } from 'next-intl';
import { isFiltered } from '@/components/pair/filter/address';
import type { Drawing } from '@/lib/funnel/rules/chart/drawing';
import type { FunnelAddress } from '../address';
import { type ReadClocks, useClocksText } from '../time-clocks';
import { ChartFile } from './chart-file';

type Props = {
  slug: string;
  program: string;
  address: FunnelAddress;
  clocks: ReadClocks;
  title: string;
  /** What the figures are, with their status; and what else must be known to read them, such as rates. */
  status: readonly string[];
  drawing: Drawing;
  /** What the file is called, before the program and the date. */
  name: string;
};

/** The button that saves a chart, with the label that the file carries: of what, as of when, as known when, whose. */
export function LabelledFile({ slug, program, address, clocks, title, status, drawing, name }: Props) {
  const t = useTranslations('funnel-time');
  const clocksText = useClocksText();
  const narrowed = isFiltered(address) ? [t('clocks.filtered')] : [];
  const lines = [clocksText(clocks), ...status, ...narrowed, t('file.source', { program })];
  const word = (key: 'save' | 'svg' | 'svgHint' | 'png' | 'pngHint' | 'failed') => t(`file.${key}`);
  return (
    <ChartFile
      drawing={drawing}
      label={{ title, lines }}
      fileName={[name, slug, clocks.asOf].join('-')}
      words={{
        ...{ save: word('save'), svg: word('svg'), svgHint: word('svgHint') },
        ...{ png: word('png'), pngHint: word('pngHint'), failed: word('failed') },
      }}
    />
  );
}
