import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting } from '@/components/meeting/names';
import { PlaceName } from '@/components/meeting/place-name';
import { whenIn } from '@/components/meeting/when';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { dayInZone, daysBetween } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingItem } from '@/lib/meeting/queries/item';

type Props = {
  meetings: readonly MeetingItem[];
  total: number;
  program: ProgramEntry;
  asStartup: boolean;
  now: Date;
};

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
      <ul className="max-w-3xl border-t border-line">
        {meetings.map((meeting) => {
          const title = nameOfMeeting(meeting, locale, asStartup);
          const day = dayInZone(new Date(meeting.startsAt), program.venueZone);
          return (
            <li
              key={meeting.id}
              className="relative flex items-center gap-4 border-b border-line py-3 hover:bg-surface-2"
            >
              <div className="grid min-w-0 flex-1 gap-0.5">
                <p className="text-md font-bold">{title}</p>
                <p className="text-sm text-ink-2 tabular-nums">
                  {whenIn(meeting, program.venueZone, locale)} · {t('ago', { days: daysBetween(day, today) })}
                </p>
                <p className="flex flex-wrap gap-x-2 text-sm text-ink-2">
                  <span>{stage(meeting.stage)}</span>
                  <PlaceName table={meeting.table} link={null} />
                </p>
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
