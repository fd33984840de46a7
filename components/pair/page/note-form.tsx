'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useActionCall } from '@/components/form/use-action-call';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { addNoteAction } from '@/lib/pair/actions';
import type { NoteVisibility } from '@/lib/pair/schema';

export const VISIBILITIES = ['private', 'program', 'shared'] as const satisfies readonly NoteVisibility[];
/** Whose people write here: what each visibility means depends on it. */
export type Side = 'startup' | 'program';

/** A new note. Who will read it is said in words before it is saved. */
export function NoteForm({ slug, pairId, side }: { slug: string; pairId: string; side: Side }) {
  const t = useTranslations('pair.note');
  const toast = useToast();
  const [body, setBody] = useState('');
  const [visibility, setVisibility] = useState<NoteVisibility>('program');
  const { run, isBusy, errors, failed } = useActionCall((input: object, key) =>
    addNoteAction(slug, input, key),
  );
  const add = async () => {
    const result = await run({ pairId, body, visibility });
    if (!result.ok) return;
    setBody('');
    toast({ text: t('added') });
  };
  return (
    <form
      className="no-print grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <FormProblems errors={errorsElsewhere(errors, ['body'])} failed={failed} />
      <TextArea
        label={t('new')}
        value={body}
        rows={2}
        maxLength={5000}
        error={errorAt(errors, 'body')}
        onChange={(event) => setBody(event.target.value)}
      />
      {body.trim() !== '' && (
        <>
          <VisibilityChoice side={side} value={visibility} onChange={setVisibility} />
          <div className="flex justify-end">
            <Button type="submit" tone="primary" size="sm" busy={isBusy}>
              {t('add')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

type ChoiceProps = { side: Side; value: NoteVisibility; onChange: (value: NoteVisibility) => void };

export function VisibilityChoice({ side, value, onChange }: ChoiceProps) {
  const t = useTranslations('pair.note');
  return (
    <div className="grid gap-1.5">
      <SegmentedControl
        label={t('visibility')}
        name="visibility"
        value={value}
        items={VISIBILITIES.map((each) => ({ value: each, label: t(`is.${each}`) }))}
        onChange={(event) => onChange(VISIBILITIES.find((each) => each === event.target.value) ?? 'private')}
      />
      <p className="text-sm text-ink-2" aria-live="polite">
        {t(`means.${side}.${value}`)}
      </p>
    </div>
  );
}
