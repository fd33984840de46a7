'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { dayText } from '@/lib/core/dates';
import { nameIn } from '@/lib/core/shown-name';
import type { NextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { useBulkEdit } from '../history/use-bulk-edit';
import { ChangeFrame, type ChangeProps } from './change-frame';
import { judgeEdit, planChange, valuesWith, type WantedValues } from './change-plan';

type Props = ChangeProps & { people: PairFacets['people']; show: (pair: PairItem) => void };

/** Puts one officer in charge of many pairs, or nobody. */
export function OwnerChange({ people, show, ...props }: Props) {
  const t = useTranslations('pair.pipeline.change');
  const [chosen, setChosen] = useState('');
  const { nameOf, options } = usePeople(people.filter(({ startupId }) => startupId === null));
  const [isNobody, ownerId] = [chosen === NOBODY, chosen === NOBODY ? '' : chosen];
  const wanted: WantedValues = chosen ? { ownerId } : {};
  const edit = useEdit({ people, show, ...props }, wanted, ({ ownerId }) => nameOf(ownerId));
  return (
    <ChangeFrame {...props} {...edit} kind="owner" isIncomplete={!isNobody && !ownerId} isUntouched={!chosen}>
      <Select
        label={t('toOwner')}
        required
        value={chosen}
        emptyLabel={t('choose')}
        options={options}
        onChange={(event) => setChosen(event.target.value)}
      />
    </ChangeFrame>
  );
}

/** Gives many pairs the same next step, its date, or the person for it; what is left empty stays as it is. */
export function NextStepChange({ people, show, ...props }: Props) {
  const t = useTranslations('pair.pipeline.change');
  const locale = useLocale();
  const [text, setText] = useState('');
  const [on, setOn] = useState('');
  const [owner, setOwner] = useState('');
  const [isCleared, setIsCleared] = useState(false);
  const { nameOf, options } = usePeople(people);
  const wanted: WantedValues = isCleared
    ? { nextStep: '' }
    : {
        ...(text.trim() ? { nextStep: text.trim() } : {}),
        ...(on ? { nextStepOn: on } : {}),
        ...(owner ? { nextStepOwnerId: owner === NOBODY ? '' : owner } : {}),
      };
  const written = ({ nextStep, nextStepOn, nextStepOwnerId }: NextStepValues) =>
    nextStep
      ? [nextStep, nextStepOn && dayText(nextStepOn, locale), nextStepOwnerId && nameOf(nextStepOwnerId)]
          .filter(Boolean)
          .join(' · ')
      : t('none');
  const edit = useEdit({ people, show, ...props }, wanted, written);
  return (
    <ChangeFrame {...props} {...edit} kind="nextStep" isUntouched={Object.keys(wanted).length === 0}>
      <div className="grid gap-4">
        <p className="text-sm text-ink-2">{t('leaveHint')}</p>
        <TextInput
          label={t('text')}
          value={text}
          maxLength={300}
          disabled={isCleared}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateInput
            label={t('on')}
            value={on}
            disabled={isCleared}
            onChange={(event) => setOn(event.target.value)}
          />
          <Select
            label={t('stepOwner')}
            value={owner}
            emptyLabel={t('leave')}
            options={options}
            disabled={isCleared}
            onChange={(event) => setOwner(event.target.value)}
          />
        </div>
        <label className="flex min-h-9 items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="ui-check"
            checked={isCleared}
            onChange={(event) => setIsCleared(event.target.checked)}
          />
          {t('clear')}
        </label>
      </div>
    </ChangeFrame>
  );
}

const NOBODY = 'nobody';

function usePeople(people: PairFacets['people']) {
  const t = useTranslations('pair.pipeline.change');
  const locale = useLocale();
  const byId = new Map(people.map((person) => [person.id, person]));
  const nameOf = (id: string) => {
    const person = byId.get(id);
    return person ? nameIn(person, locale) : t(id ? 'somebody' : 'nobody');
  };
  const options = [
    { value: NOBODY, label: t('nobody') },
    ...people.map((person) => ({ value: person.id, label: nameIn(person, locale) })),
  ];
  return { nameOf, options };
}

function useEdit(
  { pairs, people, show }: Pick<Props, 'pairs' | 'people' | 'show'>,
  wanted: WantedValues,
  written: (values: NextStepValues) => string,
) {
  const { editMany, progress } = useBulkEdit({ show });
  const plan = planChange(pairs, (pair) => judgeEdit(pair, wanted, people, written));
  const onSave = () => editMany(plan.changing.map((pair) => ({ pair, values: valuesWith(pair, wanted) })));
  return { plan, progress, onSave };
}
