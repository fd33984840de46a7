import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting } from '@/components/meeting/names';
import { PlaceName } from '@/components/meeting/place-name';
import { whenInBoth } from '@/components/meeting/when';
import { buttonClass } from '@/components/ui/button';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingItem } from '@/lib/meeting/schema';

type Props = {
  meetings: readonly MeetingItem[];
  program: ProgramEntry;
  asStartup: boolean;
  /** Ends each row with the button that opens the form of its outcome. */
  toLog?: boolean;
};

/** A few meetings: who, when in both zones, where. */
export async function MeetingRows({ meetings, program, asStartup, toLog = false }: Props) {
  const [t, stage, locale] = await Promise.all([
    getTranslations('outcome.toLog'),
    getTranslations('pair.stageShort'),
    getLocale(),
  ]);
  const base = `/programs/${program.slug}`;
  return (
    <ul className="border-t border-line">
      {meetings.map((meeting) => {
        const title = nameOfMeeting(meeting, locale, asStartup);
        const [venue, home] = whenInBoth(meeting, [program.venueZone, program.homeZone], locale);
        return (
          <li
            key={meeting.id}
            className="relative flex items-center gap-3 border-b border-line py-2.5 hover:bg-surface-2"
          >
            <div className="grid min-w-0 flex-1">
              {toLog ? (
                <span className="break-words">
                  <span className="font-medium">{title}</span>{' '}
                  <span className="text-sm text-ink-2 sm:hidden">{stage(meeting.stage)}</span>
                </span>
              ) : (
                <Link
                  href={`${base}/pairs/${meeting.pair.id}`}
                  className="font-medium break-words after:absolute after:inset-0 hover:underline"
                >
                  {title}
                </Link>
              )}
              <span className="text-sm text-ink-2 tabular-nums">{venue}</span>
              {home && <span className="text-sm text-ink-2 tabular-nums">{home}</span>}
            </div>
            <span
              className={`relative z-1 grid justify-items-end text-sm text-ink-2 ${toLog ? 'max-sm:hidden' : ''}`}
            >
              <span>{stage(meeting.stage)}</span>
              {!toLog && <PlaceName table={meeting.table} link={meeting.link} />}
            </span>
            {toLog && (
              <Link
                href={`${base}/meetings/${meeting.id}/outcome`}
                className={`${buttonClass({ size: 'sm' })} after:absolute after:inset-0`}
              >
                {t('write')}
                <span className="sr-only">{title}</span>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
