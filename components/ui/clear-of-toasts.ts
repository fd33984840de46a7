import { type RefObject, useEffect } from 'react';

/** Keeps what has the focus in sight: it is scrolled clear of the toasts, or the toasts go to the other edge. */
export function useClearOfToasts(region: RefObject<HTMLElement | null>, count: number): void {
  useEffect(() => {
    const node = region.current;
    if (!node) return;
    if (count === 0) {
      delete node.dataset.place;
      return;
    }
    const makeRoom = () => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || node.contains(focused)) return;
      delete node.dataset.place;
      if (!isCovered(focused, node)) return;
      focused.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (isCovered(focused, node)) node.dataset.place = 'top';
    };
    makeRoom();
    document.addEventListener('focusin', makeRoom);
    return () => document.removeEventListener('focusin', makeRoom);
  }, [region, count]);
}

function isCovered(focused: Element, region: HTMLElement): boolean {
  const at = focused.getBoundingClientRect();
  return [...region.children].some((toast) => {
    const over = toast.getBoundingClientRect();
    return at.bottom > over.top && at.top < over.bottom && at.right > over.left && at.left < over.right;
  });
}
