import { useLocale, useTranslations } from 'next-intl';
import { ZonedRange } from '@/components/pair/zoned-time';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import type { MeetingItem } from '@/lib/meeting/schema';
import { STAGE_TABLE } from '@/lib/pair/rules/stages';
import type { PartyKind } from '@/lib/party/rules';

type Props = {
  meetings: readonly MeetingItem[];
  names: PartyKind;
  zones: Zones;
  now: Date;
};

/** What is still to come, in the order of time; what is over below, the latest first, out of the way. */
export function PartyMeetings({ meetings, names, zones, now }: Props) {
  const t = useTranslations('party');
  const ahead = meetings.filter((m) => m.state === 'scheduled' && new Date(m.endsAt) > now);
  const over = meetings.filter((m) => !ahead.includes(m)).reverse();
  return (
    <>
      {ahead.length > 0 ? (
        <MeetingTable caption={t('meetingsAhead')} meetings={ahead} names={names} zones={zones} />
      ) : (
        <p className="text-ink-2">{t('noMeetingsAhead')}</p>
      )}
      {over.length > 0 && (
        <details>
          <summary className="py-2">{t('meetingsOver', { count: over.length })}</summary>
          <MeetingTable
            caption={t('meetingsOver', { count: over.length })}
            meetings={over}
            names={names}
            zones={zones}
          />
        </details>
      )}
    </>
  );
}

function MeetingTable({ caption, meetings, names, zones }: Omit<Props, 'now'> & { caption: string }) {
  const t = useTranslations('party');
  const stages = useTranslations('pair.stage');
  const states = useTranslations('meeting');
  const locale = useLocale();
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t('when')}</HeaderCell>
            <HeaderCell>{t(names === 'startup' ? 'counterStartup' : 'counterInvestor')}</HeaderCell>
            <HeaderCell>{t('status')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('where')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => (
            <tr key={meeting.id}>
              <Cell className="min-w-36 text-sm tabular-nums sm:whitespace-nowrap">
                <ZonedRange at={meeting.startsAt} to={meeting.endsAt} zones={zones} locale={locale} />
              </Cell>
              <HeaderCell scope="row" className="font-normal">
                <span className="flex items-center gap-2.5">
                  <RampTile
                    className="shrink-0"
                    tone={String(STAGE_TABLE[meeting.stage].order) as RampTone}
                  />
                  <span className="sr-only">{stages(meeting.stage)}</span>
                  {names === 'startup' ? shownName(meeting.startup, locale) : meeting.investor.name}
                </span>
              </HeaderCell>
              <Cell className="whitespace-nowrap">
                {states(`state.${meeting.state}`)}
                {meeting.noShowSide && (
                  <span className="block text-sm text-ink-2">{states(`side.${meeting.noShowSide}`)}</span>
                )}
              </Cell>
              <Cell className="max-sm:hidden">
                {meeting.table ? t('table', { name: meeting.table.name }) : meeting.link ? t('link') : '–'}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
