'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { formatNumber } from '@/lib/core/dates';
import { timetableOperations } from '@/lib/timetable/operations';
import type { WhatIf } from '@/lib/timetable/schema/questions';
import { FiguresTable } from '../figures';
import {
  type ChangeChoices,
  ChangeForm,
  type ChangeKind,
  SOLVER_PATIENCE,
  SolverProblem,
} from './change-form';

const KINDS: readonly ChangeKind[] = ['slot_added', 'table_lost', 'party_leaves', 'party_away', 'slot_lost'];

type Props = { timetableId: string; choices: ChangeChoices };

/** What a change would come to, in figures; nothing is written. */
export function WhatIfScreen({ timetableId, choices }: Props) {
  const t = useTranslations('timetable-grid.whatIf');
  const figures = useTranslations('timetable-grid.figures');
  const asking = useOperation(timetableOperations.askWhatIf, {
    refreshes: 'never',
    patience: SOLVER_PATIENCE,
  });
  const [found, setFound] = useState<WhatIf | null>(null);
  return (
    <div className="grid grid-cols-1 gap-6">
      <ChangeForm
        choices={choices}
        busy={asking.isBusy}
        kinds={KINDS.filter((kind) => kind !== 'table_lost' || choices.tables.length > 0)}
        label={t('what')}
        submit={t('work')}
        onSubmit={async (change) => {
          const answer = await asking.run({ timetableId, change });
          if (answer.ok) setFound(answer.value);
        }}
      />
      <SolverProblem title={t('failed')} {...asking} />
      {found && (
        <section aria-label={t('answer')} className="grid gap-3 border-t border-line pt-4">
          <p aria-live="polite" className="font-bold">
            {t('says', {
              placed: signed(found.then.placed - found.now.placed),
              weight: signed(found.then.weight - found.now.weight),
            })}
          </p>
          <FiguresTable
            caption={t('answer')}
            columns={[
              { label: t('now'), figures: found.now },
              { label: t('then'), figures: found.then },
            ]}
          />
          <p className="text-sm text-ink-2">
            {found.then.wishes === 0
              ? figures('nothing')
              : t(found.proof.proved ? 'proved' : 'bounded', { bound: formatNumber(found.proof.bound) })}
          </p>
        </section>
      )}
    </div>
  );
}

function signed(n: number): string {
  if (n === 0) return '±0';
  return n > 0 ? `+${formatNumber(n)}` : `−${formatNumber(-n)}`;
}
