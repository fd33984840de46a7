import { useLocale, useTranslations } from 'next-intl';
import { ZonedRange, type Zones } from '@/components/pair/zoned-time';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { MeetingItem } from '@/lib/meeting/queries/select';
import { STAGE_TABLE } from '@/lib/pair/rules/stages';
import { programName } from '@/lib/program/rules';

type Props = { meetings: readonly MeetingItem[]; names: 'startup' | 'investor'; zones: Zones };

/** A party's meetings in the order of time, each in both zones. */
export function PartyMeetings({ meetings, names, zones }: Props) {
  const t = useTranslations('program.party');
  const stages = useTranslations('pair.stage');
  const states = useTranslations('meeting');
  const locale = useLocale();
  return (
    <TableScroll label={t('meetings')}>
      <Table caption={t('meetings')} dense>
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
              <Cell className="text-sm tabular-nums sm:whitespace-nowrap">
                <ZonedRange at={meeting.startsAt} to={meeting.endsAt} zones={zones} locale={locale} />
              </Cell>
              <HeaderCell scope="row" className="font-normal">
                <span className="flex items-center gap-2.5">
                  <RampTile
                    tone={String(STAGE_TABLE[meeting.stage].order) as RampTone}
                    aria-hidden={undefined}
                    role="img"
                    aria-label={stages(meeting.stage)}
                  />
                  {names === 'startup' ? programName(meeting.startup, locale) : meeting.investor.name}
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
