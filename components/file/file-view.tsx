'use client';

import { Download } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { contentPath } from '@/lib/file/operations';
import type { FileRecord } from '@/lib/file/schema';
import { PdfPages } from './pdf-pages';

/** A document or an image in front of the page it belongs to. Its script comes when the first one is opened. */
export function FileView({ file, onClose }: { file: FileRecord; onClose: () => void }) {
  const t = useTranslations('file');
  const { program = '' } = useParams<{ program: string }>();
  const path = contentPath(program, file.id);
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={<span className="[overflow-wrap:anywhere]">{file.name}</span>}
      footer={
        <a href={path} download={file.name} className={buttonClass()}>
          <Download aria-hidden="true" size={16} />
          {t('download')}
        </a>
      }
    >
      {file.mediaType === 'application/pdf' ? (
        <PdfPages path={path} />
      ) : (
        // biome-ignore lint/performance/noImgElement: whoever may see it is asked each time; nothing is kept or resized
        <img src={path} alt={file.name} className="mx-auto max-h-[70vh] max-w-full" />
      )}
    </Dialog>
  );
}
