'use client';

import { useEffect } from 'react';

/** Where CSS anchors are missing (Safari < 26, Firefox < 147), puts an opened popover beside its button. */
export function FloatFallback() {
  useEffect(() => {
    if (CSS.supports('position-area', 'block-end')) return;
    const place = (event: Event) => {
      const float = event.target;
      if (!(float instanceof HTMLElement) || !float.matches('.ui-float:popover-open')) return;
      const anchor = document.querySelector(`[popovertarget="${float.id}"], [aria-controls="${float.id}"]`);
      if (!anchor) return;
      const at = anchor.getBoundingClientRect();
      const size = float.getBoundingClientRect();
      const right = float.dataset.place === 'right';
      const left = right ? at.right + 4 : float.dataset.place === 'end' ? at.right - size.width : at.left;
      const below = right ? at.bottom - size.height : at.bottom + 4;
      const top = below + size.height > innerHeight ? at.top - size.height - 4 : below;
      float.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
      float.style.top = `${Math.max(8, top)}px`;
    };
    document.addEventListener('toggle', place, true);
    return () => document.removeEventListener('toggle', place, true);
  }, []);
  return null;
}
