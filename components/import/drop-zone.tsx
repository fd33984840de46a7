'use client';

import { FileSpreadsheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { TextArea } from '@/components/ui/text-area';

const ACCEPTED = '.xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values';

type Props = { isBusy: boolean; onFile: (file: File) => void };

/** Takes a spreadsheet: chosen, dropped, or as cells that were copied in one. */
export function DropZone({ isBusy, onFile }: Props) {
  const t = useTranslations('import.start');
  const [typed, setTyped] = useState('');
  const take = (file: File | null | undefined) => {
    if (file && !isBusy) onFile(file);
  };
  const pasted = (text: string) => new File([text], t('pastedName'), { type: 'text/tab-separated-values' });
  const fileOf = useRef({ take, pasted });
  fileOf.current = { take, pasted };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, dialog')) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // A picture of the cells comes along with their text.
      if (/[\t\n]/.test(text)) fileOf.current.take(fileOf.current.pasted(text));
      else fileOf.current.take(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  return (
    <div className="grid gap-4">
      <FileDrop
        icon={<FileSpreadsheet aria-hidden="true" size={28} className="text-ink-2" />}
        words={{ drop: t('drop'), choose: t('choose'), limits: t('limits') }}
        accept={ACCEPTED}
        {...{ isBusy, onFile }}
      />
      <details>
        <summary className="cursor-pointer text-sm font-medium">{t('pasteTitle')}</summary>
        <div className="grid justify-items-start gap-3 pt-3">
          <TextArea
            className="w-full"
            label={t('paste')}
            hint={t('pasteHint')}
            rows={5}
            value={typed}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button disabled={typed.trim() === ''} busy={isBusy} onClick={() => take(pasted(typed))}>
            {t('read')}
          </Button>
        </div>
      </details>
    </div>
  );
}
