'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Metric, Metrics } from '@/components/ui/metric';
import { formatNumber } from '@/lib/core/dates';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { isClosed, type PairStatus, STATUSES } from '@/lib/pair/rules/stages';
import type { PairSummary } from '@/lib/pair/schema/figures';
import { type Address, searchOf } from './address';

type Props = { summary: PairSummary; address: Address; path: string };

/** Talk ends with the pair: the sum of what is discussed counts the pairs that are not closed. */
const CLOSED = STATUSES.filter(isClosed);
const COUNTED = STATUSES.filter((status) => !isClosed(status));

/** Four figures of the filtered set; each opens the rows behind it. */
export function Figures({ summary, address, path }: Props) {
  const t = useTranslations('pair.pipeline.metric');
  const locale = useLocale();
  const rows = (patch: Partial<Address>) => path + searchOf({ ...address, pair: '', ...patch });
  const discussed = summary.sums.filter(({ rung }) => rung === 'discussed');
  const leftOut = summary.leftOut.filter(({ rung }) => rung === 'discussed');
  const standing = (statuses: readonly PairStatus[]) =>
    statuses.filter((status) => address.status.length === 0 || address.status.includes(status));
  return (
    <Metrics>
      <Metric
        label={t('discussed')}
        href={discussed.length > 0 ? rows({ rung: ['discussed'], status: standing(COUNTED) }) : undefined}
        value={
          discussed.length === 0
            ? t('none')
            : discussed.map(({ currency, minor, startups }, index) => (
                <span key={currency} title={formatMoneyExact(money(minor, currency), locale)}>
                  {index > 0 && ' · '}
                  {formatMoney(money(minor, currency), locale)}{' '}
                  <small className="text-xs font-normal text-ink-2">{t('startups', { startups })}</small>
                </span>
              ))
        }
        note={
          leftOut.length > 0 ? (
            <TextLink href={rows({ rung: ['discussed'], status: standing(CLOSED) })}>
              {t('leftOut', {
                count: leftOut.reduce((count, { pairs }) => count + pairs, 0),
                money: leftOut
                  .map(({ currency, minor }) => formatMoney(money(minor, currency), locale))
                  .join(' · '),
              })}
            </TextLink>
          ) : discussed.length > 0 ? (
            t('discussedNote')
          ) : undefined
        }
      />
      <Metric
        label={t('reachedMain')}
        value={formatNumber(summary.reachedMain)}
        note={t('ofAll', { all: formatNumber(summary.pairs) })}
        href={rows({ reached: 'main_session' })}
      />
      <Metric
        label={t('followUp')}
        value={formatNumber(summary.inFollowUp)}
        href={rows({ stage: ['follow_up'], status: ['open'] })}
      />
      <Metric
        label={t('overdue')}
        value={formatNumber(summary.overdue)}
        tone={summary.overdue > 0 ? 'danger' : 'plain'}
        href={rows({ overdue: true })}
      />
    </Metrics>
  );
}
