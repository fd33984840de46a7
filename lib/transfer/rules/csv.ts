import { stringify } from 'csv-stringify/sync';
import { guarded } from '@/lib/core/formula-guard';
import { dayInZone, timeInZone } from '@/lib/core/zones';
import type { Book, BookCell } from '../schema';

/** The mark by which Excel reads the rest as UTF-8. */
const BOM = '\uFEFF';

/** The label, then each table under its title; a blank line between them. Lines end as RFC 4180 says. */
export function toCsv({ label, tables, timeZone }: Book): string {
  const labels = label.map(({ term, value }) => [guarded(term), guarded(value)]);
  const lines = tables.flatMap(({ title, columns, rows }) => [
    [],
    [guarded(title)],
    columns.map(guarded),
    ...rows.map((row) => row.map((cell) => written(cell, timeZone))),
  ]);
  // A line break inside a cell would end the row, and where lists are written with semicolons one would end the cell.
  return BOM + stringify([...labels, ...lines], { record_delimiter: 'windows', quoted_match: /[\r\n\t;]/ });
}

function written(cell: BookCell, zone: string): string {
  if (cell === null) return '';
  if ('number' in cell) return cell.number;
  if ('day' in cell) return cell.day;
  if ('text' in cell) return guarded(cell.text);
  const instant = new Date(cell.at);
  return `${dayInZone(instant, zone)} ${timeInZone(instant, zone)}`;
}
