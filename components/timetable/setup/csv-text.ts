import { guarded } from '@/lib/core/formula-guard';

/** A line of a file with the number an editor shows for it: a quoted cell may run over several. */
export type CsvLine = { number: number; cells: string[] };

const SEPARATORS = ['\t', ';', ','] as const;

/** Reads what a spreadsheet saves or copies: commas, semicolons or tabs, quotes doubled inside quotes. Empty lines are left out. */
export function readCsv(text: string): CsvLine[] {
  const body = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(body);
  const lines: CsvLine[] = [];
  let number = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endLine = () => {
    endCell();
    if (cells.some((each) => each !== '')) lines.push({ number: start, cells });
    cells = [];
    start = number;
  };
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at] as string;
    const next = body[at + 1];
    if (sign === '\n' || (sign === '\r' && next !== '\n')) number += 1;
    if (quoted && sign === '"' && next === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === separator) endCell();
    else if (sign === '\n' || (sign === '\r' && next !== '\n')) endLine();
    else if (sign !== '\r') cell += sign;
  }
  endLine();
  return lines;
}

function separatorOf(text: string): string {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  return SEPARATORS.find((each) => first.includes(each)) ?? ',';
}

/** With a mark at the start by which Excel knows Hangul; a name that looks like a formula stays a name. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => {
    const safe = guarded(cell);
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}
