'use client';

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const QUERY = 'print';

function subscribe(onChange: () => void): () => void {
  // The browser takes its picture of the page as soon as these return.
  const now = () => flushSync(onChange);
  const media = window.matchMedia(QUERY);
  const events = ['beforeprint', 'afterprint'] as const;
  media.addEventListener('change', now);
  for (const event of events) window.addEventListener(event, now);
  return () => {
    media.removeEventListener('change', now);
    for (const event of events) window.removeEventListener(event, now);
  };
}

/** True while the page is put on paper: a list that draws only what is in sight draws all of it then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
}
