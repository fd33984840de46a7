import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useId } from 'react';

type Props = {
  title: string;
  count: number;
  /** Opens exactly the rows that are counted. */
  href: string;
  /** The link in words, with its number: "see all 71". */
  all: string;
  children: ReactNode;
};

/** One thing that waits: how much of it, the first few, and the way to all of them. */
export function TodoPanel({ title, count, href, all, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid content-start gap-3 border-t border-line-2 pt-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id={id} className="flex items-baseline gap-3">
          <span className="text-2xl font-bold tabular-nums">{count}</span>
          <span className="font-bold">{title}</span>
        </h2>
        {count > 0 && (
          <Link href={href} className="ui-link inline-flex shrink-0 items-center gap-0.5 text-sm">
            {all}
            <ChevronRight aria-hidden="true" size={14} />
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}

/** Why there is nothing, where nothing is good. */
export function NothingToDo({ children }: { children: ReactNode }) {
  return <p className="text-ink-2">{children}</p>;
}
