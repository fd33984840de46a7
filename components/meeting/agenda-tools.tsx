'use client';

import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { type FilterChipLink, FilterChips } from '@/components/ui/filter-chips';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { MEETING_STATES, type MeetingState } from '@/lib/meeting/rules';
import { MEETING_STAGES, type MeetingStage } from '@/lib/pair/rules/stages';
import { type AgendaView, agendaHref } from './agenda-address';

type Props = {
  slug: string;
  view: AgendaView;
  isNarrowed: boolean;
  asStartup: boolean;
  /** Whether "without outcome" is offered. */
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
      <AgendaFilters key={agendaHref(slug, view)} {...{ slug, view, missing }} />
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

/** Narrows the agenda at once; without script by its button. What it does not name it sends along. */
function AgendaFilters({ slug, view, missing }: Pick<Props, 'slug' | 'view' | 'missing'>) {
  const t = useTranslations('meeting');
  const stage = useTranslations('pair.stageShort');
  const kept = {
    day: view.day,
    by: view.by === 'table' ? 'table' : null,
    startup: view.startup,
    investor: view.investor,
  };
  return (
    <Form
      action={`/programs/${slug}/meetings`}
      className="flex flex-wrap items-center gap-3"
      onChange={(event) => event.currentTarget.requestSubmit()}
    >
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Select
        label={t('filter.stage')}
        labelHidden
        name="stage"
        className="w-36"
        defaultValue={view.stage ?? ''}
        emptyLabel={t('filter.allStages')}
        options={MEETING_STAGES.map((value) => ({ value, label: stage(value) }))}
      />
      <Select
        label={t('filter.state')}
        labelHidden
        name="state"
        className="w-32"
        defaultValue={view.state ?? ''}
        emptyLabel={t('filter.allStates')}
        options={MEETING_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      {missing && (
        <Checkbox label={t('filter.missing')} name="missing" value="1" defaultChecked={view.missing} />
      )}
      <span className="sr-only">
        <button type="submit" tabIndex={-1}>
          {t('filter.apply')}
        </button>
      </span>
    </Form>
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
