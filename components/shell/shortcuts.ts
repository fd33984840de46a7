import { GRID_KEYS } from '@/components/ui/grid-places';
import { letterOf, pressedSign } from '@/components/ui/keyboard';
import { REACH_TOASTS } from '@/components/ui/toast';

/**
 * Every key of the product, by the place where it works: what handles a key asks `isShortcut`, and the sheet on `?` is drawn
 * from this list. `Mod` is Ctrl, or Cmd on a Mac; two letters with a space are pressed one after the other. Where `Shift` is
 * not named it may be held. Their words: messages shortcut.
 */
export const SHORTCUTS = {
  everywhere: {
    search: ['Mod+k'],
    find: ['/'],
    sheet: ['?'],
    asOf: ['d'],
    toasts: [REACH_TOASTS],
  },
  go: {
    home: ['g h'],
    pairs: ['g p'],
    board: ['g b'],
    table: ['g l'],
    timetable: ['g t'],
    wishes: ['g w'],
    meetings: ['g m'],
    outcomes: ['g o'],
    funnel: ['g f'],
    reports: ['g r'],
    followUp: ['g u'],
    quality: ['g q'],
    startups: ['g s'],
    investors: ['g i'],
    people: ['g e'],
    audit: ['g a'],
    settings: ['g c'],
    programs: ['g g'],
    account: ['g y'],
  },
  grid: { move: GRID_KEYS, open: ['Enter'], edit: ['Enter', 'F2'], stage: ['m'] },
  // The browser itself hears the keys of the clipboard, and tells what is to be copied or pasted.
  cells: {
    extend: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
    row: ['Shift+ '],
    column: ['Ctrl+ '],
    all: ['Mod+a'],
    copy: ['Mod+c'],
    paste: ['Mod+v'],
    fill: ['Mod+d'],
    clear: ['Delete', 'Backspace'],
    drop: ['Escape'],
  },
  tableHead: {
    widen: ['Alt+Shift+ArrowRight'],
    narrow: ['Alt+Shift+ArrowLeft'],
    forward: ['Mod+Shift+ArrowLeft'],
    back: ['Mod+Shift+ArrowRight'],
  },
  history: { undo: ['Mod+z'], redo: ['Mod+Shift+z', 'Ctrl+y'] },
  stageMenu: { stage: ['0', '1', '2', '3', '4'] },
  map: { zoomIn: ['+', '='], zoomOut: ['-'], whole: ['0'] },
  pair: { next: ['j'], previous: ['k'] },
  timetable: { act: ['Enter', ' '], lock: ['l'], remove: ['Delete', 'Backspace'], drop: ['Escape'] },
  availability: { paint: ['Enter', ' '], drop: ['Escape'] },
  wishes: {
    must: ['m'],
    like: ['l'],
    neutral: ['n'],
    noThanks: ['x'],
    weigh: ['1', '2', '3', '4', '5'],
    unweigh: ['0', 'Delete', 'Backspace'],
  },
  form: { save: ['Mod+Enter'] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type ShortcutGroup = keyof typeof SHORTCUTS;
export type ShortcutId = {
  [G in ShortcutGroup]: `${G}.${keyof (typeof SHORTCUTS)[G] & string}`;
}[ShortcutGroup];
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  shiftKey?: boolean;
};

export function keysOf(id: ShortcutId): readonly string[] {
  const [group, name] = id.split('.') as [ShortcutGroup, string];
  return (SHORTCUTS[group] as Record<string, readonly string[]>)[name] ?? [];
}

/** Whether a key is that of a shortcut of one key, on a Korean keyboard too. */
export function isShortcut(event: Pressed, id: ShortcutId): boolean {
  return keysOf(id).some((key) => isKey(event, key));
}

/** What is pressed together for a key of the list, the key itself last. */
export function partsOfKey(key: string): string[] {
  const [held = ''] = /^(?:(?:Mod|Ctrl|Alt|Shift)\+)*/.exec(key) ?? [];
  return [...held.split('+').filter(Boolean), key.slice(held.length)];
}

function isKey(event: Pressed, key: string): boolean {
  const parts = partsOfKey(key);
  const name = parts.at(-1) ?? '';
  const wants = (held: string) => parts.includes(held);
  if (wants('Ctrl') ? !event.ctrlKey : (event.ctrlKey || event.metaKey) !== wants('Mod')) return false;
  if (event.altKey !== wants('Alt') || (wants('Shift') && !event.shiftKey)) return false;
  return /^[a-z]$/.test(name) ? letterOf(event) === name : pressedSign(event) === name;
}

type GoName = keyof typeof SHORTCUTS.go;
const GO = Object.entries(SHORTCUTS.go) as [GoName, readonly [string]][];

/** Whether a key begins a way to a page. */
export function beginsGo(event: Pressed): boolean {
  return isKey(event, 'g');
}

/** The page that the second key of a way leads to, or null. */
export function goName(event: Pressed): GoName | null {
  return GO.find(([, [keys]]) => isKey(event, keys.slice('g '.length)))?.[0] ?? null;
}

/** Where keys write: no shortcut without Ctrl or Cmd works there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="spinbutton"], [role="textbox"]'))
  );
}
