import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One cell as LibreOffice holds it: `float`, `date`, `string` and so on; a date as `2023-05-03` or `2023-05-03 14:30`. */
type OfficeCell = { type: string; value: string };
export type OfficeSheet = { name: string; cells: Map<string, OfficeCell> };

/** Opens a workbook in LibreOffice and saves it as flat XML, in which each cell says its type. */
export function asFlatXml(bytes: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'roundtable-office-'));
  try {
    writeFileSync(path.join(folder, 'book.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, path.join(folder, 'book.xlsx')],
      { stdio: 'ignore', timeout: 300_000 },
    );
    return readFileSync(path.join(folder, 'book.fods'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TABLE = /<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs;
const ROW = /<table:table-row([^>]*)>(.*?)<\/table:table-row>|<table:table-row([^>]*)\/>/gs;
const CELL = /<table:(?:covered-)?table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs;

/** The cells of each sheet by their names, `A1` and so on; empty ones are left out. */
export function officeSheets(xml: string): OfficeSheet[] {
  return [...xml.matchAll(TABLE)].map(([, name = '', inner = '']) => {
    const cells = new Map<string, OfficeCell>();
    let row = 1;
    for (const [, attributes = '', content = '', empty = ''] of inner.matchAll(ROW)) {
      let column = 0;
      for (const [, of = '', text = ''] of content.matchAll(CELL)) {
        const cell = cellOf(of, text);
        const end = column + repeated(of, 'columns');
        // Neighbours that hold the same are written once.
        for (let at = column; cell && at < end; at++) cells.set(`${letters(at)}${row}`, cell);
        column = end;
      }
      row += repeated(attributes || empty, 'rows');
    }
    return { name: decoded(name), cells };
  });
}

const attribute = (of: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(of)?.[1];
const repeated = (of: string, what: 'rows' | 'columns') =>
  Number(attribute(of, `table:number-${what}-repeated`) ?? 1);

function cellOf(of: string, inner: string): OfficeCell | null {
  const type = attribute(of, 'office:value-type');
  if (type === undefined) return null;
  if (type === 'date') {
    const [day = '', time = ''] = (attribute(of, 'office:date-value') ?? '').split('T');
    return { type, value: time ? `${day} ${time.slice(0, 5)}` : day };
  }
  const number = attribute(of, 'office:value');
  return { type, value: number ?? textOf(inner) };
}

/** A paragraph a line; spaces and tabs in a row are elements of their own. */
function textOf(inner: string): string {
  return [...inner.matchAll(/<text:p[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)]
    .map(([, line = '']) =>
      decoded(
        line
          .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
          .replace(/<text:tab\/>/g, '\t')
          .replace(/<[^>]+>/g, ''),
      ),
    )
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decoded = (text: string) => text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);

/** `A` for 0, `AA` for 26. */
function letters(at: number): string {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}
