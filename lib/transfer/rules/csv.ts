import { stringify } from 'csv-stringify/sync';
import { dayInZone, timeInZone } from '@/lib/core/dates';
import type { Book, Cell } from './book';

/** The mark by which Excel reads the rest as UTF-8. */
const BOM = '\uFEFF';

/** The label, then each table under its title; a blank line between them. Lines end as RFC 4180 says. */
export function toCsv({ label, tables, timeZone }: Book): string {
  const told = label.map(({ term, value }) => [guarded(term), guarded(value)]);
  const lines = tables.flatMap(({ title, columns, rows }) => [
    [],
    [guarded(title)],
    columns.map(guarded),
    ...rows.map((row) => row.map((cell) => written(cell, timeZone))),
  ]);
  // A line break of its own inside a cell would end the row.
  return BOM + stringify([...told, ...lines], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function written(cell: Cell, zone: string): string {
  if (cell === null) return '';
  if ('number' in cell) return cell.number;
  if ('day' in cell) return cell.day;
  if ('text' in cell) return guarded(cell.text);
  const instant = new Date(cell.at);
  return `${dayInZone(instant, zone)} ${timeInZone(instant, zone)}`;
}

/** A text that a spreadsheet would take for a formula is told to be text by a quote before it. */
function guarded(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
