import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting } from '@/components/meeting/meeting-row';
import { PlaceName } from '@/components/meeting/place-name';
import { whenInBoth } from '@/components/meeting/when';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { daysBetween } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import type { MeetingItem } from '@/lib/meeting/schema';

type Props = {
  meetings: readonly MeetingItem[];
  total: number;
  program: ProgramEntry;
  asStartup: boolean;
  now: Date;
};

/** Beyond a month nobody counts the days. */
const RECENT_DAYS = 31;

/** Meetings that are over and not yet written down, the latest first: one tap opens the form. */
export async function ToLogList({ meetings, total, program, asStartup, now }: Props) {
  const [t, stage, locale] = await Promise.all([
    getTranslations('outcome.toLog'),
    getTranslations('pair.stageShort'),
    getLocale(),
  ]);
  if (meetings.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  const today = dayInZone(now, program.venueZone);
  return (
    <>
      <ul className="max-w-3xl">
        {meetings.map((meeting) => {
          const title = nameOfMeeting(meeting, locale, asStartup);
          const days = daysBetween(dayInZone(new Date(meeting.startsAt), program.venueZone), today);
          return (
            <li
              key={meeting.id}
              className="relative flex items-center gap-4 border-b border-line py-3 hover:bg-surface-2"
            >
              <div className="grid min-w-0 flex-1 gap-0.5">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="text-md font-bold">{title}</span>
                  <span className="text-sm text-ink-2">{stage(meeting.stage)}</span>
                  <span className="text-sm text-ink-2">
                    <PlaceName table={meeting.table} link={null} />
                  </span>
                </p>
                {whenInBoth(meeting, [program.venueZone, program.homeZone], locale).map((when, line) => (
                  <p key={when} className="text-sm text-ink-2 tabular-nums">
                    {when}
                    {line === 0 && days <= RECENT_DAYS && ` · ${t('ago', { days })}`}
                  </p>
                ))}
              </div>
              <Link
                href={`/programs/${program.slug}/meetings/${meeting.id}/outcome`}
                aria-label={t('writeOf', { title })}
                className={`${buttonClass({ tone: 'secondary' })} after:absolute after:inset-0`}
              >
                {t('write')}
              </Link>
            </li>
          );
        })}
      </ul>
      {total > meetings.length && (
        <p className="py-3 text-sm text-ink-2">{t('shown', { total, shown: meetings.length })}</p>
      )}
    </>
  );
}
