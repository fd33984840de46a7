import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { beginsGo, goName, isShortcut, isTyping } from '@/components/shell/shortcuts';
import { isMidSyllable } from '@/components/ui/keyboard';
import type { Page } from '@/lib/search/rules/pages';
import type { Opened } from './open-search';

/** How long after `g` the second key counts. */
const GO_MS = 1500;

/** The keys that work on every page. None does while somebody types, a dialog waits for an answer or a menu is open. */
export function useShortcuts(pages: readonly Page[], open: (what: Opened) => void): void {
  const router = useRouter();
  const latest = useRef({ pages, open, router });
  latest.current = { pages, open, router };
  useEffect(() => {
    let goUntil = 0;
    /** The second key of `g m` goes before what `m` means where the focus stands. */
    const onSecondKey = (event: KeyboardEvent) => {
      const isSecond = event.timeStamp < goUntil && !isBusy(event);
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      goUntil = 0;
      const name = isSecond ? goName(event) : null;
      const page = name && latest.current.pages.find(({ id }) => id === name);
      if (!page) return;
      take(event);
      latest.current.router.push(page.href);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isMidSyllable(event) || document.querySelector('dialog[open]')) return;
      const { open } = latest.current;
      if (isShortcut(event, 'everywhere.search')) {
        event.preventDefault();
        return open('search');
      }
      if (isBusy(event)) return;
      if (isShortcut(event, 'everywhere.sheet')) open('sheet');
      else if (isShortcut(event, 'everywhere.find')) focusSearchField() || open('search');
      else if (isShortcut(event, 'everywhere.asOf')) openAsOf();
      else if (beginsGo(event)) goUntil = event.timeStamp + GO_MS;
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onSecondKey, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onSecondKey, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function isBusy(event: KeyboardEvent): boolean {
  return (
    isMidSyllable(event) ||
    isTyping(event.target) ||
    document.querySelector('dialog[open], [role="menu"]:popover-open, [role="dialog"]:popover-open') !== null
  );
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The page's own search field, where it has one in sight. */
function focusSearchField(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"]');
  const field = [...fields].find((each) => each.checkVisibility());
  field?.focus();
  field?.select();
  return field !== undefined;
}

/** The control of the date that the figures of this page are counted to, where it has one. */
export function asOfControl(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main .shell-as-of');
}

export function openAsOf(): void {
  const control = asOfControl();
  control?.focus();
  control?.click();
}
