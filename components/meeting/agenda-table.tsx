import { useLocale, useTranslations } from 'next-intl';
import { HeaderCell, Table } from '@/components/ui/table';
import type { Locale } from '@/lib/core/locale';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingItem } from '@/lib/meeting/schema';
import { type AgendaGroup, groupAgenda } from './agenda-groups';
import { AgendaRow } from './agenda-row';
import { PlaceName } from './place-name';
import { whenInBoth } from './when';

export type AgendaCan = { book: boolean; mark: boolean; record: boolean };
type Props = {
  meetings: readonly MeetingItem[];
  by: 'time' | 'table';
  program: ProgramEntry;
  caption: string;
  asStartup: boolean;
  can: AgendaCan;
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

function GroupName({
  group,
  by,
  program,
}: {
  group: AgendaGroup;
  by: 'time' | 'table';
  program: ProgramEntry;
}) {
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
