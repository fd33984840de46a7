import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type PanelProps = {
  title?: ReactNode;
  /** Small, at the end of the title's line, or behind the title where actions stand at the end: a status, a date, a link. */
  note?: ReactNode;
  actions?: ReactNode;
  /** `boxed` draws the hairline box; `plain` only the title with a rule above. */
  look?: 'boxed' | 'plain';
  level?: 2 | 3;
  className?: string;
  /** Where a link leads within its page. */
  id?: string;
  children: ReactNode;
};

/** A named part of a screen. Never put a boxed one inside another. */
export function Panel({
  title,
  note,
  actions,
  look = 'boxed',
  level = 2,
  className,
  id,
  children,
}: PanelProps) {
  const titleId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={id}
      aria-labelledby={title ? titleId : undefined}
      className={classNames(
        'grid content-start gap-4',
        look === 'boxed' ? 'rounded-lg border border-line p-5 max-sm:p-4' : 'border-t border-line pt-4',
        className,
      )}
    >
      {(title || note || actions) && (
        <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title && (
            <Heading id={titleId} className="text-base font-bold">
              {title}
            </Heading>
          )}
          {note && (
            <span className={classNames('text-xs text-ink-2', Boolean(actions) && 'me-auto')}>{note}</span>
          )}
          {actions && <span className="flex gap-2 self-center">{actions}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
