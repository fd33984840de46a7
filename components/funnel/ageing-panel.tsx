import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { pairAddresses } from '@/components/pair/pair-address';
import { FigureTable } from '@/components/ui/figure-table';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { dayText, formatDay } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { Ageing } from '@/lib/funnel/schema/time';
import { type FunnelAddress, rowsOf } from './address';
import { CountLink } from './count-link';
import { useClocksText } from './time-clocks';

type Props = { slug: string; address: FunnelAddress; ageing: Ageing; canSetUp: boolean };

/** Open pairs that stand beyond their stage's target: how many in each stage, and which. */
export function AgeingPanel({ slug, address, ageing, canSetUp }: Props) {
  const t = useTranslations('funnel-time.ageing');
  const clocksText = useClocksText();
  if (ageing.stages.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className="text-ink-2">
          {t('noTargets')}{' '}
          {canSetUp && <TextLink href={`/programs/${slug}/settings/stages`}>{t('setTargets')}</TextLink>}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={t('title')} note={clocksText(ageing)}>
      <p className="text-xs text-ink-2">{t('note')}</p>
      <div className="grid items-start gap-6 @6xl:grid-cols-[22rem_minmax(0,1fr)]">
        <Counts {...{ slug, address, ageing }} />
        {ageing.total > 0 ? <Rows slug={slug} ageing={ageing} /> : <p className="text-ink-2">{t('none')}</p>}
      </div>
    </Panel>
  );
}

function Counts({ slug, address, ageing }: Omit<Props, 'canSetUp'>) {
  const t = useTranslations('funnel-time.ageing');
  const stay = useTranslations('funnel-time.stay');
  const stageName = useTranslations('pair.stage');
  const rows = rowsOf(slug, ageing, address);
  return (
    <FigureTable
      fits
      caption={t('caption', { date: dayText(ageing.asOf, useLocale()) })}
      rows={ageing.stages}
      keyOf={({ stage }) => stage}
      columns={[
        { head: t('stage'), cell: ({ stage }) => stageName(stage) },
        { head: t('target'), cell: ({ targetDays }) => stay('days', { days: targetDays }) },
        {
          head: t('pairs'),
          cell: ({ stage, pairs }) => (
            <CountLink
              count={pairs}
              href={rows({ kind: 'ageing', stage })}
              label={t('open', { stage: stageName(stage) })}
            />
          ),
        },
      ]}
    />
  );
}

function Rows({ slug, ageing: { asOf, knownOn, items, total } }: Pick<Props, 'slug' | 'ageing'>) {
  const t = useTranslations('funnel-time.ageing');
  const stay = useTranslations('funnel-time.stay');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const hrefOf = pairAddresses(slug, { asOf, knownOn: knownOn ?? '' });
  const name = ({ id, startup, investor }: Ageing['items'][number]) => (
    <Link
      href={hrefOf(id)}
      prefetch={false}
      className="rounded-sm underline decoration-line-2 underline-offset-4 hover:decoration-current"
    >
      {shownName(startup, locale)} × {shownName(investor, locale)}
    </Link>
  );
  return (
    <div className="grid min-w-0 gap-2">
      {total > items.length && (
        <p className="text-xs text-ink-2">{t('first', { total, shown: items.length })}</p>
      )}
      <FigureTable
        caption={t('rowsCaption', { date: dayText(asOf, locale) })}
        className="max-h-[32rem] overflow-y-auto print:max-h-none"
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          { head: t('pair'), cell: name },
          {
            ...{ head: t('stage'), text: true, className: 'whitespace-nowrap' },
            cell: ({ stage }) => stageName(stage),
          },
          { head: t('since'), cell: ({ since }) => formatDay(since, locale) },
          { head: t('days'), cell: ({ days }) => stay('days', { days }) },
          { head: t('target'), cell: ({ targetDays }) => stay('days', { days: targetDays }) },
          { head: t('nextStep'), text: true, cell: ({ nextStep }) => nextStep?.text ?? '–' },
          {
            ...{ head: t('owner'), text: true, className: 'whitespace-nowrap' },
            cell: ({ owner }) => (owner ? shownName(owner, locale) : '–'),
          },
        ]}
      />
    </div>
  );
}
