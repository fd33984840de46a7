'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { RampTile } from '@/components/ui/ramp-tile';
import { formatDay, formatDayShort } from '@/lib/core/dates';
import { daysBetween, parseDay } from '@/lib/core/days';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone, type Zones } from '@/lib/core/zones';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { SectorOption } from '../filter/filter-words';
import { InterestDots } from '../interest-dots';
import { toneOfPair, toneOfStage } from '../stage-tone';
import { ZonedTime } from '../zoned-time';
import type { ColumnId } from './table-columns';

export type CellContentProps = {
  hrefOf: (pairId: string) => string;
  sectors: readonly SectorOption[];
  zones: Zones;
  /** The day in force, YYYY-MM-DD. */
  asOf: string;
};

/** What each column says of a pair; made once for all cells. */
export function useCellContent({ hrefOf, sectors, zones, asOf }: CellContentProps) {
  const t = useTranslations('pair');
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  return useMemo(() => {
    const today = parseDay(asOf);
    const sectorWords = new Map(sectors.map(({ key, label }) => [key, label]));
    const day = (text: string | null | undefined) => (text ? parseDay(text) : null);
    const content: Record<ColumnId, (pair: PairItem) => ReactNode> = {
      startup: (pair) => (
        <Link href={hrefOf(pair.id)} tabIndex={-1} className="tb-link">
          {shownName(pair.startup, locale)}
        </Link>
      ),
      investor: (pair) => pair.investor.name,
      stage: ({ stage }) => (
        <span className="tb-tile">
          <RampTile tone={toneOfStage(stage)} />
          {t(`stage.${stage}`)}
        </span>
      ),
      status: ({ stage, status }) =>
        status === 'open' ? (
          t('status.open')
        ) : (
          <span className="tb-tile">
            <RampTile tone={toneOfPair(stage, status)} />
            {t(`status.${status}`)}
          </span>
        ),
      amount: ({ amounts: [amount] }) =>
        amount && (
          <span title={formatMoneyExact(money(amount.minor, amount.currency), locale)}>
            <span className="text-ink-2">{rungs(amount.rung)}</span>{' '}
            <b className="font-medium">{formatMoney(money(amount.minor, amount.currency), locale)}</b>
          </span>
        ),
      interest: ({ interest }) =>
        interest !== null && <InterestDots interest={interest} className="tb-dots" />,
      nextStep: ({ nextStep }) => nextStep?.text,
      nextStepOn: ({ nextStep, status }) => {
        const on = day(nextStep?.on);
        if (!on || !today) return null;
        const isLate = daysBetween(on, today) > 0 && !isClosed(status);
        return (
          <span className={isLate ? 'text-danger' : undefined}>
            {formatDayShort(on, locale)}
            {isLate && <span className="sr-only"> {t('pipeline.filter.overdue')}</span>}
          </span>
        );
      },
      nextStepOwner: ({ nextStep }) => nextStep?.owner && shownName(nextStep.owner, locale),
      owner: ({ owner }) => owner && shownName(owner, locale),
      nextMeeting: ({ nextMeeting }) =>
        nextMeeting && <ZonedTime at={nextMeeting.startsAt} zones={zones} locale={locale} />,
      since: ({ stageSince }) => formatDay(dayInZone(new Date(stageSince), zones[1]), locale),
      sector: ({ startup }) => sectorWords.get(startup.sector) ?? startup.sector,
      reason: ({ reasonCode }) => reasonCode && t(`reason.${reasonCode}`),
    };
    return (column: ColumnId, pair: PairItem): ReactNode => content[column](pair);
  }, [t, rungs, locale, hrefOf, sectors, zones, asOf]);
}
