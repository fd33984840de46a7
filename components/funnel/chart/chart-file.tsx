'use client';

import { Download } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import type { Drawing } from '@/lib/funnel/rules/chart/drawing';
import { type FileLabel, sheetOf, svgFile, textOf } from '@/lib/funnel/rules/chart/file';
import { fontsFor } from './file-fonts';
import { pngOf } from './file-png';

type Props = {
  drawing: Drawing;
  label: FileLabel;
  /** Without its ending. */
  fileName: string;
  words: Record<'save' | 'svg' | 'svgHint' | 'png' | 'pngHint' | 'failed', string>;
};

/** Saves a chart with its label as a file, made in the browser. */
export function ChartFile({ drawing, label, fileName, words }: Props) {
  const toast = useToast();
  const make = async (kind: 'svg' | 'png') => {
    try {
      const sheet = sheetOf(drawing, label);
      const file =
        kind === 'png'
          ? await pngOf(sheet)
          : new Blob([svgFile(drawing, label, await fontsFor(textOf(sheet)))], { type: 'image/svg+xml' });
      save(file, `${fileName}.${kind}`);
    } catch {
      toast({ text: words.failed, tone: 'danger' });
    }
  };
  return (
    <span className="no-print">
      <Menu
        place="end"
        trigger={
          <>
            <Download aria-hidden="true" size={16} />
            {words.save}
          </>
        }
        items={[
          { id: 'svg', label: words.svg, hint: words.svgHint, onSelect: () => void make('svg') },
          { id: 'png', label: words.png, hint: words.pngHint, onSelect: () => void make('png') },
        ]}
      />
    </span>
  );
}

/** Offers a file to the browser's own way of saving. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
