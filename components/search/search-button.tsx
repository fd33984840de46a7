'use client';

import { Search } from 'lucide-react';
import { askToOpen } from './open-search';

type Props = { label: string; look: 'rail' | 'bar' };

/** Opens search and commands; `aria-keyshortcuts` tells the key. */
export function SearchButton({ label, look }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      className={look === 'rail' ? 'shell-nav-link w-full' : 'shell-bar-button'}
      onClick={() => askToOpen('search')}
    >
      <span className="shell-nav-icon">
        <Search aria-hidden="true" size={20} strokeWidth={1.75} />
      </span>
      {look === 'rail' && <span className="shell-nav-label">{label}</span>}
    </button>
  );
}
