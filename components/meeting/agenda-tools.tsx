import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { type AgendaView, agendaHref } from './agenda-address';
import { AgendaFilters } from './agenda-filters';

type Props = { slug: string; view: AgendaView; isNarrowed: boolean; asStartup: boolean; missing: boolean };

const WHOLE = { stage: null, state: null, missing: false, startup: null, investor: null } as const;

/** By time or table, and filters. A startup's few meetings need none of it on a phone. */
export function AgendaTools({ slug, view, isNarrowed, asStartup, missing }: Props) {
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
      {isNarrowed && (
        <LinkButton size="sm" tone="quiet" href={agendaHref(slug, view, WHOLE)}>
          {t('filter.reset')}
        </LinkButton>
      )}
    </div>
  );
}
