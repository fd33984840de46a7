'use client';

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Browsers tell of printing before their media query matches; test tools set the query alone. */
let isOnPaper = false;

function subscribe(onChange: () => void): () => void {
  // The browser takes its picture of the page as soon as these return.
  const draw = () => flushSync(onChange);
  const begin = () => {
    isOnPaper = true;
    draw();
  };
  const end = () => {
    isOnPaper = false;
    draw();
  };
  const media = window.matchMedia('print');
  media.addEventListener('change', draw);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    media.removeEventListener('change', draw);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** True while the page is put on paper: a list that draws only what is in sight draws all of it then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isOnPaper || window.matchMedia('print').matches,
    () => false,
  );
}
