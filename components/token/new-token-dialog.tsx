'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { TokenForm, type TokenProgram } from './token-form';

type Props = { programs: readonly TokenProgram[]; onClose: () => void };

/** First what it is for, then the key: once, with a button that copies it. */
export function NewTokenDialog({ programs, onClose }: Props) {
  const t = useTranslations('token');
  const [made, setMade] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={made ? t('madeTitle') : t('addTitle')} locked={made !== null}>
      {made ? (
        <MadeToken value={made} onClose={onClose} />
      ) : (
        <TokenForm programs={programs} onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
  );
}

function MadeToken({ value, onClose }: { value: string; onClose: () => void }) {
  const t = useTranslations('token');
  const common = useTranslations('common');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="grid gap-4 pb-5">
      <Notice tone="warn">{t('madeText')}</Notice>
      <TextInput label={t('key')} readOnly value={value} onFocus={(event) => event.target.select()} />
      <p aria-live="polite" className="sr-only">
        {isCopied ? common('copied') : ''}
      </p>
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={copy}>{isCopied ? common('copied') : common('copy')}</Button>
        <Button tone="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
