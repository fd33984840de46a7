import { useSyncExternalStore } from 'react';

const KEY = 'roundtable.filter-column';
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, the choice lasts as long as the page. */
let kept: boolean | null = null;
let openedByPress = false;

/** On a phone the column stands above what is filtered: there it opens by a press only. The width is that of filter.css. */
function hasRoom(): boolean {
  return window.matchMedia('(min-width: 64rem)').matches;
}

function read(): boolean {
  if (kept === null) {
    try {
      kept = hasRoom() && window.localStorage.getItem(KEY) === 'open';
    } catch {
      kept = false;
    }
  }
  return kept;
}

function write(isOpen: boolean) {
  kept = isOpen;
  openedByPress = isOpen;
  try {
    window.localStorage.setItem(KEY, isOpen ? 'open' : 'closed');
  } catch {
    // Private windows may refuse.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether the column of filters stands beside the pairs: one choice for Pairs and Funnel, kept in this browser. */
export function useFilterColumn(): { isOpen: boolean; setOpen: (isOpen: boolean) => void } {
  const isOpen = useSyncExternalStore(subscribe, read, () => false);
  return { isOpen, setOpen: write };
}

/** True once after the column was opened by a press, so that the focus goes into it then and not at each page. */
export function takeOpening(): boolean {
  const was = openedByPress;
  openedByPress = false;
  return was;
}
