'use client';

import { EllipsisVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { errorAt, errorsElsewhere, useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { pairOperations } from '@/lib/pair/operations';
import { type NoteVisibility, VISIBILITIES } from '@/lib/pair/rules/stages';
import type { PairNote } from '@/lib/pair/schema/history';

/** Whose people write here: what each visibility means depends on it. */
export type AuthorSide = 'startup' | 'program';

/** A new note. Who will read it is said in words before it is saved. */
export function NoteForm({ pairId, side }: { pairId: string; side: AuthorSide }) {
  const t = useTranslations('pair.note');
  const toast = useToast();
  const [body, setBody] = useState('');
  const [visibility, setVisibility] = useState<NoteVisibility>('program');
  const { run, isBusy, errors, failed } = useOperation(pairOperations.addNote);
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

type Note = Pick<PairNote, 'id' | 'body' | 'visibility' | 'side' | 'version' | 'mine'>;
type Props = { pairId: string; note: Note; canEdit: boolean; meta: ReactNode };

/** One note; its writer edits it in place or puts it away, which can be undone. */
export function NoteCard({ pairId, note, canEdit, meta }: Props) {
  const t = useTranslations('pair.note');
  const toast = useToast();
  const { run } = useOperation(pairOperations.editNote, { tells: 'toast' });
  const [editing, setEditing] = useState(false);
  const setArchived = async (archived: boolean, version: number): Promise<void> => {
    const result = await run({ pairId, noteId: note.id, version, archived });
    if (result.ok && archived)
      toast({ text: t('archived'), undo: () => setArchived(false, result.value.version) });
  };
  if (editing) return <NoteEditor {...{ pairId, note }} onClose={() => setEditing(false)} />;
  return (
    <article className="grid gap-1.5">
      <header className="flex items-start justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
          {meta}
          <Badge tone={note.visibility === 'shared' ? 'info' : 'outline'}>{t(`is.${note.visibility}`)}</Badge>
        </div>
        {note.mine && canEdit && (
          <span className="no-print">
            <Menu
              place="end"
              tone="quiet"
              label={t('options')}
              trigger={<EllipsisVertical aria-hidden="true" size={16} />}
              items={[
                { id: 'edit', label: t('edit'), onSelect: () => setEditing(true) },
                { id: 'archive', label: t('archive'), onSelect: () => void setArchived(true, note.version) },
              ]}
            />
          </span>
        )}
      </header>
      <p className="whitespace-pre-wrap">{note.body}</p>
    </article>
  );
}

type NoteChanges = Partial<Pick<Note, 'body' | 'visibility'>>;
type EditorProps = { pairId: string; note: Note; onClose: () => void };

function NoteEditor({ pairId, note, onClose }: EditorProps) {
  const t = useTranslations('pair.note');
  const form = useEdit({
    initial: { body: note.body, visibility: note.visibility as string },
    version: note.version,
    operation: pairOperations.editNote,
    input: ({ version, changes }) => ({ pairId, noteId: note.id, version, ...(changes as NoteChanges) }),
    done: onClose,
    unchanged: onClose,
  });
  const { values, set } = form;
  return (
    <form {...form.props} className="grid gap-3">
      <FormProblems errors={form.problems} failed={form.failed} />
      <ConflictPanel
        form={form}
        label={(field) => t(field === 'body' ? 'body' : 'visibility')}
        show={(field, value) => (field === 'body' ? String(value) : t(`is.${value as NoteVisibility}`))}
      />
      <TextArea
        label={t('edit')}
        name="body"
        value={values.body}
        autoFocus
        maxLength={5000}
        error={form.error('body')}
        onChange={(event) => set('body', event.target.value)}
      />
      <VisibilityChoice
        side={note.side}
        value={values.visibility as NoteVisibility}
        onChange={(visibility) => set('visibility', visibility)}
      />
      <div className="flex justify-end gap-2">
        <CancelOrSave size="sm" save={t('save')} busy={form.busy} onCancel={onClose} />
      </div>
    </form>
  );
}

type ChoiceProps = { side: AuthorSide; value: NoteVisibility; onChange: (value: NoteVisibility) => void };

function VisibilityChoice({ side, value, onChange }: ChoiceProps) {
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
