import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkPending } from './link-pending';

export type Tab = { href: string; label: ReactNode; current: boolean; count?: ReactNode };

/** Tabs are addresses: each is a link, the current one says so. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="ui-tabs">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          className="ui-tab"
        >
          {tab.label}
          {tab.count !== undefined && <span className="ms-1.5 text-sm tabular-nums">{tab.count}</span>}
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}
