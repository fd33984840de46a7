'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { errorAt, errorsElsewhere, useOperation } from '@/components/form/use-operation';
import { DateInput } from '@/components/ui/date-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { type NamedPerson, nameIn } from '@/lib/core/shown-name';
import { pairOperations } from '@/lib/pair/operations';
import {
  type Conflict,
  changesOf,
  conflictOf,
  type NextStepValues,
  withoutEmptyStep,
} from '@/lib/pair/rules/edits';
import { ConflictDialog } from './conflict-dialog';

type Props = {
  pairId: string;
  version: number;
  values: NextStepValues;
  /** Who may own the step, and who may own the pair; the second is the office's business. */
  stepOwners: readonly NamedPerson[];
  pairOwners: readonly NamedPerson[] | null;
  onClose: () => void;
};

/**
 * Starts from what the reader saw when the form was opened and sends only what was changed: other people's other fields
 * merge, the same field is asked about.
 */
export function NextStepForm({ pairId, version, values, stepOwners, pairOwners, onClose }: Props) {
  const t = useTranslations('pair.page');
  const locale = useLocale();
  const toast = useToast();
  const [start] = useState({ version, values });
  const [draft, setDraft] = useState(values);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { run, isBusy, errors, failed } = useOperation(pairOperations.editPair);
  const set = (change: Partial<NextStepValues>) => setDraft((before) => ({ ...before, ...change }));

  const send = async (wanted: NextStepValues, read: { version: number; values: NextStepValues }) => {
    const mine = withoutEmptyStep(wanted);
    const changes = changesOf(mine, read.values);
    if (Object.keys(changes).length === 0) return onClose();
    const result = await run({ pairId, version: read.version, changes, base: read.values });
    if (result.ok) {
      toast({ text: t('saved') });
      return onClose();
    }
    setConflict(conflictOf(result.current, mine, read.values));
  };
  const owner = (field: 'nextStepOwnerId' | 'ownerId', owners: readonly NamedPerson[], label: string) => (
    <Select
      label={label}
      value={draft[field] ?? ''}
      emptyLabel={t('nobody')}
      error={errorAt(errors, field)}
      options={owners.map((person) => ({ value: person.id, label: nameIn(person, locale) }))}
      onChange={(event) => set({ [field]: event.target.value || null })}
    />
  );
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send(draft, start);
      }}
    >
      {!conflict && <FormProblems errors={errorsElsewhere(errors, FIELDS)} failed={failed} />}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <TextInput
          label={t('nextStep')}
          value={draft.nextStep ?? ''}
          maxLength={300}
          autoFocus
          error={errorAt(errors, 'nextStep')}
          onChange={(event) => set({ nextStep: event.target.value || null })}
        />
        <DateInput
          label={t('nextStepOn')}
          value={draft.nextStepOn ?? ''}
          error={errorAt(errors, 'nextStepOn')}
          onChange={(event) => set({ nextStepOn: event.target.value || null })}
        />
        {owner('nextStepOwnerId', stepOwners, t('nextStepOwner'))}
        {pairOwners && owner('ownerId', pairOwners, t('owner'))}
      </div>
      <div className="flex justify-end gap-2">
        <CancelOrSave save={t('save')} busy={isBusy} onCancel={onClose} />
      </div>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          personOf={(id) => [...stepOwners, ...(pairOwners ?? [])].find((each) => each.id === id) ?? null}
          busy={isBusy}
          onClose={() => setConflict(null)}
          onResolve={(resolved) => {
            setDraft(resolved);
            void send(resolved, conflict.theirs);
          }}
        />
      )}
    </form>
  );
}

const FIELDS = ['nextStep', 'nextStepOn', 'nextStepOwnerId', 'ownerId'];
