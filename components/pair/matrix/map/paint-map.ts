import { type RefObject, useEffect, useState } from 'react';
import { CELL_WIDTH } from '@/lib/pair/rules/cells';
import type { Look } from '../cell-look';
import type { Range, Scroll, Size } from './map-geometry';

type Palette = ReadonlyMap<string, { fill: string; ink: string }>;

/** Colours as the theme in force resolves them, read from tiles of each tone. */
function readPalette(tiles: Iterable<HTMLElement>): Palette {
  const palette = new Map<string, { fill: string; ink: string }>();
  for (const tile of tiles) {
    const { backgroundColor, color } = getComputedStyle(tile);
    palette.set(tile.dataset.tone ?? '', { fill: backgroundColor, ink: color });
  }
  return palette;
}

type Picture = {
  codes: readonly string[];
  rows: readonly number[];
  columns: readonly number[];
  look: (codes: string, column: number) => Look;
  palette: Palette;
  square: Size;
  scroll: Scroll;
  rowRange: Range;
  columnRange: Range;
};

/** Paints the squares in sight; closed ones as outlines, held ones barred, an underline where there is money. */
export function paintMap(canvas: HTMLCanvasElement, picture: Picture): void {
  const { codes, rows, columns, look, palette, square, scroll, rowRange, columnRange } = picture;
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = canvas;
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  const gap = Math.min(square.width, square.height) >= 5 ? 1 : 0;
  for (let row = rowRange.first; row <= rowRange.last; row += 1) {
    const line = codes[rows[row] ?? -1] ?? '';
    const top = row * square.height - scroll.top;
    for (let place = columnRange.first; place <= columnRange.last; place += 1) {
      const column = columns[place] ?? -1;
      if (column < 0 || line.length < (column + 1) * CELL_WIDTH) continue;
      const { tone, money, outside } = look(line, column);
      const colour = palette.get(tone);
      if (!colour) continue;
      const left = place * square.width - scroll.left;
      const [width, height] = [square.width - gap, square.height - gap];
      pen.globalAlpha = outside ? 0.2 : tone === 'closed' ? 0.35 : 1;
      pen.fillStyle = tone === 'closed' || tone === 'held' ? colour.ink : colour.fill;
      if (tone === 'closed' && width >= 5) pen.fillRect(left + width / 2 - 1, top + height / 2 - 1, 2, 2);
      else if (tone === 'closed') pen.fillRect(left, top + height / 4, width, Math.max(0.5, height / 2));
      else if (tone === 'held') pen.fillRect(left, top + height / 3, width, Math.max(1, height / 3));
      else pen.fillRect(left, top, width, height);
      if (money && height >= 4) {
        pen.fillStyle = colour.ink;
        pen.fillRect(
          left + width * 0.2,
          top + height - Math.max(1, height * 0.25),
          width * 0.6,
          Math.max(1, height * 0.12),
        );
      }
    }
  }
  pen.globalAlpha = 1;
}

/** The colours of the tiles inside `tiles`, read again whenever the theme changes. */
export function usePalette(tiles: RefObject<HTMLElement | null>): Palette {
  const [palette, setPalette] = useState<Palette>(new Map());
  useEffect(() => {
    const read = () => {
      if (tiles.current) setPalette(readPalette(tiles.current.querySelectorAll<HTMLElement>('.ui-ramp')));
    };
    read();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', read);
    };
  }, [tiles]);
  return palette;
}
