'use client';

import { FileSpreadsheet, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { TextArea } from '@/components/ui/text-area';

const ACCEPTED = '.xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values';

type Props = { isBusy: boolean; onFile: (file: File) => void };

/** Takes a spreadsheet: chosen, dropped, or as cells that were copied in one. */
export function DropZone({ isBusy, onFile }: Props) {
  const t = useTranslations('import.start');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
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
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0]);
    // The same file can be chosen again once it was corrected.
    event.target.value = '';
  };
  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever drags nothing */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'grid justify-items-center gap-3 rounded-lg border-2 border-dashed px-4 py-8 text-center',
          isOver ? 'border-action bg-action-soft' : 'border-line-2',
        )}
      >
        <FileSpreadsheet aria-hidden="true" size={28} className="text-ink-2" />
        <p className="font-medium">{t('drop')}</p>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          aria-label={t('choose')}
          tabIndex={-1}
          className="sr-only"
          onChange={choose}
        />
        <Button
          tone="primary"
          busy={isBusy}
          icon={<FileUp aria-hidden="true" size={18} />}
          onClick={() => input.current?.click()}
        >
          {t('choose')}
        </Button>
        <p className="max-w-prose text-sm text-ink-2">{t('limits')}</p>
      </div>
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
