'use client';

import './filter.css';
import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useFilterColumn } from './column-store';

export const FILTER_COLUMN = 'filter-column';
/** Where the focus goes when the column closes. */
export const FILTER_BUTTON = 'filter-button';

/** What is filtered, with its filters in a column of their own: beside it, or above it on a phone, never over it. */
export function FilterLayout({ column, children }: { column: ReactNode; children: ReactNode }) {
  const { isOpen } = useFilterColumn();
  const isShown = isOpen && column;
  return (
    <div className={isShown ? 'fl-layout' : undefined}>
      {isShown && column}
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** Opens and closes the column; its label says how many values are chosen in it. */
export function FilterButton({ label }: { label: string }) {
  const { isOpen, setOpen } = useFilterColumn();
  return (
    <Button
      id={FILTER_BUTTON}
      size="sm"
      aria-expanded={isOpen}
      aria-controls={isOpen ? FILTER_COLUMN : undefined}
      onClick={() => setOpen(!isOpen)}
    >
      <ListFilter aria-hidden="true" size={16} />
      {label}
    </Button>
  );
}
