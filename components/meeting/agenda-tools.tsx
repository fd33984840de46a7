import { useTranslations } from 'next-intl';
import { FilterChips } from '@/components/ui/filter-chips';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import type { MeetingState } from '@/lib/meeting/rules';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { type AgendaView, agendaHref } from './agenda-address';
import { agendaChips, WHOLE_AGENDA } from './agenda-chips';
import { AgendaFilters } from './agenda-filters';

type Props = {
  slug: string;
  view: AgendaView;
  isNarrowed: boolean;
  asStartup: boolean;
  missing: boolean;
  /** Of the parties the agenda is narrowed to, where a meeting of theirs is listed. */
  names: { startup?: string | undefined; investor?: string | undefined };
};

/** By time or table, and filters. A startup's few meetings need none of it on a phone. */
export function AgendaTools({ slug, view, isNarrowed, asStartup, missing, names }: Props) {
  const t = useTranslations('meeting');
  const stage = useTranslations('pair.stageShort');
  return (
    <div className={`flex flex-wrap items-center gap-3 ${asStartup && !isNarrowed ? 'max-sm:hidden' : ''}`}>
      {!asStartup && (
        <SegmentedLinks
          label={t('by.label')}
          items={(['time', 'table'] as const).map((by) => ({
            href: agendaHref(slug, view, { by }),
            label: t(`by.${by}`),
            current: view.by === by,
          }))}
        />
      )}
      <AgendaFilters
        key={agendaHref(slug, view)}
        action={`/programs/${slug}/meetings`}
        view={view}
        stages={{
          video_call: stage('video_call'),
          pre_meeting: stage('pre_meeting'),
          main_session: stage('main_session'),
          follow_up: stage('follow_up'),
        }}
        missing={missing}
      />
      <FilterChips
        clear={agendaHref(slug, view, WHOLE_AGENDA)}
        chips={agendaChips(slug, view, {
          stage: (value) => stage(value as MeetingStage),
          state: (value) => t(`state.${value as MeetingState}`),
          missing: () => t('filter.missing'),
          startup: () => names.startup ?? t('filter.oneStartup'),
          investor: () => names.investor ?? t('filter.oneInvestor'),
        })}
      />
    </div>
  );
}
