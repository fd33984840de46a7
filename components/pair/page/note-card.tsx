'use client';

import { EllipsisVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { FormProblems } from '@/components/form/form-problems';
import { perform } from '@/components/form/perform';
import { useActionCall } from '@/components/form/use-action-call';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { editNoteAction } from '@/lib/pair/actions';
import type { NoteVisibility } from '@/lib/pair/schema';
import { type Side, VisibilityChoice } from './note-form';

type Note = {
  id: string;
  body: string;
  visibility: NoteVisibility;
  side: Side;
  version: number;
  mine: boolean;
};
type Props = { slug: string; pairId: string; note: Note; canEdit: boolean; meta: ReactNode };

/** One note; its writer edits it in place or puts it away, which can be undone. */
export function NoteCard({ slug, pairId, note, canEdit, meta }: Props) {
  const t = useTranslations('pair.note');
  const textOf = useFailureText();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const setArchived = async (archived: boolean, version: number): Promise<void> => {
    const result = await perform((key) =>
      editNoteAction(slug, { pairId, noteId: note.id, version, archived }, key),
    );
    if (!result.ok) return toast({ tone: 'danger', text: textOf(result) });
    if (archived) toast({ text: t('archived'), undo: () => setArchived(false, result.value.version) });
  };
  if (editing) return <NoteEditor {...{ slug, pairId, note }} onClose={() => setEditing(false)} />;
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

type EditorProps = { slug: string; pairId: string; note: Note; onClose: () => void };

function NoteEditor({ slug, pairId, note, onClose }: EditorProps) {
  const t = useTranslations('pair.note');
  const [body, setBody] = useState(note.body);
  const [visibility, setVisibility] = useState(note.visibility);
  const { run, isBusy, errors, failed } = useActionCall((input: object, key) =>
    editNoteAction(slug, input, key),
  );
  const save = async () => {
    const changes = {
      ...(body === note.body ? {} : { body }),
      ...(visibility === note.visibility ? {} : { visibility }),
    };
    if (Object.keys(changes).length === 0) return onClose();
    const result = await run({ pairId, noteId: note.id, version: note.version, ...changes });
    if (result.ok) onClose();
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormProblems errors={errorsElsewhere(errors, ['body'])} failed={failed} />
      <TextArea
        label={t('edit')}
        value={body}
        autoFocus
        maxLength={5000}
        error={errorAt(errors, 'body')}
        onChange={(event) => setBody(event.target.value)}
      />
      <VisibilityChoice side={note.side} value={visibility} onChange={setVisibility} />
      <div className="flex justify-end gap-2">
        <Button size="sm" disabled={isBusy} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" tone="primary" size="sm" busy={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
