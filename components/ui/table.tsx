import './stacked-table.css';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type TableProps = ComponentProps<'table'> & {
  /** Names the table; hidden from the eye unless `captionVisible`. */
  caption: ReactNode;
  captionVisible?: boolean;
  /** Fixes the header while the page scrolls. */
  sticky?: boolean;
  /** Tight rows for long lists. */
  dense?: boolean;
  /** On a phone a row is a card: its name on top, then each cell with its `data-label` before it. */
  stacked?: boolean;
};

/** Hairlines and air; on narrow screens it scrolls sideways inside itself, reachable by key. */
export function Table({
  caption,
  captionVisible,
  sticky,
  dense,
  stacked,
  className,
  children,
  ...rest
}: TableProps) {
  return (
    <table
      {...rest}
      className={classNames('ui-table', className)}
      data-sticky={sticky || undefined}
      data-dense={dense || undefined}
      data-stacked={stacked || undefined}
    >
      <caption className={captionVisible ? 'pb-2 text-start font-bold' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  );
}

/** Lets a wide table scroll sideways, with what in it is for screen readers only; `label` names the region. */
export function TableScroll({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  const box = classNames('relative max-w-full overflow-x-auto', className);
  return (
    // A group and no landmark: a table often bears the name of the panel it fills.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <div role="group" aria-label={label} tabIndex={0} className={box}>
      {children}
    </div>
  );
}

type CellProps = { numeric?: boolean };

export function HeaderCell({ numeric, className, scope = 'col', ...rest }: ComponentProps<'th'> & CellProps) {
  return (
    <th {...rest} scope={scope} className={classNames(numeric ? 'text-end' : 'text-start', className)} />
  );
}

export function Cell({ numeric, className, ...rest }: ComponentProps<'td'> & CellProps) {
  return (
    <td {...rest} className={classNames(numeric && 'text-end whitespace-nowrap tabular-nums', className)} />
  );
}
