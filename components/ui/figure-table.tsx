import type { ReactNode } from 'react';
import { Cell, HeaderCell, Table, TableScroll } from './table';

/** A column and what stands in it of a row: figures, unless it is the first or `text`. */
export type FigureColumn<Row> = {
  /** Its heading; two columns may bear the same, as a step and a sum of one name do. */
  head: string;
  cell: (row: Row) => ReactNode;
  text?: boolean;
  /** Its heading is for screen readers only. */
  isHidden?: boolean;
  /** Names the row for screen readers; the first column where none does. */
  names?: boolean;
  className?: string;
};

type Props<Row> = {
  caption: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  columns: readonly FigureColumn<Row>[];
  /** Headings for screen readers only, where the figures explain themselves. */
  headHidden?: boolean;
  captionVisible?: boolean;
  /** Rows with air between them, for a list of few. */
  roomy?: boolean;
  /** As narrow as its place: it needs no box that scrolls sideways. */
  fits?: boolean;
  /** Of the box that scrolls. */
  className?: string;
  /** Rows with the columns of the body. */
  foot?: readonly Row[];
};

/** A table of figures, written as a list of its columns. */
export function FigureTable<Row>(props: Props<Row>) {
  const { caption, captionVisible = false, rows, keyOf, headHidden, foot } = props;
  const { fits, roomy, className } = props;
  const columns = props.columns.map((column, at) => ({ ...column, at }));
  const table = (
    <Table caption={caption} captionVisible={captionVisible} dense={!roomy}>
      <thead className={headHidden ? 'sr-only' : undefined}>
        <tr>
          {columns.map(({ head, text, isHidden, at }) => (
            <HeaderCell key={at} numeric={at > 0 && !text}>
              {isHidden ? <span className="sr-only">{head}</span> : head}
            </HeaderCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FigureRow key={keyOf(row)} {...{ columns, row }} />
        ))}
      </tbody>
      {foot && (
        <tfoot>
          {foot.map((row) => (
            <FigureRow key={keyOf(row)} {...{ columns, row }} />
          ))}
        </tfoot>
      )}
    </Table>
  );
  return fits ? (
    table
  ) : (
    <TableScroll label={caption} className={className ?? ''}>
      {table}
    </TableScroll>
  );
}

type RowProps<Row> = { columns: readonly (FigureColumn<Row> & { at: number })[]; row: Row };

function FigureRow<Row>({ columns, row }: RowProps<Row>) {
  const naming = Math.max(
    0,
    columns.findIndex(({ names }) => names),
  );
  return (
    <tr>
      {columns.map(({ cell, text, className, at }) =>
        at === naming ? (
          <HeaderCell key={at} scope="row" className={className}>
            {cell(row)}
          </HeaderCell>
        ) : (
          <Cell key={at} numeric={at > 0 && !text} className={className}>
            {cell(row)}
          </Cell>
        ),
      )}
    </tr>
  );
}
