'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';

type Props = { label: string; warning: string; kept: string; value: string; onClose: () => void };

/** A key that nobody can read again, with a button that copies it. */
export function ShownOnce({ label, warning, kept, value, onClose }: Props) {
  const t = useTranslations('common');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="grid gap-4 pb-5">
      <Notice tone="warn">{warning}</Notice>
      <TextInput label={label} readOnly value={value} onFocus={(event) => event.target.select()} />
      <p aria-live="polite" className="sr-only">
        {isCopied ? t('copied') : ''}
      </p>
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={copy}>{isCopied ? t('copied') : t('copy')}</Button>
        <Button tone="primary" onClick={onClose}>
          {kept}
        </Button>
      </div>
    </div>
  );
}
