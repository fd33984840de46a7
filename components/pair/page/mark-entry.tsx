'use client';

import { useEffect } from 'react';

const ENTRY = /^#entry-[0-9a-f-]{36}$/;

/**
 * Shows the entry that the address names: opens what hides it, brings it to the middle and marks it. A page reached by
 * a link inside the product has no `:target`, since the address changes without a load.
 */
export function MarkEntry() {
  useEffect(() => {
    const mark = () => {
      for (const marked of document.querySelectorAll('[data-here]')) marked.removeAttribute('data-here');
      const entry = ENTRY.test(location.hash) && document.getElementById(location.hash.slice(1));
      if (!entry) return;
      const hidden = entry.closest('details');
      if (hidden) hidden.open = true;
      entry.setAttribute('data-here', '');
      entry.scrollIntoView({ block: 'center' });
    };
    mark();
    window.addEventListener('hashchange', mark);
    return () => window.removeEventListener('hashchange', mark);
  }, []);
  return null;
}
