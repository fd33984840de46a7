import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title: the program, the size of what is shown. */
  subtitle?: ReactNode;
  /** The AsOfChip; always the first thing right of the title. */
  asOf?: ReactNode;
  /** Views, filters, the main button: in this order. */
  actions?: ReactNode;
  /** The way up, on screens below a list. */
  back?: { href: string; label: string };
  /** A row below, e.g. metrics or tabs. */
  children?: ReactNode;
};

/** One line that says where I am, as of when, and what I can do: the same place on every screen. */
export function PageHeader({ title, subtitle, asOf, actions, back, children }: PageHeaderProps) {
  return (
    <header className="grid gap-4 pb-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-[1_1_18rem] flex-wrap items-baseline gap-x-3 max-sm:basis-full">
          {back && (
            <Link
              href={back.href}
              className="inline-flex items-center gap-0.5 self-center rounded-sm text-ink-2 hover:text-ink"
            >
              <ChevronLeft aria-hidden="true" size={18} />
              <span>{back.label}</span>
            </Link>
          )}
          <h1 className="min-w-0 text-xl font-bold">{title}</h1>
          {subtitle && <p className="min-w-0 text-sm text-ink-2">{subtitle}</p>}
        </div>
        {(asOf || actions) && (
          <div className="flex flex-wrap items-center gap-3 max-sm:gap-2">
            {asOf}
            {actions && (
              <div className="no-print flex flex-wrap items-center gap-3 max-sm:gap-2">{actions}</div>
            )}
          </div>
        )}
      </div>
      {children}
    </header>
  );
}
