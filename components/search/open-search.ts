/** What the buttons in the frame ask of the part that listens to the keys. */
const asked = new EventTarget();

export type Opened = 'search' | 'sheet';

export function askToOpen(what: Opened): void {
  asked.dispatchEvent(new Event(what));
}

/** Calls back until the signal is given. */
export function onAskedToOpen(open: (what: Opened) => void, signal: AbortSignal): void {
  for (const what of ['search', 'sheet'] as const) asked.addEventListener(what, () => open(what), { signal });
}
