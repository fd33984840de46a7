'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { dayText } from '@/lib/core/dates';
import type { Reading } from '@/lib/core/merge';
import { nameIn, shownName } from '@/lib/core/shown-name';
import { pairOperations } from '@/lib/pair/operations';
import {
  choosableFor,
  editOf,
  type NextStepValues,
  nextStepValues,
  type OwnerField,
  ownersAmong,
  withoutEmptyStep,
} from '@/lib/pair/rules/edits';
import type { PairItem, PossibleOwner } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { useStepWords } from '../history/step-words';
import { usePairSteps } from '../history/use-pair-steps';
import { useMoveWords } from '../move/move-words';

type Props = {
  pair: Pick<PairItem, 'id' | 'version' | 'nextStep' | 'owner'>;
  owners: readonly PossibleOwner[];
  /** The officer in charge is the office's own business. */
  canAssign: boolean;
  /** What was typed elsewhere over an older reading of the pair. */
  typed?: { values: NextStepValues; over: Reading<NextStepValues> };
  onClose: () => void;
  onSaved?: (pair: PairItem) => void;
};

const LABELS = {
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  nextStepOwnerId: 'nextStepOwner',
  ownerId: 'owner',
} as const satisfies Record<keyof NextStepValues, string>;

/** What happens next, by when and by whom, and who is in charge of the pair. */
export function NextStepForm({ pair, owners, canAssign, typed, onClose, onSaved }: Props) {
  const t = useTranslations('pair.page');
  const locale = useLocale();
  const toast = useToast();
  const steps = usePairSteps();
  const { textOfEdit } = useStepWords();
  const before = useRef(nextStepValues(pair));
  const changed = useRef<(keyof NextStepValues)[]>([]);
  const form = useEdit({
    initial: nextStepValues(pair),
    version: pair.version,
    operation: pairOperations.editPair,
    input: (patch) => {
      changed.current = Object.keys(patch.changes) as (keyof NextStepValues)[];
      return editOf(pair.id, patch);
    },
    valuesOf: nextStepValues,
    unchanged: onClose,
    done: (saved) => {
      const edit = { pair: saved.pair, before: before.current, fields: changed.current };
      // Only the fields that were changed here go back; what others changed stays.
      const step = steps.edited(textOfEdit(edit.fields, [saved.pair]), [edit]);
      toast({ text: t('saved'), undo: () => steps.undo(step) });
      onSaved?.(saved.pair);
      onClose();
    },
    ...(typed ? { typed } : {}),
  });
  const { values, set } = form;
  const show = (field: string, value: unknown) => {
    const text = String(value);
    if (field === 'nextStep') return text;
    if (field === 'nextStepOn') return dayText(text, locale);
    const person = choosableFor(field as OwnerField, pair, owners).find(({ id }) => id === text);
    return person ? shownName(person, locale) : t('somebody');
  };
  const owner = (field: OwnerField) => (
    <Select
      label={t(LABELS[field])}
      value={values[field]}
      emptyLabel={t('nobody')}
      error={form.error(field)}
      options={choosableFor(field, pair, owners).map((person) => ({
        value: person.id,
        label: nameIn(person, locale),
      }))}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  return (
    <form
      {...form.props}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(withoutEmptyStep(values));
      }}
    >
      <FormProblems errors={form.problems} failed={form.failed} />
      <ConflictPanel form={form} label={(field) => t(LABELS[field as keyof NextStepValues])} show={show} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <TextInput
          label={t('nextStep')}
          name="nextStep"
          value={values.nextStep}
          maxLength={300}
          autoFocus
          error={form.error('nextStep')}
          onChange={(event) => set('nextStep', event.target.value)}
        />
        <DateInput
          label={t('nextStepOn')}
          name="nextStepOn"
          value={values.nextStepOn}
          error={form.error('nextStepOn')}
          onChange={(event) => set('nextStepOn', event.target.value)}
        />
        {owner('nextStepOwnerId')}
        {canAssign && owner('ownerId')}
      </div>
      <div className="flex justify-end gap-2">
        <CancelOrSave save={t('save')} busy={form.busy} onCancel={onClose} />
      </div>
    </form>
  );
}

type FormProps = Parameters<typeof NextStepForm>[0];
type NextStepDialogProps = Omit<FormProps, 'owners' | 'pair'> & {
  pair: PairItem;
  people: PairFacets['people'];
};

/** All that is edited of a pair in place, for a cell that somebody else changed too. */
export function NextStepDialog({ pair, people, ...form }: NextStepDialogProps) {
  const { pairName } = useMoveWords();
  return (
    <Dialog open onClose={form.onClose} title={pairName(pair)} size="lg">
      <div className="pb-5">
        <NextStepForm pair={pair} owners={ownersAmong(people, pair.startup.id)} {...form} />
      </div>
    </Dialog>
  );
}
