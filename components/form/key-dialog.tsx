'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';

type Words = { label: string; warning: string; kept: string };
type Props = {
  /** `add` and `made`: the titles before and after. */
  words: Words & { add: string; made: string };
  onClose: () => void;
  children: (onMade: (key: string) => void) => ReactNode;
};

/** A form that makes a key, and then the key: once, with a button that copies it. */
export function KeyDialog({ words: { add, made, ...words }, onClose, children }: Props) {
  const [key, setKey] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={key ? made : add} locked={key !== null}>
      {key ? <ShownOnce {...words} value={key} onClose={onClose} /> : children(setKey)}
    </Dialog>
  );
}

/** A key that nobody can read again, with a button that copies it. */
function ShownOnce({ label, warning, kept, value, onClose }: Words & { value: string; onClose: () => void }) {
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
