import { useTranslations } from 'next-intl';
import { type FilterChipLink, FilterChips } from '@/components/ui/filter-chips';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import type { MeetingState } from '@/lib/meeting/rules';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { type AgendaView, agendaHref } from './agenda-address';
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

/** Nothing that narrows an agenda; its day and its order stay. */
export const WHOLE_AGENDA = {
  stage: null,
  state: null,
  missing: false,
  startup: null,
  investor: null,
} as const satisfies Partial<AgendaView>;

type Narrowing = keyof typeof WHOLE_AGENDA;
type AgendaWords = { [key in Narrowing]: (value: string) => string };

/** What narrows an agenda, each with the address without it. */
export function agendaChips(slug: string, view: AgendaView, words: AgendaWords): FilterChipLink[] {
  return (Object.keys(WHOLE_AGENDA) as Narrowing[]).flatMap((key) => {
    const value = view[key];
    if (!value) return [];
    const href = agendaHref(slug, view, { [key]: WHOLE_AGENDA[key] });
    return [{ key, label: words[key](String(value)), href }];
  });
}
