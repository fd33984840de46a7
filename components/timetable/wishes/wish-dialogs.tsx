'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useFailureText } from '@/components/form/failure-words';
import { CancelOrSave } from '@/components/form/form-buttons';
import { useOperation } from '@/components/form/use-operation';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { setApart } from '@/lib/core/text';
import { timetableOperations } from '@/lib/timetable/operations';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { WORDS_TO_SAY } from './wish-view';

type Props = { item: WishItem; startupName: string; onClose: () => void };

/** What a side told the office by telephone or mail, entered as that side's wish. */
export function HeardDialog({ item, startupName, onClose }: Props) {
  const t = useTranslations('timetable-setup.wishes');
  const toast = useToast();
  const [side, setSide] = useState<'startup' | 'investor'>('investor');
  const [word, setWord] = useState<WishWord | null>(null);
  const { run, isBusy, errors, failed } = useOperation(timetableOperations.sayWish);
  const textOf = useFailureText();
  const isRefused = failed !== null || errors.length > 0;
  const save = async () => {
    if (!word) return;
    const answer = await run({ pairId: item.pair.id, said: word, side });
    if (!answer.ok) return;
    toast({ text: t('heard.done') });
    onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      locked={isBusy}
      title={t('heard.title')}
      description={`${startupName} × ${setApart(item.investor.name)}`}
      footer={<CancelOrSave busy={isBusy} disabled={!word} onCancel={onClose} onSave={save} />}
    >
      <div className="grid gap-5 pb-1">
        {isRefused && <ErrorNotice title={textOf({ errors, failed })} />}
        <ChoiceGroup
          label={t('heard.side')}
          name="side"
          layout="column"
          value={side}
          onChange={(event) => setSide(event.target.value as typeof side)}
          choices={[
            { value: 'investor', label: item.investor.name },
            { value: 'startup', label: startupName },
          ]}
        />
        <ChoiceGroup
          label={t('heard.word')}
          name="word"
          value={word ?? ''}
          onChange={(event) => setWord(event.target.value as WishWord)}
          choices={WORDS_TO_SAY.map((value) => ({ value, label: t(`word.${value}`) }))}
        />
        {word === 'no_thanks' && <p className="text-sm text-warn">{t('noThanks.text')}</p>}
      </div>
    </Dialog>
  );
}

type NoThanksProps = { pair: string; onClose: () => void; onConfirm: () => Promise<boolean> };

/** Asked once, because it is final; and said that nobody learns of it. */
export function NoThanksDialog({ pair, onClose, onConfirm }: NoThanksProps) {
  const t = useTranslations('timetable-setup.wishes.noThanks');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('title', { pair })}
      description={t('text')}
      confirmLabel={t('confirm')}
      tone="danger"
      onConfirm={onConfirm}
    />
  );
}
