'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { readPdf } from './pdf-reader';

/** A PDF, one page at a time; arrow keys turn the pages. Its text is there for whoever does not see it. */
export function PdfPages({ path }: { path: string }) {
  const t = useTranslations('file.pdf');
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const [page, setPage] = useState(1);

  useEffect(() => {
    let isGone = false;
    const task = readPdf(path);
    task
      .then(({ promise }) => promise)
      .then((opened) => !isGone && setDocument(opened))
      .catch(() => !isGone && setUnreadable(true));
    return () => {
      isGone = true;
      void task.then((each) => each.destroy()).catch(() => undefined);
    };
  }, [path]);

  if (isUnreadable) return <p role="alert">{t('unreadable')}</p>;
  if (!document) return <p role="status">{t('opening')}</p>;
  const pages = document.numPages;
  const turn = (by: number) => setPage((at) => Math.min(Math.max(at + by, 1), pages));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight' || key === 'PageDown') turn(1);
    if (key === 'ArrowLeft' || key === 'PageUp') turn(-1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do the same; keys reach them all
    <div className="grid gap-2" onKeyDown={onKeyDown}>
      <PdfPage document={document} page={page} label={t('page', { page, pages })} onFailed={setUnreadable} />
      <div className="flex items-center justify-center gap-2">
        <IconButton
          label={t('previous')}
          icon={<ChevronLeft aria-hidden="true" size={20} />}
          tip="above"
          aria-disabled={page === 1}
          onClick={() => turn(-1)}
        />
        <span className="min-w-24 text-center text-sm text-ink-2 tabular-nums" aria-live="polite">
          {t('of', { page, pages })}
        </span>
        <IconButton
          label={t('next')}
          icon={<ChevronRight aria-hidden="true" size={20} />}
          tip="above"
          aria-disabled={page === pages}
          onClick={() => turn(1)}
        />
      </div>
    </div>
  );
}

type PageProps = {
  document: PDFDocumentProxy;
  page: number;
  label: string;
  onFailed: (isUnreadable: true) => void;
};

/** One page, as wide as there is room for, drawn for the pixels of the screen. */
function PdfPage({ document, page, label, onFailed }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const [opened, node] = [await document.getPage(page), canvas.current];
      if (isGone || !node) return;
      const { width } = opened.getViewport({ scale: 1 });
      const room = node.parentElement?.clientWidth ?? width;
      const viewport = opened.getViewport({ scale: (room / width) * Math.min(window.devicePixelRatio, 2) });
      node.width = Math.floor(viewport.width);
      node.height = Math.floor(viewport.height);
      const { items } = await opened.getTextContent();
      if (isGone) return;
      setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      drawing = opened.render({ canvas: node, viewport });
      await drawing.promise;
    };
    let drawing: { promise: Promise<void>; cancel: () => void } | null = null;
    draw().catch(() => !isGone && onFailed(true));
    return () => {
      isGone = true;
      drawing?.cancel();
    };
  }, [document, page, onFailed]);
  return (
    <figure aria-label={label} className="m-0">
      <canvas ref={canvas} className="w-full border border-line bg-white" />
      <figcaption className="sr-only">{text}</figcaption>
    </figure>
  );
}
