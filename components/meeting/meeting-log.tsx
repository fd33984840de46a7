'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { MeetingWithEvents } from '@/lib/meeting/schema';
import type { Desk } from './meeting-desk';
import { useLoaded } from './use-facts';
import { whenIn } from './when';

/** What happened to the meeting so far, who said so and when; nothing while it is on its way. */
export function MeetingLog({ desk, meetingId }: { desk: Desk; meetingId: string }) {
  const t = useTranslations('meeting');
  const locale = useLocale() as Locale;
  const loaded = useLoaded<MeetingWithEvents>(`/programs/${desk.slug}/meetings/${meetingId}`);
  if (loaded.at !== 'ready') return null;
  return (
    <details className="border-t border-line pt-4">
      <summary className="cursor-pointer rounded-sm text-sm text-ink-2">
        {t('log.title', { count: loaded.value.events.length })}
      </summary>
      <ol className="grid gap-3 pt-3">
        {loaded.value.events.toReversed().map((event) => (
          <li key={event.id} className="grid gap-0.5 text-sm">
            <span className="font-medium">
              {t(`event.${event.kind}`)}
              {event.side && ` · ${t(`side.${event.side}`)}`}
            </span>
            {(event.kind === 'booked' || event.kind === 'moved') && (
              <span className="tabular-nums">{whenIn(event, desk.zones[0], locale)}</span>
            )}
            {event.reason && <span>{event.reason}</span>}
            <span className="text-ink-2 tabular-nums">
              {[
                event.by && shownName(event.by, locale),
                formatDateTime(new Date(event.recordedAt), desk.zones[1], locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
