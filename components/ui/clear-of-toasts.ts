import { type RefObject, useEffect } from 'react';

type Box = { top: number; bottom: number; left: number; right: number };

/**
 * Keeps what has the focus, and the bar of a form's buttons, clear of the toasts: the toasts go to the other edge, or what
 * has the focus is scrolled to the middle.
 */
export function useClearOfToasts(region: RefObject<HTMLElement | null>, count: number): void {
  useEffect(() => {
    const node = region.current;
    if (!node) return;
    if (count === 0) {
      delete node.dataset.place;
      return;
    }
    const followFocus = () => makeRoom(node, true);
    // Whoever scrolls decides what they see: then only the toasts move.
    const stayClear = () => makeRoom(node, false);
    followFocus();
    document.addEventListener('focusin', followFocus);
    document.addEventListener('scroll', stayClear, { capture: true, passive: true });
    window.addEventListener('resize', stayClear);
    const grown = new ResizeObserver(stayClear);
    grown.observe(document.body);
    return () => {
      grown.disconnect();
      document.removeEventListener('focusin', followFocus);
      document.removeEventListener('scroll', stayClear, { capture: true });
      window.removeEventListener('resize', stayClear);
    };
  }, [region, count]);
}

function makeRoom(region: HTMLElement, mayScroll: boolean): void {
  const focused = document.activeElement;
  // A toast's own button stays under the finger that is on it.
  if (focused && region.contains(focused)) return;
  const [subject] = focused && focused !== document.body ? [focused] : [];
  const bars = [...document.querySelectorAll('.ui-action-bar')];
  const isClear = () => {
    const toasts = restingBoxes(region);
    return [...bars, ...(subject ? [subject] : [])].every((each) => isClearOf(toasts, each));
  };
  for (const scrolls of mayScroll && subject ? [false, true] : [false]) {
    if (scrolls) subject?.scrollIntoView({ block: 'center', behavior: 'instant' });
    delete region.dataset.place;
    if (isClear()) return;
    region.dataset.place = 'top';
    if (isClear()) return;
  }
}

/** Where the toasts come to rest. While one still rises, its own rectangle says where it is seen at the moment. */
function restingBoxes(region: HTMLElement): Box[] {
  const { top, left } = region.getBoundingClientRect();
  return ([...region.children] as HTMLElement[]).map((toast) => ({
    top: top + toast.offsetTop,
    bottom: top + toast.offsetTop + toast.offsetHeight,
    left: left + toast.offsetLeft,
    right: left + toast.offsetLeft + toast.offsetWidth,
  }));
}

function isClearOf(toasts: readonly Box[], element: Element): boolean {
  const at = element.getBoundingClientRect();
  return toasts.every(
    (toast) =>
      at.bottom <= toast.top || at.top >= toast.bottom || at.right <= toast.left || at.left >= toast.right,
  );
}
