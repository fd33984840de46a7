'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Days side by side; on a narrow screen the one shown is brought into view. */
export function DayStrip({ label, children }: { label: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const [box, current] = [strip.current, strip.current?.querySelector<HTMLElement>('[aria-current]')];
    if (box && current) box.scrollLeft = current.offsetLeft - (box.clientWidth - current.clientWidth) / 2;
  });
  return (
    <nav ref={strip} aria-label={label} className="ui-tabs relative min-w-0 max-sm:basis-full">
      {children}
    </nav>
  );
}
