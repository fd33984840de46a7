import { useLocale, useTranslations } from 'next-intl';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDay, parseDay } from '@/lib/core/dates';
import type { ProgramSettings } from '@/lib/program/queries/programs';
import { PROGRAM_STAGES } from '@/lib/program/schema';
import { zoneOptions } from '../zone-options';
import { StageButton } from './stage-button';

type Props = { slug: string; settings: ProgramSettings; canEdit: boolean };

/** The four stages in order, each with its dates, clock and meetings; the ones without dates say so. */
export function StageTable({ slug, settings: { program, stages }, canEdit }: Props) {
  const t = useTranslations('program.stages');
  const names = useTranslations('pair.stage');
  const locale = useLocale();
  const zones = zoneOptions();
  const day = (text: string) => {
    const parsed = parseDay(text);
    return parsed ? formatDay(parsed, locale) : text;
  };
  return (
    <TableScroll label={t('title')}>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <HeaderCell>{t('stage')}</HeaderCell>
            <HeaderCell>{t('days')}</HeaderCell>
            <HeaderCell>{t('timeZone')}</HeaderCell>
            <HeaderCell numeric>{t('meetingMinutes')}</HeaderCell>
            <HeaderCell>{t('usesTables')}</HeaderCell>
            {canEdit && (
              <HeaderCell>
                <span className="sr-only">{t('edit')}</span>
              </HeaderCell>
            )}
          </tr>
        </thead>
        <tbody>
          {PROGRAM_STAGES.map((stage, index) => {
            const found = stages.find((each) => each.stage === stage);
            const zone = stage === 'video_call' ? program.homeZone : program.venueZone;
            return (
              <tr key={stage}>
                <HeaderCell scope="row">
                  <span className="flex items-center gap-2.5 whitespace-nowrap">
                    <RampTile tone={String(index + 1) as RampTone} />
                    {names(stage)}
                  </span>
                </HeaderCell>
                {found ? (
                  <>
                    <Cell className="whitespace-nowrap tabular-nums">
                      {day(found.startsOn)}
                      {found.endsOn !== found.startsOn && ` – ${day(found.endsOn)}`}
                    </Cell>
                    <Cell>{found.timeZone}</Cell>
                    <Cell numeric>{t('minutes', { count: found.meetingMinutes })}</Cell>
                    <Cell>{found.usesTables ? t('usesTablesYes') : t('usesTablesNo')}</Cell>
                  </>
                ) : (
                  <Cell colSpan={4} className="text-ink-2">
                    {t('unset')}
                  </Cell>
                )}
                {canEdit && (
                  <Cell className="text-end">
                    <StageButton
                      slug={slug}
                      version={program.version}
                      stage={stage}
                      isSet={found !== undefined}
                      zones={zones}
                      initial={{
                        startsOn: found?.startsOn ?? '',
                        endsOn: found?.endsOn ?? '',
                        timeZone: found?.timeZone ?? zone,
                        meetingMinutes: String(found?.meetingMinutes ?? 25),
                        usesTables: found?.usesTables ?? stage === 'main_session',
                      }}
                    />
                  </Cell>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
