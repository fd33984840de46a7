import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type Day, formatDayShort, formatNumber } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { type AgendaView, agendaHref, daysAround } from './agenda-address';
import { DayJump, DayStrip } from './day-strip';

type Props = {
  slug: string;
  view: AgendaView;
  shown: Day | 'all' | 'today';
  onToday: number;
  /** The present year in the home zone: days of any other carry their year. */
  thisYear: number;
  days: readonly { day: Day; meetings: number; withoutOutcome: number }[];
};

const NAMED = 8;

/** The days that have meetings around the one shown, each with its number; any other day by its date. */
export function AgendaDays({ slug, view, shown, days, onToday, thisYear }: Props) {
  const t = useTranslations('meeting.days');
  const locale = useLocale() as Locale;
  const all = days.reduce((sum, { meetings }) => sum + meetings, 0);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <DayStrip label={t('label')}>
        {(onToday > 0 || shown === 'today') && (
          <Link
            href={agendaHref(slug, view, { day: 'today' })}
            aria-current={shown === 'today' ? 'page' : undefined}
            className="ui-tab"
          >
            {t('today')}
            <Count n={onToday} />
          </Link>
        )}
        {daysAround(days, shown, NAMED).map(({ day, meetings }) => (
          <Link
            key={day}
            href={agendaHref(slug, view, { day })}
            aria-current={day === shown ? 'page' : undefined}
            className="ui-tab"
          >
            {formatDayShort(day, locale, thisYear)}
            <Count n={meetings} />
          </Link>
        ))}
        <Link
          href={agendaHref(slug, view, { day: 'all' })}
          aria-current={shown === 'all' ? 'page' : undefined}
          className="ui-tab"
        >
          {t('all')}
          <Count n={all} />
        </Link>
      </DayStrip>
      <DayJump
        key={shown}
        className="w-40 max-sm:hidden"
        label={t('jump')}
        shown={shown === 'all' || shown === 'today' ? '' : shown}
        first={days[0]?.day}
        last={days.at(-1)?.day}
        href={agendaHref(slug, view, { day: null })}
      />
    </div>
  );
}

function Count({ n }: { n: number }) {
  const t = useTranslations('meeting.days');
  return (
    <span className="ms-1.5 text-sm tabular-nums">
      {formatNumber(n)} <span className="sr-only">{t('unit', { count: n })}</span>
    </span>
  );
}
