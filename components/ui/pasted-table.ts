import { type CsvErrorCode, parse } from 'csv-parse/browser/esm/sync';
import { unguarded } from '@/lib/core/formula-guard';
import { OWN_MARK } from './clipboard-table';

/** What the clipboard holds; either may be empty. */
export type Pasted = { text: string; html: string };

/**
 * The cells that somebody copied in a spreadsheet or in a table of ours; empty where the clipboard holds no text. All rows
 * are equally long. Never throws: no text is wrong to it.
 */
export function pastedCells({ text, html }: Pasted): string[][] {
  // Excel puts quotes around some cells and leaves those that others begin with as they are: then its table says which.
  const isUnclear = text === '' || text.includes('"');
  const table = isUnclear && !html.includes(OWN_MARK) ? tableIn(html) : [];
  const rows = table.length > 0 ? table : text === '' ? [] : tabbedCells(text);
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')].map(unguarded));
}

/** Text whose quotes do not pair up was written by nobody who quotes. */
const BAD_QUOTES: readonly CsvErrorCode[] = [
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
];

function tabbedCells(text: string): string[][] {
  const read = (quote: string | null) =>
    parse(text, {
      ...{ delimiter: '\t', record_delimiter: ['\r\n', '\n', '\r'], quote, relax_column_count: true },
      ...{ relax_quotes: true, skip_empty_lines: false },
    }) as unknown as string[][];
  try {
    return read('"');
  } catch (error) {
    if (!BAD_QUOTES.includes((error as { code?: CsvErrorCode }).code as CsvErrorCode)) throw error;
    return read(null);
  }
}

/** The cells of the first table; a merged cell stands in its first place, and the places it covers are empty. */
function tableIn(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const grid: string[][] = [...(table?.rows ?? [])].map(() => []);
  for (const [row, line] of [...(table?.rows ?? [])].entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      for (let down = 0; down < Math.max(cell.rowSpan, 1); down += 1) {
        for (let along = 0; along < Math.max(cell.colSpan, 1); along += 1) {
          const covered = grid[row + down];
          if (covered) covered[column + along] = down + along === 0 ? cellText(cell) : '';
        }
      }
    }
  }
  return grid.map((cells) => Array.from(cells, (cell) => cell ?? ''));
}

/** As it is seen: breaks of the source are spaces, and those that are meant are breaks. */
function cellText(cell: HTMLElement): string {
  const lines = [''];
  const read = (node: Node) => {
    if (node instanceof Text) lines[lines.length - 1] += node.data;
    else if (node instanceof HTMLElement && node.tagName === 'BR') lines.push('');
    else for (const child of node.childNodes) read(child);
  };
  read(cell);
  return lines
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
    .join('\n')
    .trim();
}
