import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { pairAddress } from '@/components/pair/pair-address';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { dayText, formatDay } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { Ageing } from '@/lib/funnel/queries/ageing';
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
      <div className="grid items-start gap-6 xl:grid-cols-[22rem_minmax(0,1fr)]">
        <Counts {...{ slug, address, ageing }} />
        {ageing.total > 0 ? <Rows slug={slug} ageing={ageing} /> : <p className="text-ink-2">{t('none')}</p>}
      </div>
    </Panel>
  );
}

function Counts({ slug, address, ageing }: Omit<Props, 'canSetUp'>) {
  const t = useTranslations('funnel-time.ageing');
  const days = useTranslations('funnel-time.stay');
  const stageName = useTranslations('pair.stage');
  const rows = rowsOf(slug, ageing, address);
  const caption = t('caption', { date: dayText(ageing.asOf, useLocale()) });
  return (
    <Table caption={caption} dense>
      <thead>
        <tr>
          <HeaderCell>{t('stage')}</HeaderCell>
          <HeaderCell numeric>{t('target')}</HeaderCell>
          <HeaderCell numeric>{t('pairs')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {ageing.stages.map(({ stage, targetDays, pairs }) => (
          <tr key={stage}>
            <HeaderCell scope="row">{stageName(stage)}</HeaderCell>
            <Cell numeric>{days('days', { days: targetDays })}</Cell>
            <Cell numeric>
              <CountLink
                count={pairs}
                href={rows({ kind: 'ageing', stage })}
                label={t('open', { stage: stageName(stage) })}
              />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Rows({ slug, ageing: { asOf, knownOn, items, total } }: Pick<Props, 'slug' | 'ageing'>) {
  const t = useTranslations('funnel-time.ageing');
  const days = useTranslations('funnel-time.stay');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const caption = t('rowsCaption', { date: dayText(asOf, locale) });
  const clocks = { asOf, knownOn: knownOn ?? '' };
  return (
    <div className="grid min-w-0 gap-2">
      {total > items.length && (
        <p className="text-xs text-ink-2">{t('first', { total, shown: items.length })}</p>
      )}
      <TableScroll label={caption} className="max-h-[32rem] overflow-y-auto print:max-h-none">
        <Table caption={caption} dense>
          <thead>
            <tr>
              <HeaderCell>{t('pair')}</HeaderCell>
              <HeaderCell>{t('stage')}</HeaderCell>
              <HeaderCell numeric>{t('since')}</HeaderCell>
              <HeaderCell numeric>{t('days')}</HeaderCell>
              <HeaderCell numeric>{t('target')}</HeaderCell>
              <HeaderCell>{t('nextStep')}</HeaderCell>
              <HeaderCell>{t('owner')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {items.map((pair) => (
              <tr key={pair.id}>
                <HeaderCell scope="row">
                  <Link
                    href={pairAddress(slug, pair.id, clocks)}
                    prefetch={false}
                    className="rounded-sm underline decoration-line-2 underline-offset-4 hover:decoration-current"
                  >
                    {shownName(pair.startup, locale)} × {shownName(pair.investor, locale)}
                  </Link>
                </HeaderCell>
                <Cell className="whitespace-nowrap">{stageName(pair.stage)}</Cell>
                <Cell numeric>{formatDay(pair.since, locale)}</Cell>
                <Cell numeric>{days('days', { days: pair.days })}</Cell>
                <Cell numeric>{days('days', { days: pair.targetDays })}</Cell>
                <Cell>{pair.nextStep?.text ?? '–'}</Cell>
                <Cell className="whitespace-nowrap">{pair.owner ? shownName(pair.owner, locale) : '–'}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </div>
  );
}
