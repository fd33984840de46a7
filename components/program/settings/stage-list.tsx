import { useLocale, useTranslations } from 'next-intl';
import { RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { dayText } from '@/lib/core/dates';
import { PROGRAM_STAGES } from '@/lib/program/schema';
import type { ProgramSettings, StageSetting } from '@/lib/program/schema/settings';
import { zoneOptions } from '../zone-options';
import { StageButton } from './stage-button';

type Props = { settings: ProgramSettings; canEdit: boolean };

/** The four stages in order, each with its dates, clock and meetings; the ones without dates say so. */
export function StageList({ settings: { program, stages }, canEdit }: Props) {
  const t = useTranslations('program.stages');
  const names = useTranslations('pair.stage');
  const zones = canEdit ? zoneOptions() : [];
  return (
    <ol aria-label={t('title')} className="max-w-4xl divide-y divide-line border-y border-line">
      {PROGRAM_STAGES.map((stage, index) => {
        const found = stages.find((each) => each.stage === stage);
        const zone = stage === 'video_call' ? program.homeZone : program.venueZone;
        return (
          <li key={stage} className="flex items-center gap-4 py-3">
            <RampTile tone={String(index + 1) as RampTone} />
            <div className="grid min-w-0 flex-1 items-baseline gap-x-6 gap-y-0.5 sm:grid-cols-[10rem_16rem_1fr]">
              <span className="font-medium">{names(stage)}</span>
              {found ? <StageFacts stage={found} /> : <span className="text-ink-2">{t('unset')}</span>}
            </div>
            {canEdit && <StageButton version={program.version} stage={stage} {...{ stages, zones, zone }} />}
          </li>
        );
      })}
    </ol>
  );
}

function StageFacts({ stage }: { stage: StageSetting }) {
  const t = useTranslations('program.stages');
  const locale = useLocale();
  const days = [...new Set([stage.startsOn, stage.endsOn])].map((text) => dayText(text, locale));
  return (
    <>
      <span className="tabular-nums">{days.join(' – ')}</span>
      <span className="text-ink-2">
        {[
          stage.timeZone,
          t('minutes', { count: stage.meetingMinutes }),
          stage.usesTables ? t('usesTablesYes') : t('usesTablesNo'),
          ...(stage.targetDays === null ? [] : [t('target', { count: stage.targetDays })]),
        ].join(' · ')}
      </span>
    </>
  );
}
