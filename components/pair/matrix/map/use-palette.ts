'use client';

import { type RefObject, useEffect, useState } from 'react';
import { type Palette, readPalette } from './paint-map';

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
