import { stringify } from 'csv-stringify/sync';
import { guarded } from '@/lib/core/formula-guard';
import { dayInZone, timeInZone } from '@/lib/core/zones';
import type { BookCell } from '../schema';
import type { Workbook } from './table';

/** The mark by which Excel reads the rest as UTF-8. */
const BOM = '\uFEFF';
const AT_ONCE = 500;
// A line break inside a cell would end the row, and where lists are written with semicolons one would end the cell.
const written = (rows: readonly string[][]) =>
  stringify([...rows], { record_delimiter: 'windows', quoted_match: /[\r\n\t;]/ });

/** The label, then each table under its title; a blank line between them. Lines end as RFC 4180 says. */
export async function* csvChunks({ label, tables, timeZone }: Workbook): AsyncGenerator<string> {
  yield BOM + written(label.map(({ term, value }) => [guarded(term), guarded(value)]));
  for (const { title, columns, rows } of tables) {
    let lines = [[], [guarded(title)], columns.map(guarded)];
    for await (const row of rows) {
      lines.push(row.map((cell) => textOf(cell, timeZone)));
      if (lines.length < AT_ONCE) continue;
      yield written(lines);
      lines = [];
    }
    if (lines.length > 0) yield written(lines);
  }
}

function textOf(cell: BookCell, zone: string): string {
  if (cell === null) return '';
  if ('number' in cell) return cell.number;
  if ('day' in cell) return cell.day;
  if ('text' in cell) return guarded(cell.text);
  const instant = new Date(cell.at);
  return `${dayInZone(instant, zone)} ${timeInZone(instant, zone)}`;
}
