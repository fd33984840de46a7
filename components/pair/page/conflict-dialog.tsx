'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { formatDay, parseDay } from '@/lib/core/dates';
import { isLocale } from '@/lib/core/locale';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import {
  type Conflict,
  type EditedField,
  type NextStepValues,
  resolveConflict,
} from '@/lib/pair/rules/edits';

const LABELS = {
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  nextStepOwnerId: 'nextStepOwner',
  ownerId: 'owner',
} as const satisfies Record<EditedField, string>;

type Choice = 'mine' | 'theirs' | 'original';
type Props = {
  conflict: Conflict;
  personOf: (personId: string) => PersonName | null;
  busy: boolean;
  onClose: () => void;
  onResolve: (values: NextStepValues) => void;
};

/** Two people changed the same field: mine, theirs and what both had read, side by side, to choose from. */
export function ConflictDialog({ conflict, personOf, busy, onClose, onResolve }: Props) {
  const t = useTranslations('pair.page');
  const locale = useLocale();
  const [choices, setChoices] = useState<Partial<Record<EditedField, Choice>>>({});
  const textOf = (field: EditedField, value: string | null): string => {
    if (value === null || value === '') return t('conflict.empty');
    if (field === 'nextStep') return value;
    const person = field === 'nextStepOn' ? null : personOf(value);
    if (person) return shownName(person, locale);
    if (field !== 'nextStepOn') return t('conflict.somebody');
    const day = parseDay(value);
    return day && isLocale(locale) ? formatDay(day, locale) : value;
  };
  const isDecided = conflict.fields.every(({ field }) => choices[field]);
  const footer = (
    <CancelOrSave
      save={t('conflict.save')}
      cancel={t('conflict.back')}
      busy={busy}
      disabled={!isDecided}
      onCancel={onClose}
      onSave={() => onResolve(resolveConflict(conflict, choices))}
    />
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('conflict.title')}
      description={t('conflict.text')}
      footer={footer}
      locked={busy}
    >
      <div className="grid gap-6">
        {conflict.fields.map(({ field, mine, theirs, original }) => (
          <ChoiceGroup
            key={field}
            label={t(LABELS[field])}
            name={`conflict-${field}`}
            layout="column"
            value={choices[field] ?? ''}
            onChange={(event) => setChoices({ ...choices, [field]: event.target.value })}
            choices={[
              { value: 'mine', label: textOf(field, mine), hint: t('conflict.mine') },
              { value: 'theirs', label: textOf(field, theirs), hint: t('conflict.theirs') },
              { value: 'original', label: textOf(field, original), hint: t('conflict.original') },
            ]}
          />
        ))}
      </div>
    </Dialog>
  );
}
