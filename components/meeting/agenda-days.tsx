'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DateInput } from '@/components/ui/date-input';
import { formatDayShort, formatNumber } from '@/lib/core/dates';
import { type Day, parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { type AgendaView, agendaHref, daysAround } from './agenda-address';

type Shown = Day | 'all' | 'today';
type Props = {
  slug: string;
  view: AgendaView;
  shown: Shown;
  onToday: number;
  /** The present year in the home zone: days of any other carry their year. */
  thisYear: number;
  days: readonly { day: Day; meetings: number; withoutOutcome: number }[];
};

const NAMED = 8;

/**
 * The days that have meetings around the one shown, each with its number; any other day by its date. On a narrow screen
 * the one shown is brought into view.
 */
export function AgendaDays({ slug, view, shown, days, onToday, thisYear }: Props) {
  const t = useTranslations('meeting.days');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const [box, current] = [strip.current, strip.current?.querySelector<HTMLElement>('[aria-current]')];
    if (box && current) box.scrollLeft = current.offsetLeft - (box.clientWidth - current.clientWidth) / 2;
  });
  const tab = (day: Shown, label: string, count: number) => (
    <Link
      key={day}
      href={agendaHref(slug, view, { day })}
      aria-current={day === shown ? 'page' : undefined}
      className="ui-tab"
    >
      {label}
      <span className="ms-1.5 text-sm tabular-nums">
        {formatNumber(count)} <span className="sr-only">{t('unit', { count })}</span>
      </span>
    </Link>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav ref={strip} aria-label={t('label')} className="ui-tabs relative min-w-0 max-sm:basis-full">
        {(onToday > 0 || shown === 'today') && tab('today', t('today'), onToday)}
        {daysAround(days, shown, NAMED).map(({ day, meetings }) =>
          tab(day, formatDayShort(day, locale, thisYear), meetings),
        )}
        {tab(
          'all',
          t('all'),
          days.reduce((sum, { meetings }) => sum + meetings, 0),
        )}
      </nav>
      <DateInput
        key={shown}
        label={t('jump')}
        labelHidden
        className="w-40 max-sm:hidden"
        defaultValue={shown === 'all' || shown === 'today' ? '' : shown}
        min={days[0]?.day}
        max={days.at(-1)?.day}
        onChange={(event) => {
          // A half-typed date leads nowhere.
          const day = parseDay(event.target.value);
          if (day && day !== shown) router.push(agendaHref(slug, view, { day }));
        }}
      />
    </div>
  );
}
