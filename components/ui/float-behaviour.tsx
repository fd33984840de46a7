'use client';

import { useEffect } from 'react';

/** What the platform's popovers leave to us, once for the whole page. */
export function FloatBehaviour() {
  useEffect(() => {
    document.addEventListener('click', closeAfterLink);
    document.addEventListener('submit', closeAfterQuery);
    const placed = CSS.supports('position-area', 'block-end');
    if (!placed) document.addEventListener('toggle', place, true);
    return () => {
      document.removeEventListener('click', closeAfterLink);
      document.removeEventListener('submit', closeAfterQuery);
      document.removeEventListener('toggle', place, true);
    };
  }, []);
  return null;
}

/** A link followed from a popover leads away without a page load: the popover must not stay behind. */
function closeAfterLink({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  link?.closest<HTMLElement>(':popover-open')?.hidePopover();
}

function closeAfterQuery({ target }: Event): void {
  if (target instanceof HTMLFormElement && target.method === 'get') {
    target.closest<HTMLElement>(':popover-open')?.hidePopover();
  }
}

/** Where CSS anchors are missing (Safari < 26, Firefox < 147), puts an opened popover beside its button. */
function place({ target: float }: Event): void {
  if (!(float instanceof HTMLElement) || !float.matches('.ui-float:popover-open')) return;
  const anchor = document.querySelector(`[popovertarget="${float.id}"], [aria-controls="${float.id}"]`);
  if (!anchor) return;
  const at = anchor.getBoundingClientRect();
  if (float.dataset.place === 'match') float.style.width = `${at.width}px`;
  const size = float.getBoundingClientRect();
  const right = float.dataset.place === 'right';
  const left = right ? at.right + 4 : float.dataset.place === 'end' ? at.right - size.width : at.left;
  const below = right ? at.bottom - size.height : at.bottom + 4;
  const top = below + size.height > innerHeight ? at.top - size.height - 4 : below;
  float.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  float.style.top = `${Math.max(8, top)}px`;
}
