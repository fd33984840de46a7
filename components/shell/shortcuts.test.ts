import { describe, expect, it } from 'vitest';
import { GRID_KEYS, nextPlace } from '@/components/ui/grid-places';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { programPages } from '@/lib/search/rules/pages';
import { beginsGo, goName, isShortcut, partsOfKey, SHORTCUTS } from './shortcuts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

describe('isShortcut', () => {
  it('takes Ctrl or Cmd where it is asked for, and neither where it is not', () => {
    expect(isShortcut(press('k', { ctrlKey: true }), 'everywhere.search')).toBe(true);
    expect(isShortcut(press('K', { metaKey: true }), 'everywhere.search')).toBe(true);
    expect(isShortcut(press('k'), 'everywhere.search')).toBe(false);
    expect(isShortcut(press('k'), 'pair.previous')).toBe(true);
    expect(isShortcut(press('k', { ctrlKey: true }), 'pair.previous')).toBe(false);
    expect(isShortcut(press('j', { altKey: true }), 'pair.next')).toBe(false);
  });

  it('takes exactly the keys that are held for it, and Shift only where it is asked for', () => {
    const arrow = (more: Partial<KeyboardEvent>) => press('ArrowRight', more);
    expect(isShortcut(arrow({ altKey: true, shiftKey: true }), 'tableHead.widen')).toBe(true);
    expect(isShortcut(arrow({ altKey: true }), 'tableHead.widen')).toBe(false);
    expect(isShortcut(arrow({ altKey: true, shiftKey: true, ctrlKey: true }), 'tableHead.widen')).toBe(false);
    expect(isShortcut(arrow({ metaKey: true, shiftKey: true }), 'tableHead.back')).toBe(true);
    expect(partsOfKey('Mod+Shift+ArrowLeft')).toEqual(['Mod', 'Shift', 'ArrowLeft']);
    expect(partsOfKey('+')).toEqual(['+']);
  });

  it('knows the same key on a Korean keyboard', () => {
    expect(isShortcut(press('ㅏ', { ctrlKey: true }), 'everywhere.search')).toBe(true);
    expect(isShortcut(press('Process', { code: 'KeyJ' }), 'pair.next')).toBe(true);
    expect(beginsGo(press('ㅎ'))).toBe(true);
    expect(goName(press('ㅡ'))).toBe('meetings');
    expect(isShortcut(press('Process', { code: 'Slash', shiftKey: true } as never), 'everywhere.sheet')).toBe(
      true,
    );
  });

  it('has one meaning for each way to a page', () => {
    const ways = Object.values(SHORTCUTS.go).map(([keys]) => keys);
    expect(new Set(ways).size).toBe(ways.length);
    expect(goName(press('z'))).toBeNull();
  });
});

describe('the list', () => {
  it('leads to pages that there are', () => {
    const pages = new Set<string>([
      ...programPages({ slug: 'x', role: 'admin', isClosed: false }).map(({ id }) => id),
      'programs',
      'account',
    ]);
    expect(Object.keys(SHORTCUTS.go).filter((name) => !pages.has(name))).toEqual([]);
  });

  it('names in both languages what each key does', () => {
    for (const { shortcut } of Object.values(CATALOGUE)) {
      const labels = shortcut.label as Record<string, Record<string, string>>;
      for (const [group, names] of Object.entries(SHORTCUTS)) {
        expect(Object.keys(labels[group] ?? {})).toEqual(Object.keys(names));
      }
      expect(Object.keys(shortcut.group)).toEqual(Object.keys(SHORTCUTS));
    }
  });

  it('shows the keys that move in a grid, and no other', () => {
    const size = { rows: 9, columns: 9 };
    for (const key of GRID_KEYS)
      expect(nextPlace({ key, ctrlKey: false }, { row: 4, column: 4 }, size)).not.toBeNull();
    expect(nextPlace({ key: 'a', ctrlKey: false }, { row: 4, column: 4 }, size)).toBeNull();
  });
});
