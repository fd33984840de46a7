'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { setApart } from '@/lib/core/text';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { refusalOf, sendWord } from './wish-requests';
import { WORDS_TO_SAY } from './wish-view';

type Props = { slug: string; item: WishItem; startupName: string; onClose: () => void; onSaid: () => void };

/** What a side told the office by telephone or mail, written down as that side's word. */
export function HeardDialog({ slug, item, startupName, onClose, onSaid }: Props) {
  const t = useTranslations('timetable-setup.wishes');
  const common = useTranslations('common');
  const toast = useToast();
  const [side, setSide] = useState<'startup' | 'investor'>('investor');
  const [word, setWord] = useState<WishWord | null>(null);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const save = async () => {
    if (!word) return;
    setBusy(true);
    const refused = refusalOf(await sendWord(slug, item.pair.id, word, side), t('offline'));
    setBusy(false);
    setReason(refused);
    if (refused !== null) return;
    toast({ text: t('heard.done') });
    onSaid();
    onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      locked={busy}
      title={t('heard.title')}
      description={`${startupName} × ${setApart(item.investor.name)}`}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            {common('cancel')}
          </Button>
          <Button tone="primary" busy={busy} disabled={!word} onClick={() => void save()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 pb-1">
        {reason && <ErrorNotice title={reason} />}
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
