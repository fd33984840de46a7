import { guarded } from '@/lib/core/formula-guard';

/** How the text of our own copies is told from a spreadsheet's: the text says all of them exactly. */
export const OWN_MARK = 'data-roundtable';

/**
 * Cells as spreadsheets put them on the clipboard: tabs between columns, a line a row, and quotes around what holds a tab, a
 * break or a quote. A text that would be taken for a formula is marked as text.
 */
export function tabbedText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => lineOf(cells.map(guarded))).join('\r\n');
}

function lineOf(cells: readonly string[]): string {
  // A line with nothing in it would be no row at all where it is the last one.
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t');
}

/** The same cells as a table, for what reads tables. */
export function htmlTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escaped(guarded(cell))}</td>`).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table ${OWN_MARK}><tbody>${lines.join('')}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replace(/\r\n|\r|\n/g, '<br>');
}
