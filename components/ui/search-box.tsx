import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

type SearchBoxProps = Omit<ComponentProps<'input'>, 'type'> & { label: string };

/** A search field; put it in a GET form so that the address holds the query. */
export function SearchBox({ label, className, name = 'q', ...rest }: SearchBoxProps) {
  return (
    <label className={classNames('relative block', className)}>
      <span className="sr-only">{label}</span>
      <Search
        aria-hidden="true"
        size={16}
        className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-2"
      />
      <input
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        {...rest}
        name={name}
        type="search"
        className="block min-h-8 w-full rounded-md border border-line-3 bg-surface ps-8 pe-2 text-sm pointer-coarse:min-h-11 pointer-coarse:text-md"
      />
    </label>
  );
}
