'use client';

import { File, FileImage, FileText } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { late } from '@/components/ui/late';
import { contentPath } from '@/lib/file/operations';
import type { FileRecord } from '@/lib/file/schema';

const View = late(() => import('./file-view').then((file) => file.FileView));

/** What the page can show by itself; everything else is downloaded. */
function isShown({ mediaType }: FileRecord): boolean {
  return mediaType === 'application/pdf' || mediaType.startsWith('image/');
}

/** The name of a file: opens it where the page can show it, else downloads it. */
export function FileName({ file }: { file: FileRecord }) {
  const t = useTranslations('file');
  const { program = '' } = useParams<{ program: string }>();
  const [isOpen, setOpen] = useState(false);
  const Icon = file.mediaType.startsWith('image/')
    ? FileImage
    : file.mediaType.endsWith('pdf')
      ? FileText
      : File;
  const look = 'ui-link inline-flex min-w-0 items-baseline gap-1.5 text-start [overflow-wrap:anywhere]';
  const inside = (
    <>
      <Icon aria-hidden="true" size={16} className="shrink-0 self-center text-ink-2" />
      {file.name}
    </>
  );
  const close = () => setOpen(false);
  return isShown(file) ? (
    <>
      <button type="button" className={look} title={t('view')} onClick={() => setOpen(true)}>
        {inside}
      </button>
      {isOpen && <View file={file} onClose={close} />}
    </>
  ) : (
    <a href={contentPath(program, file.id)} download={file.name} className={look} title={t('download')}>
      {inside}
    </a>
  );
}
