'use client';

import { FileArchive, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

/** Takes the archive of a program: chosen, or dropped. */
export function ArchiveChooser({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('archive');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => file && onFile(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever drags nothing
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
      <FileArchive aria-hidden="true" size={28} className="text-ink-2" />
      <p className="font-medium">{t('drop')}</p>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button
        tone="primary"
        icon={<FileUp aria-hidden="true" size={18} />}
        onClick={() => input.current?.click()}
      >
        {t('choose')}
      </Button>
      <p className="max-w-prose text-sm text-ink-2">{t('limits')}</p>
    </div>
  );
}
