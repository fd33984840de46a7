import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { formatDay, formatNumber, parseDay } from '@/lib/core/dates';
import type { Funnel, SumFigures } from '@/lib/funnel/rules/figures';
import type { ProgramLife } from '@/lib/funnel/rules/life';
import type { TimeInStage } from '@/lib/funnel/rules/survival';
import { type FunnelAddress, funnelHref, isNarrowed, rowsOf } from './address';
import { FunnelEmpty } from './funnel-empty';
import { Losses } from './losses';
import { FunnelPicture } from './picture';
import { RungTable } from './rung-table';
import { Scrubber } from './scrubber';
import { StageTable } from './stage-table';
import { SumPanel } from './sum-panel';
import { SumsPanel } from './sums-panel';

type Props = {
  slug: string;
  address: FunnelAddress;
  funnel: Funnel;
  times: readonly TimeInStage[];
  life: ProgramLife | null;
  /** The program has no startups or no investors yet. */
  isNew: boolean;
  canSetUp: boolean;
};

/** The picture with the money beside it, then everything again as tables. */
export function FunnelScreen({ slug, address, funnel, times, life, isNew, canSetUp }: Props) {
  const t = useTranslations('funnel');
  const locale = useLocale();
  const written = (text: string) => {
    const day = parseDay(text);
    return day ? formatDay(day, locale) : text;
  };
  const date = written(funnel.asOf);
  const rows = rowsOf(slug, funnel, address);
  const all = funnel.stages[0]?.reached ?? 0;
  const hasMoney = funnel.amounts.some(({ pairs }) => pairs > 0);
  const front = funnel.sums.find(({ sum }) => sum === address.sum) as SumFigures;
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23.5rem]">
      <div className="grid min-w-0 gap-6">
        {funnel.knownOn && <Notice>{t('known.note', { date: written(funnel.knownOn) })}</Notice>}
        <Panel
          title={all > 0 ? t('flow', { count: formatNumber(all) }) : t('title')}
          note={isNarrowed(address) ? t('filter.in') : all > 0 && t('flowNote')}
        >
          {all > 0 ? (
            <FunnelPicture funnel={funnel} times={times} rows={rows} />
          ) : (
            <FunnelEmpty {...{ slug, date, isNew, canSetUp }} isNarrowed={isNarrowed(address)} />
          )}
          {life && <Scrubber slug={slug} address={address} life={life} />}
        </Panel>
      </div>
      {(all > 0 || hasMoney) && (
        <div className="grid min-w-0 items-start gap-6 md:grid-cols-2 xl:row-span-2 xl:grid-cols-1">
          <SumPanel funnel={funnel} figures={front} rows={rows} slug={slug} />
          <SumsPanel
            {...{ funnel, rows, date, chosen: address.sum }}
            choose={(sum) => funnelHref(slug, { ...address, sum })}
          />
        </div>
      )}
      {(all > 0 || hasMoney) && (
        <div className="grid min-w-0 gap-6">
          <Panel title={t('table.title')} note={date}>
            <StageTable {...{ funnel, times, rows, date }} />
            <p className="text-sm">
              {t('table.standing', {
                count: formatNumber(all),
                open: formatNumber(total(funnel, 'now')),
                lost: formatNumber(total(funnel, 'lost')),
                onHold: formatNumber(funnel.onHold),
                invested: formatNumber(funnel.invested),
              })}
            </p>
            <p className="text-xs text-ink-2">
              {t('table.note')} {t('time.note')}
            </p>
          </Panel>
          <Panel title={t('losses.title')} note={date}>
            <Losses losses={funnel.lostBy} rows={rows} date={date} />
          </Panel>
          <Panel title={t('money.rungs')} note={t('money.neverAdded')}>
            <RungTable {...{ funnel, rows, date }} />
          </Panel>
        </div>
      )}
    </div>
  );
}

/** Every pair stands in exactly one place, so these may be added. */
function total({ stages }: Funnel, figure: 'now' | 'lost'): number {
  return stages.reduce((sum, stage) => sum + stage[figure], 0);
}
