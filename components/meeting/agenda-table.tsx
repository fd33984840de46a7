import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import type { Locale } from '@/lib/core/locale';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { needsOutcome } from '@/lib/meeting/rules';
import type { MeetingItem } from '@/lib/meeting/schema';
import { type MeetingCan, nameOfMeeting } from './meeting-row';
import { MeetingStateBadge } from './meeting-state';
import { PlaceName } from './place-name';
import { RowActions } from './row-actions';
import { whenInBoth } from './when';

type Props = {
  meetings: readonly MeetingItem[];
  by: 'time' | 'table';
  program: ProgramEntry;
  caption: string;
  asStartup: boolean;
  can: MeetingCan;
  now: Date;
};

/** A day's meetings in groups of one time or one table; rows on a desk, cards on a phone. */
export function AgendaTable({ meetings, by, program, caption, asStartup, can, now }: Props) {
  const t = useTranslations('meeting.column');
  return (
    <Table caption={caption} dense className="max-lg:block">
      <thead className="max-lg:sr-only">
        <tr>
          <HeaderCell>{t(by === 'time' ? 'place' : 'time')}</HeaderCell>
          <HeaderCell>{t('pair')}</HeaderCell>
          <HeaderCell className="max-lg:hidden">{t('people')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('outcome')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </tr>
      </thead>
      {groupAgenda(meetings, by).map((group) => (
        <tbody key={group.key} className="max-lg:block">
          <tr className="max-lg:block">
            <th scope="rowgroup" colSpan={6} className="pt-5 text-start max-lg:block max-lg:px-0">
              <GroupName group={group} by={by} program={program} />
            </th>
          </tr>
          {group.meetings.map((meeting) => (
            <AgendaRow key={meeting.id} {...{ meeting, by, program, asStartup, can, now }} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function GroupName({ group, by, program }: Pick<Props, 'by' | 'program'> & { group: AgendaGroup }) {
  const t = useTranslations('meeting');
  const locale = useLocale() as Locale;
  const count = group.meetings.length;
  if (by === 'table') {
    return (
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-bold">
          {group.first.table ? <PlaceName table={group.first.table} link={null} /> : t('noTable')}
        </span>
        <span className="text-sm font-normal text-ink-2">{t('count', { count })}</span>
      </span>
    );
  }
  const [venue, home] = whenInBoth(group.first, [program.venueZone, program.homeZone], locale);
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
      <span className="font-bold">{venue}</span>
      {home && <span className="text-sm font-normal text-ink-2">{home}</span>}
      {count > 1 && <span className="text-sm font-normal text-ink-2">{t('count', { count })}</span>}
    </span>
  );
}

type RowProps = Omit<Props, 'meetings' | 'caption'> & { meeting: MeetingItem };

const CELL = 'max-lg:block max-lg:border-0 max-lg:p-0';

function AgendaRow({ meeting, by, program, asStartup, can, now }: RowProps) {
  const stage = useTranslations('pair.stageShort');
  const locale = useLocale() as Locale;
  const title = nameOfMeeting(meeting, locale, asStartup);
  const when = whenInBoth(meeting, [program.venueZone, program.homeZone], locale);
  const isCancelled = meeting.state === 'cancelled';
  const started = new Date(meeting.startsAt) <= now;
  return (
    <tr className="max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:gap-x-3 max-lg:gap-y-1 max-lg:border-b max-lg:border-line max-lg:py-3">
      <Cell
        className={`${CELL} w-56 text-ink-2 max-lg:order-3 max-lg:col-span-2 max-lg:w-auto max-lg:text-sm`}
      >
        {by === 'time' ? (
          <span className="flex flex-wrap gap-x-2">
            <PlaceName table={meeting.table} link={meeting.link} />
            <span className="text-sm">{stage(meeting.stage)}</span>
          </span>
        ) : (
          when.map((line) => (
            <span key={line} className="block text-sm tabular-nums">
              {line}
            </span>
          ))
        )}
      </Cell>
      <th scope="row" className={`${CELL} text-start max-lg:order-1 max-lg:self-center`}>
        <Link
          href={`/programs/${program.slug}/pairs/${meeting.pair.id}`}
          className={isCancelled ? 'text-ink-2 line-through' : 'font-bold underline-offset-4 hover:underline'}
        >
          {title}
        </Link>
      </th>
      <Cell className={`${CELL} text-sm text-ink-2 max-lg:hidden`}>
        {meeting.participants.map((person) => shownName(person, locale)).join(', ')}
      </Cell>
      <Cell className={`${CELL} whitespace-nowrap max-lg:order-4`}>
        <MeetingStateBadge state={meeting.state} side={meeting.noShowSide} />
      </Cell>
      <Cell className={`${CELL} whitespace-nowrap max-lg:order-5 max-lg:text-end`}>
        <OutcomeState meeting={meeting} slug={program.slug} title={title} can={can} now={now} />
      </Cell>
      <Cell className={`${CELL} whitespace-nowrap text-end max-lg:order-2`}>
        <RowActions {...{ meeting, title, when, can, started }} />
      </Cell>
    </tr>
  );
}

type OutcomeProps = { meeting: MeetingItem; slug: string; title: string; can: MeetingCan; now: Date };

function OutcomeState({ meeting, slug, title, can, now }: OutcomeProps) {
  const t = useTranslations('meeting.outcome');
  if (meeting.outcome) return <span>{t('logged', { interest: meeting.outcome.interest })}</span>;
  const { state } = meeting;
  if (!needsOutcome({ state, endsAt: new Date(meeting.endsAt), hasOutcome: false }, now)) {
    return <span className="text-ink-2">–</span>;
  }
  if (!can.record) return <span className="font-medium text-warn">{t('missing')}</span>;
  return (
    <Link
      href={`/programs/${slug}/meetings/${meeting.id}/outcome`}
      aria-label={t('writeOf', { title })}
      className="ui-link inline-flex min-h-8 items-center pointer-coarse:min-h-11"
    >
      {t('write')}
    </Link>
  );
}

type AgendaGroup = { key: string; first: MeetingItem; meetings: MeetingItem[] };

/** Neighbours that share their time, or their table: the list comes sorted by it. */
export function groupAgenda(meetings: readonly MeetingItem[], by: 'time' | 'table'): AgendaGroup[] {
  const groups: AgendaGroup[] = [];
  for (const meeting of meetings) {
    const key = by === 'time' ? `${meeting.startsAt} ${meeting.endsAt}` : (meeting.table?.id ?? '');
    const last = groups.at(-1);
    if (last?.key === key) last.meetings.push(meeting);
    else groups.push({ key, first: meeting, meetings: [meeting] });
  }
  return groups;
}
