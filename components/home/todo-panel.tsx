import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { type ReactNode, useId } from 'react';
import { nameOfMeeting } from '@/components/meeting/meeting-row';
import { PlaceName } from '@/components/meeting/place-name';
import { whenInBoth } from '@/components/meeting/when';
import { pairAddresses } from '@/components/pair/pair-address';
import { buttonClass } from '@/components/ui/button';
import { formatDay, formatRelativeDays } from '@/lib/core/dates';
import { type Day, parseDay } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { PairItem } from '@/lib/pair/schema';

type PanelProps = {
  title: string;
  count: number;
  /** Opens exactly the rows that are counted. */
  href: string;
  /** The link in words, with its number: "see all 71". */
  all: string;
  children: ReactNode;
};

/** One thing that waits: how much of it, the first few, and the way to all of them. */
export function TodoPanel({ title, count, href, all, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid content-start gap-3 border-t border-line-2 pt-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id={id} className="flex items-baseline gap-3">
          <span className="text-2xl font-bold tabular-nums">{count}</span>
          <span className="font-bold">{title}</span>
        </h2>
        {count > 0 && (
          <Link href={href} className="ui-link inline-flex shrink-0 items-center gap-0.5 text-sm">
            {all}
            <ChevronRight aria-hidden="true" size={14} />
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}

/** Why there is nothing, where nothing is good. */
export function NothingToDo({ children }: { children: ReactNode }) {
  return <p className="text-ink-2">{children}</p>;
}

type MeetingsProps = {
  meetings: readonly MeetingItem[];
  program: ProgramEntry;
  asStartup: boolean;
  /** Ends each row with the button that opens the form of its outcome. */
  toLog?: boolean;
};

/** A few meetings: who, when in both zones, where. */
export async function MeetingRows({ meetings, program, asStartup, toLog = false }: MeetingsProps) {
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

type StepsProps = {
  pairs: readonly PairItem[];
  program: ProgramEntry;
  today: Day;
  asStartup: boolean;
  /** The list these come from, so that the pair's page goes on through it. */
  query?: Record<string, string>;
};

/** Next steps of a few pairs: what, by when, by whom. */
export async function StepRows({ pairs, program, today, asStartup, query }: StepsProps) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  const hrefOf = pairAddresses(program.slug, query);
  return (
    <ul className="border-t border-line">
      {pairs.map((pair) => {
        const day = parseDay(pair.nextStep?.on ?? '');
        const isLate = day !== null && day < today;
        return (
          <li
            key={pair.id}
            className="relative flex items-baseline gap-3 border-b border-line py-2.5 hover:bg-surface-2"
          >
            <div className="grid min-w-0 flex-1">
              <Link
                href={hrefOf(pair.id)}
                className="font-medium break-words after:absolute after:inset-0 hover:underline"
              >
                {pair.nextStep?.text}
              </Link>
              <span className="text-sm break-words text-ink-2">
                {nameOfMeeting(pair, locale, asStartup)}
                {pair.nextStep?.owner && ` · ${shownName(pair.nextStep.owner, locale)}`}
              </span>
            </div>
            <span className="grid shrink-0 justify-items-end text-sm tabular-nums">
              <span className={isLate ? 'font-medium text-danger' : undefined}>
                {day ? formatRelativeDays(day, today, locale) : t('noDate')}
              </span>
              {day && <span className="text-ink-2">{formatDay(day, locale)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
