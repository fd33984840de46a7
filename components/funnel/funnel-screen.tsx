import { useLocale, useTranslations } from 'next-intl';
import { isFiltered } from '@/components/pair/filter/address';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { dayText, formatNumber } from '@/lib/core/dates';
import type { PlayedLife } from '@/lib/funnel/rules/life';
import type { Funnel, Period, SumFigures } from '@/lib/funnel/schema/figures';
import type { ClaimsOfSum } from '@/lib/funnel/schema/sources';
import type { TimeInStage } from '@/lib/funnel/schema/time';
import { type FunnelAddress, funnelHref, rowsOf } from './address';
import { FunnelFile } from './chart/funnel-file';
import { FunnelPicture } from './picture';
import { Scrubber } from './scrubber';
import { FunnelStageTable, Losses, PeriodTable } from './stage-tables';
import { SumPanel } from './sum-panel';
import { ClaimsPanel, RungTable, SumsPanel } from './sum-tables';

type Props = {
  slug: string;
  /** The program's name in the reader's language, for what leaves the screen. */
  program: string;
  address: FunnelAddress;
  funnel: Funnel & { period: Period | null };
  claims: readonly ClaimsOfSum[];
  times: readonly TimeInStage[];
  life: PlayedLife | null;
  /** The program has no startups or no investors yet. */
  isNew: boolean;
  canSetUp: boolean;
};

/** The picture with the money beside it, then everything again as tables. */
export function FunnelScreen(props: Props) {
  const { slug, program, address, funnel, claims, times, life, isNew, canSetUp } = props;
  const t = useTranslations('funnel');
  const reading = useTranslations('funnel-readings');
  const locale = useLocale();
  const written = (text: string) => dayText(text, locale);
  const date = written(funnel.asOf);
  const { period } = funnel;
  const rows = rowsOf(slug, funnel, address, period?.from);
  const all = funnel.stages[0]?.reached ?? 0;
  const hasMoney = funnel.amounts.some(({ pairs }) => pairs > 0);
  const front = funnel.sums.find(({ sum }) => sum === address.sum) as SumFigures;
  return (
    <div className="grid items-start gap-6 @6xl:grid-cols-[minmax(0,1fr)_23.5rem]">
      <div className="grid min-w-0 gap-6">
        {funnel.knownOn && <Notice>{t('known.note', { date: written(funnel.knownOn) })}</Notice>}
        <Panel
          title={
            period
              ? reading('period.flow', { from: written(period.from), to: date })
              : all > 0
                ? t('flow', { count: formatNumber(all) })
                : t('title')
          }
          note={
            period
              ? reading('period.note')
              : isFiltered(address)
                ? t('filter.in')
                : all > 0 && reading('reading.cohortNote', { date })
          }
          actions={all > 0 && <FunnelFile {...{ slug, program, address, funnel, times }} />}
        >
          {all > 0 ? (
            <>
              <FunnelPicture {...{ funnel, period, times, rows }} />
              {period ? (
                <p className="text-xs text-ink-2">{reading('period.explain')}</p>
              ) : (
                <StepNotes funnel={funnel} />
              )}
            </>
          ) : (
            <FunnelEmpty {...{ slug, date, isNew, canSetUp }} isNarrowed={isFiltered(address)} />
          )}
          {life && <Scrubber slug={slug} address={address} life={life} />}
        </Panel>
      </div>
      {(all > 0 || hasMoney) && (
        <div className="grid min-w-0 items-start gap-6 @2xl:grid-cols-2 @6xl:row-span-2 @6xl:grid-cols-1">
          <SumPanel funnel={funnel} figures={front} rows={rows} slug={slug} />
          <ClaimsPanel
            claims={claims.find(({ sum }) => sum === front.sum) as ClaimsOfSum}
            {...{ date, rows }}
          />
          <SumsPanel
            {...{ funnel, rows, date, chosen: address.sum }}
            choose={(sum) => funnelHref(slug, { ...address, sum })}
          />
        </div>
      )}
      {(all > 0 || hasMoney) && (
        <div className="grid min-w-0 gap-6">
          {period && (
            <Panel
              title={reading('period.table')}
              note={reading('period.range', { from: written(period.from), to: date })}
            >
              <PeriodTable {...{ funnel, period, rows, from: written(period.from), to: date }} />
              <p className="text-xs text-ink-2">{reading('period.amounts', { date })}</p>
            </Panel>
          )}
          <Panel title={t('table.title')} note={date}>
            <FunnelStageTable {...{ funnel, times, rows, date }} />
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

/** What the bars of the last steps mean, and the pairs that came to them another way. */
function StepNotes({ funnel: { beside } }: { funnel: Funnel }) {
  const t = useTranslations('funnel-readings');
  return (
    <p className="text-xs text-ink-2">
      {t('stepNote')} {beside > 0 && t('beside', { count: beside })}
    </p>
  );
}

/** Every pair stands in exactly one place, so these may be added. */
function total({ stages }: Funnel, figure: 'now' | 'lost'): number {
  return stages.reduce((sum, stage) => sum + stage[figure], 0);
}

type FunnelEmptyProps = {
  slug: string;
  date: string;
  isNew: boolean;
  isNarrowed: boolean;
  canSetUp: boolean;
};

/** Nothing to draw: because nothing was set up yet, because of the filter, or because it is too early. */
function FunnelEmpty({ slug, date, isNew, isNarrowed, canSetUp }: FunnelEmptyProps) {
  const t = useTranslations('funnel.empty');
  if (isNarrowed) return <EmptyState title={t('filtered', { date })} />;
  if (!isNew) return <EmptyState title={t('early', { date })} />;
  return (
    <EmptyState
      title={t('title')}
      actions={
        canSetUp && (
          <>
            <LinkButton tone="primary" href={`/programs/${slug}/startups`}>
              {t('startups')}
            </LinkButton>
            <LinkButton href={`/programs/${slug}/investors`}>{t('investors')}</LinkButton>
          </>
        )
      }
    >
      {t('text')}
    </EmptyState>
  );
}
