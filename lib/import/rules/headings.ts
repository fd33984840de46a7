import { cellText, type FileRow } from './cells';
import { wordKey } from './row-reader';

/** One column that rows may have: its key, and the headings that stand for it in either language. */
export type ColumnField = { key: string; headings: readonly string[]; isRequired?: boolean };

export type FileColumn = {
  /** As the file has it. */
  heading: string;
  /** What it is taken for; null where it is not read. */
  field: string | null;
};
export type Head = {
  /** The row that holds the headings, as the spreadsheet counts it; null where none was found. */
  row: number | null;
  columns: FileColumn[];
};

/** Above the headings may stand a title and the label of an export. */
const MOST_ABOVE = 40;

/**
 * Finds the row whose cells are headings of most fields, and what each of its columns is taken for. A heading that stands
 * twice counts once.
 */
export function findHead(rows: readonly FileRow[], fields: readonly ColumnField[]): Head {
  const known = new Map<string, string>();
  for (const { key, headings } of fields) for (const heading of headings) known.set(wordKey(heading), key);
  let best: { row: FileRow; found: number } | null = null;
  for (const row of rows.slice(0, MOST_ABOVE)) {
    const found = new Set(row.cells.map((cell) => known.get(headingKey(cellText(cell)))).filter(Boolean))
      .size;
    if (found > (best?.found ?? 0)) best = { row, found };
  }
  const head = best?.row ?? rows.find(({ cells }) => cells.some((cell) => cell !== null));
  if (!head) return { row: null, columns: [] };
  const taken = new Set<string>();
  const columns = head.cells.map((cell): FileColumn => {
    const heading = cellText(cell).trim();
    const field = known.get(headingKey(heading)) ?? null;
    if (field === null || taken.has(field)) return { heading, field: null };
    taken.add(field);
    return { heading, field };
  });
  return { row: head.number, columns };
}

/** `회사명*` and `회사명 (필수)` are the heading `회사명`. */
function headingKey(text: string): string {
  return wordKey(text.replace(/[*＊]|\((?:필수|required|선택|optional)\)/giu, ''));
}

/** What somebody said the columns are: by heading, or by place from 0. Nothing said leaves a column as it was taken. */
export function withMapping(head: Head, mapping: Readonly<Record<string, string | null>>): Head {
  return {
    ...head,
    columns: head.columns.map((column, index) => {
      const said = mapping[column.heading] ?? mapping[String(index)];
      if (said !== undefined) return { ...column, field: said };
      const isUnread = column.heading in mapping || String(index) in mapping;
      const isTaken = Object.values(mapping).includes(column.field);
      return isUnread || isTaken ? { ...column, field: null } : column;
    }),
  };
}
