import type { ReactNode } from 'react';
import { Cell, HeaderCell, Table, TableScroll } from './table';

/** A column and what stands in it of a row: figures, unless it is the first or `text`. */
export type FigureColumn<Row> = {
  /** Its heading; no two columns of a table bear the same. */
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
  const { caption, captionVisible = false, columns, rows, keyOf, headHidden, foot } = props;
  const { fits, roomy, className } = props;
  const table = (
    <Table caption={caption} captionVisible={captionVisible} dense={!roomy}>
      <thead className={headHidden ? 'sr-only' : undefined}>
        <tr>
          {columns.map(({ head, text, isHidden }, at) => (
            <HeaderCell key={head} numeric={at > 0 && !text}>
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

function FigureRow<Row>({ columns, row }: { columns: readonly FigureColumn<Row>[]; row: Row }) {
  const naming = Math.max(
    0,
    columns.findIndex(({ names }) => names),
  );
  return (
    <tr>
      {columns.map(({ head, cell, text, className }, at) =>
        at === naming ? (
          <HeaderCell key={head} scope="row" className={className}>
            {cell(row)}
          </HeaderCell>
        ) : (
          <Cell key={head} numeric={at > 0 && !text} className={className}>
            {cell(row)}
          </Cell>
        ),
      )}
    </tr>
  );
}
