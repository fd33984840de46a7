'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { formatNumber } from '@/lib/core/dates';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { Change } from '@/lib/timetable/schema';
import type { RepairAnswer } from '@/lib/timetable/schema/questions';
import { DifferenceList } from '../compare/difference-words';
import {
  type ChangeChoices,
  ChangeForm,
  type ChangeKind,
  SOLVER_PATIENCE,
  SolverProblem,
} from './change-form';

const KINDS: readonly ChangeKind[] = ['party_leaves', 'party_away', 'table_lost', 'slot_lost'];

type Props = { slug: string; stage: MeetingStage; choices: ChangeChoices };

/** Something has happened: ways to go on, from the one that moves the fewest to the one that is worth the most. */
export function RepairScreen({ slug, stage, choices }: Props) {
  const t = useTranslations('timetable-grid.repair');
  const router = useRouter();
  const toast = useToast();
  const asking = useOperation(timetableOperations.askRepair, {
    refreshes: 'never',
    patience: SOLVER_PATIENCE,
  });
  const taking = useOperation(timetableOperations.takeRepair, {
    refreshes: 'never',
    patience: SOLVER_PATIENCE,
  });
  const [found, setFound] = useState<{ change: Change; answer: RepairAnswer } | null>(null);
  const [option, setOption] = useState<number | null>(null);
  const busy = asking.isBusy || taking.isBusy;
  const look = async (change: Change) => {
    taking.forget();
    const answer = await asking.run({ stage, change });
    if (!answer.ok) return;
    setFound({ change, answer: answer.value });
    setOption(answer.value.options[0]?.option ?? null);
  };
  const take = async () => {
    if (!found || option === null) return;
    const { change, answer } = found;
    const taken = await taking.run({ stage, change, option, basedOn: answer.basedOn });
    if (!taken.ok) return;
    toast({ text: t('taken') });
    router.push(`/programs/${slug}/timetable/${taken.value.timetableId}`);
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <ChangeForm
        {...{ choices, busy }}
        kinds={KINDS.filter((kind) => kind !== 'table_lost' || choices.tables.length > 0)}
        label={t('what')}
        submit={t('look')}
        onSubmit={(change) => void look(change)}
      />
      <SolverProblem title={t('failed')} {...asking} />
      <SolverProblem title={t('failed')} {...taking} />
      {found && (
        <section aria-label={t('options')} className="grid gap-4 border-t border-line pt-4">
          <p aria-live="polite" className="font-bold">
            {t('hit', { count: found.answer.hit.length })}
          </p>
          <RepairOptions answer={found.answer} choices={choices} chosen={option} onChoose={setOption} />
          {found.answer.options.length > 0 && (
            <div className="flex flex-wrap items-center gap-3">
              <Button tone="primary" busy={busy} onClick={() => void take()}>
                {t('take')}
              </Button>
              <p className="text-sm text-ink-2">{t('takeHint')}</p>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

type OptionsProps = {
  answer: RepairAnswer;
  choices: ChangeChoices;
  chosen: number | null;
  onChoose: (option: number) => void;
};

/** One line a way to go on: how many it moves, and what it is worth. */
function RepairOptions({ answer, choices, chosen, onChoose }: OptionsProps) {
  const t = useTranslations('timetable-grid.repair');
  if (answer.options.length === 0) return <p>{t('none')}</p>;
  const n = (value: number) => formatNumber(value);
  return (
    <fieldset className="grid max-w-3xl gap-0">
      <legend className="sr-only">{t('options')}</legend>
      {answer.options.map((option) => (
        <div key={option.option} className="grid gap-1 border-t border-line py-2">
          <label className="flex min-h-8 cursor-pointer items-start gap-3 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="option"
              className="mt-1 size-4 accent-action"
              checked={option.option === chosen}
              onChange={() => onChoose(option.option)}
            />
            <span className="grid min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <b>{t('moves', { moved: option.moved, of: n(option.ofMeetings) })}</b>
                {option.provedMinimal && <Badge tone="done">{t('minimal')}</Badge>}
              </span>
              <span className="text-sm text-ink-2 tabular-nums">
                {t('worth', {
                  cancelled: option.cancelled,
                  added: option.added,
                  placed: n(option.placed),
                  weight: n(option.weight),
                })}
              </span>
            </span>
          </label>
          <details className="ps-7">
            <summary className="text-sm text-ink-2 pointer-coarse:min-h-11">
              {t('each', { count: option.items.length })}
            </summary>
            <DifferenceList
              items={option.items}
              slots={choices.slots}
              tables={choices.tables}
              setup={choices.setup}
            />
          </details>
        </div>
      ))}
    </fieldset>
  );
}
