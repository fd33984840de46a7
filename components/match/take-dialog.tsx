'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { Dialog } from '@/components/ui/dialog';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import type { Suggestion } from '@/lib/match/schema';
import { timetableOperations } from '@/lib/timetable/operations';

type Props = { items: readonly Suggestion[]; onClose: () => void; onTaken: () => void };
type Word = 'like' | 'must';

/** A look at what would be wished for, before it is; nothing is booked by it. */
export function TakeDialog({ items, onClose, onTaken }: Props) {
  const t = useTranslations('match.take');
  const wish = useTranslations('match.wish');
  const locale = useLocale();
  const toast = useToast();
  const [word, setWord] = useState<Word>('like');
  const take = useOperation(timetableOperations.sayOwnWishes);
  const takeBack = useOperation(timetableOperations.sayOwnWishes, { tells: 'toast' });
  const save = async () => {
    const words = items.flatMap(({ pair, own }) =>
      own === 'no_thanks' ? [] : [{ pairId: pair.id, said: word, was: own }],
    );
    const answer = await take.run({ words });
    if (!answer.ok) return;
    const { changed, undo } = answer.value;
    toast({
      text: t('done', { count: changed }),
      undo: async () => {
        if ((await takeBack.run(undo)).ok) onTaken();
      },
    });
    onTaken();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      locked={take.isBusy}
      title={t('title', { count: items.length })}
      description={t('text')}
      footer={
        <CancelOrSave save={t('save')} busy={take.isBusy} onCancel={onClose} onSave={() => void save()} />
      }
    >
      <div className="grid gap-4 pb-4">
        <FormProblems errors={take.errors} failed={take.failed} />
        <SegmentedControl
          label={t('word')}
          name="word"
          value={word}
          onChange={(event) => setWord(event.target.value as Word)}
          items={(['like', 'must'] as const).map((value) => ({ value, label: wish(value) }))}
        />
        <ol className="grid gap-1">
          {items.map((item) => (
            <li key={item.pair.id} className="flex flex-wrap items-baseline gap-x-3">
              <span className="w-8 text-end font-bold tabular-nums">{item.score}</span>
              <span>
                {shownName(item.startup, locale)} × {item.investor.name}
              </span>
              {item.own && <span className="text-sm text-ink-2">{t('was', { word: wish(item.own) })}</span>}
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}
