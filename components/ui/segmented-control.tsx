import Link from 'next/link';
import type { ChangeEventHandler, ReactNode } from 'react';
import { LinkPending } from './link-pending';

type Segment = { value: string; label: ReactNode };
export type SegmentLink = { href: string; label: ReactNode; current: boolean };

/** Views of the same thing, as links: the address says which is shown. */
export function SegmentedLinks({ label, items }: { label: string; items: readonly SegmentLink[] }) {
  return (
    <nav aria-label={label} className="ui-segments">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'true' : undefined}
          className="ui-segment"
          scroll={false}
        >
          {item.label}
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}

type SegmentedControlProps = {
  label: string;
  name: string;
  items: readonly Segment[];
  defaultValue?: string;
  value?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

/** One of a few, inside a form. */
export function SegmentedControl({
  label,
  name,
  items,
  defaultValue,
  value,
  onChange,
}: SegmentedControlProps) {
  return (
    <fieldset className="ui-segments">
      <legend className="sr-only">{label}</legend>
      {items.map((item) => (
        <label key={item.value} className="ui-segment">
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={item.value}
            defaultChecked={value === undefined ? item.value === defaultValue : undefined}
            checked={value === undefined ? undefined : item.value === value}
            onChange={onChange}
          />
          {item.label}
        </label>
      ))}
    </fieldset>
  );
}
