import { whenInBoth } from '@/components/meeting/when';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { Zones } from '@/lib/core/zones';

type Props = { at: string; zones: Zones; locale: Locale };

/** One instant as both places read it, each with its date and zone; one line where the two are the same. */
export function ZonedTime({ at, zones, locale }: Props) {
  const lines = [...new Set(zones.map((zone) => formatDateTime(new Date(at), zone, locale)))];
  return <ZonedLines at={at} lines={lines} />;
}

/** From when to when, in both zones: `2023. 4. 28. 14:30–14:55 EDT`. */
export function ZonedRange({ at, to, zones, locale }: Props & { to: string }) {
  const lines = whenInBoth({ startsAt: at, endsAt: to }, zones, locale);
  return <ZonedLines at={at} lines={lines} />;
}

function ZonedLines({ at, lines: [first, second] }: { at: string; lines: string[] }) {
  return (
    <time dateTime={at} className="grid">
      <span>{first}</span>
      {second && <span className="text-ink-2">{second}</span>}
    </time>
  );
}
