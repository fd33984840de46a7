'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { LinkPending } from '@/components/ui/link-pending';
import { clocksOfSearch, withParams } from '@/lib/core/address';

export type NavItem<Icon = string> = {
  href: string;
  label: string;
  icon: Icon;
  /** Given by the caller; otherwise read from the address. */
  current?: boolean;
  /** Current only at exactly this address (a home page below which others lie). */
  exact?: boolean;
  /** The as-of date goes along: what is read as of a day stays so from screen to screen of a program (decision 14). */
  keepsClocks?: boolean;
  /** A small number beside it: what waits there. `countLabel` says it in words. */
  count?: number;
  countLabel?: string;
};

function isCurrent(path: string, item: Pick<NavItem, 'href' | 'current' | 'exact'>): boolean {
  if (item.current !== undefined) return item.current;
  const own = item.href.split(/[?#]/)[0] ?? '';
  return path === own || (!item.exact && path.startsWith(`${own}/`));
}

/** A place in the rail or the tab bar; `icon` comes drawn from the server. */
export function NavLink({ item, icon }: { item: NavItem; icon: ReactNode }) {
  const path = usePathname();
  const search = useSearchParams();
  const href = item.keepsClocks ? withParams(item.href, clocksOfSearch(search)) : item.href;
  return (
    <Link href={href} aria-current={isCurrent(path, item) ? 'page' : undefined} className="shell-nav-link">
      <span className="shell-nav-icon">
        {icon}
        {item.count ? <span className="shell-nav-count">{item.count > 99 ? '99+' : item.count}</span> : null}
      </span>
      <span className="shell-nav-label">{item.label}</span>
      <LinkPending />
      {item.count && item.countLabel ? <span className="sr-only"> {item.countLabel}</span> : null}
    </Link>
  );
}
