import { getTranslations } from 'next-intl/server';
import { Panel } from '@/components/ui/panel';
import { formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { PairNote } from '@/lib/pair/schema/history';
import { NoteCard, NoteForm, type Side } from './note-forms';

type Props = {
  pairId: string;
  notes: readonly PairNote[];
  side: Side;
  canWrite: boolean;
  homeZone: string;
  locale: Locale;
};

/** What people wrote about the pair, as far as the viewer may read it. */
export async function Notes({ pairId, notes, side, canWrite, homeZone, locale }: Props) {
  const t = await getTranslations('pair.note');
  return (
    <Panel
      title={t('title')}
      look="plain"
      note={notes.length > 0 ? t('count', { count: notes.length }) : undefined}
    >
      {canWrite && <NoteForm pairId={pairId} side={side} />}
      {notes.length === 0 && <p className="text-ink-2">{t(canWrite ? 'none' : 'noneToRead')}</p>}
      <ul className="grid gap-4">
        {notes.map((note) => (
          <li key={note.id} className="border-b border-line pb-4 last:border-0">
            <NoteCard
              pairId={pairId}
              note={note}
              canEdit={canWrite}
              meta={
                <>
                  <span className="font-medium text-ink">
                    {note.by ? shownName(note.by, locale) : t('somebody')}
                  </span>
                  <span>{t(`side.${note.side}`)}</span>
                  <time dateTime={note.createdAt}>
                    {formatDateTime(new Date(note.createdAt), homeZone, locale)}
                  </time>
                  {note.editedAt && <span>{t('edited')}</span>}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
