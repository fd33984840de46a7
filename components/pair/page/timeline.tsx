import {
  ArrowRight,
  Ban,
  Banknote,
  CalendarCheck,
  CalendarClock,
  ClipboardCheck,
  Flag,
  type LucideIcon,
  MessageSquareText,
  Pencil,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { VoidEntry } from '@/components/form/void-entry';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { formatDateTime, formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import { pairOperations } from '@/lib/pair/operations';
import type { Happening, TimelineEntry } from '@/lib/pair/schema/history';
import { ZonedTime } from '../zoned-time';
import { HappeningWords } from './happening';
import { MarkEntry } from './mark-entry';

const ICONS: Record<Happening['kind'], LucideIcon> = {
  stage: ArrowRight,
  status: Flag,
  void: Ban,
  meeting: CalendarClock,
  outcome: ClipboardCheck,
  amount: Banknote,
  wave: CalendarCheck,
  note: MessageSquareText,
  edit: Pencil,
};
/** So many lines stand open; the older ones wait behind one press. */
const OPEN_LINES = 40;

type Props = {
  pairId: string;
  entries: readonly TimelineEntry[];
  zones: Zones;
  locale: Locale;
  canVoid: boolean;
  /** Where the as-of date cuts the story, with its words; null while everything counts. */
  cut: { before: string; text: string } | null;
};

/** Everything that happened, newest first, in words, with the time of both places and who wrote it down. */
export async function Timeline({ entries, cut, ...line }: Props) {
  const t = await getTranslations('pair.timeline');
  const cutAt = cut ? entries.findIndex((entry) => entry.at < cut.before) : -1;
  const rows = entries.map((entry, index) => (
    <TimelineLine key={entry.id} entry={entry} cut={cut && index === cutAt ? cut.text : null} {...line} />
  ));
  return (
    <Panel title={t('title')} look="plain" note={t('count', { count: entries.length })}>
      <MarkEntry />
      <ol className="pair-story">{rows.slice(0, OPEN_LINES)}</ol>
      {rows.length > OPEN_LINES && (
        <details>
          <summary className="ui-link w-fit">{t('older', { count: rows.length - OPEN_LINES })}</summary>
          <ol className="pair-story pt-4">{rows.slice(OPEN_LINES)}</ol>
        </details>
      )}
    </Panel>
  );
}

type LineProps = Omit<Props, 'entries' | 'cut'> & { entry: TimelineEntry; cut: string | null };

async function TimelineLine({ pairId, entry, zones, locale, canVoid, cut }: LineProps) {
  const t = await getTranslations('pair');
  const { happening, voided } = entry;
  const Icon = ICONS[happening.kind];
  const isVoidable =
    canVoid &&
    !voided &&
    ((happening.kind === 'stage' && happening.from !== null) || happening.kind === 'status');
  return (
    <>
      {cut && <li className="pair-story-cut">{cut}</li>}
      <li id={`entry-${entry.id}`} className="pair-story-line" data-voided={voided || undefined}>
        <div className="text-xs">
          {happening.kind === 'amount' ? (
            <DayOf day={happening.effectiveOn} locale={locale} />
          ) : (
            <ZonedTime at={entry.at} zones={zones} locale={locale} />
          )}
        </div>
        <span className="pair-story-icon">
          <Icon aria-hidden="true" size={14} />
        </span>
        <div className="grid min-w-0 gap-1">
          <HappeningWords happening={happening} voided={voided} zones={zones} locale={locale} />
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
            <span>{entry.by ? shownName(entry.by, locale) : t('timeline.somebody')}</span>
            {entry.means && <span>{t(`timeline.means.${entry.means}`)}</span>}
            {entry.late && (
              <Badge tone="warn">
                {t('timeline.late', { at: formatDateTime(new Date(entry.recordedAt), zones[1], locale) })}
              </Badge>
            )}
            {voided && <Badge tone="outline">{t('timeline.voided')}</Badge>}
            {isVoidable && (
              <VoidEntry
                what={whatOf(happening, t)}
                operation={pairOperations.voidEvent}
                entry={{ pairId, eventId: entry.id }}
              />
            )}
          </div>
        </div>
      </li>
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'pair'>>>;

function whatOf(happening: Happening, t: Words): string {
  if (happening.kind === 'stage') return t('page.voidMove', { stage: t(`stage.${happening.to}`) });
  if (happening.kind === 'status') return t('page.voidStatus', { status: t(`status.${happening.to}`) });
  return '';
}

function DayOf({ day, locale }: { day: string; locale: Locale }): ReactNode {
  const parsed = parseDay(day);
  return <time dateTime={day}>{parsed ? formatDay(parsed, locale) : day}</time>;
}
