'use client';

import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { MEETING_STATES } from '@/lib/meeting/rules';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import type { AgendaView } from './agenda-address';

type Props = {
  action: string;
  view: AgendaView;
  /** Words for stages, in the order of the pipeline. */
  stages: Record<(typeof MEETING_STAGES)[number], string>;
  /** Whether "without outcome" is offered. */
  missing: boolean;
};

/** Narrows the agenda at once; without script by its button. What it does not name it sends along. */
export function AgendaFilters({ action, view, stages, missing }: Props) {
  const t = useTranslations('meeting');
  const kept = {
    day: view.day,
    by: view.by === 'table' ? 'table' : null,
    startup: view.startup,
    investor: view.investor,
  };
  return (
    <Form
      action={action}
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
        options={MEETING_STAGES.map((value) => ({ value, label: stages[value] }))}
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
