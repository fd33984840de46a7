import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** A heading where the page has none of its own. */
  title: ReactNode;
  /** What to do first, in one or two sentences. */
  children?: ReactNode;
  actions?: ReactNode;
};

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="grid max-w-prose justify-items-start gap-2 border-s-2 border-line-2 py-2 ps-5">
      <div className="text-md font-bold">{title}</div>
      {children && <div className="text-ink-2">{children}</div>}
      {actions && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
    </div>
  );
}
