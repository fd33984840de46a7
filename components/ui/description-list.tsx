import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Description = { term: ReactNode; detail: ReactNode; key?: string };
type Props = {
  items: readonly Description[];
  /** `split`: terms left, details right-aligned, as on a card; `plain`: details start where terms end. */
  layout?: 'split' | 'plain' | 'stacked';
  className?: string;
};

const LAYOUTS = {
  split: '[&>div]:flex [&>div]:justify-between [&>div]:gap-4 [&_dd]:text-end',
  plain: '[&>div]:grid [&>div]:grid-cols-[8rem_1fr] [&>div]:gap-4 max-sm:[&>div]:grid-cols-[6rem_1fr]',
  stacked: 'sm:grid-cols-2 lg:grid-cols-3 gap-y-4 gap-x-8',
};

export function DescriptionList({ items, layout = 'plain', className }: Props) {
  return (
    <dl className={classNames('grid gap-2', LAYOUTS[layout], className)}>
      {items.map((item, index) => (
        <div key={item.key ?? (typeof item.term === 'string' ? item.term : index)}>
          <dt className="text-ink-2">{item.term}</dt>
          <dd className="min-w-0">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
