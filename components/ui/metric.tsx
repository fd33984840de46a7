import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type MetricProps = {
  label: ReactNode;
  value: ReactNode;
  /** Status and date of the figure, or what it is a part of: a figure never stands alone. */
  note?: ReactNode;
  tone?: 'plain' | 'danger';
  size?: 'md' | 'lg';
  /** Opens the rows behind the number. */
  href?: string;
};

export function Metric({ label, value, note, tone = 'plain', size = 'md', href }: MetricProps) {
  const figure = (
    <span
      className={classNames(
        'font-bold tabular-nums',
        size === 'lg' ? 'text-3xl' : 'text-lg',
        tone === 'danger' && 'text-danger',
      )}
    >
      {value}
    </span>
  );
  return (
    <div className="grid gap-0.5">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className={size === 'lg' ? 'grid gap-1' : 'flex flex-wrap items-baseline gap-x-2'}>
        {href ? (
          <Link href={href} className="rounded-sm underline-offset-4 hover:underline">
            {figure}
          </Link>
        ) : (
          figure
        )}
        {note && <span className="text-xs text-ink-2">{note}</span>}
      </dd>
    </div>
  );
}

/** Metrics side by side, above what they sum up. */
export function Metrics({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-8 gap-y-3">{children}</dl>;
}
