import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { unguarded } from '@/lib/core/formula-guard';
import { type FileCell, MOST_COLUMNS, MOST_ROWS, type ReadFile, UnreadableFile } from './cells';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];
/** Records, and letters of each, that tell which delimiter a file has. */
const SAMPLE = { records: 200, letters: 100_000 };
const WHOLE = { records: MOST_ROWS + 1, letters: 1_000_000 };

/** Reads a text file of rows. Throws UnreadableFile. */
export function readTextFile(bytes: Uint8Array): ReadFile {
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) throw new UnreadableFile('file_binary');
  const delimiter = delimiterOf(text);
  const rows = recordsOf(text, delimiter).map(({ record, number }) => ({
    number,
    cells: record.map(cellOf),
  }));
  return { format: 'csv', encoding, delimiter, otherSheets: [], hiddenSheets: 0, hiddenRows: 0, rows };
}

/** The mark at the beginning decides; without one UTF-8 is tried strictly, then the Korean code page 949. */
function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second, third] = bytes;
  const marked =
    (first === 0xef && second === 0xbb && third === 0xbf && 'utf-8') ||
    (first === 0xff && second === 0xfe && 'utf-16le') ||
    (first === 0xfe && second === 0xff && 'utf-16be');
  for (const encoding of marked ? [marked] : [...unmarked16(bytes), 'utf-8']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // The next one is tried.
    }
  }
  // The decoder of the platform knows EUC-KR alone, which lacks 8,822 syllables that the code page has.
  const text = iconv.decode(Buffer.from(bytes), 'cp949');
  if (marked || /[\uFFFD\u0080-\u009F]/.test(text)) throw new UnreadableFile('file_encoding');
  return { text, encoding: 'cp949' };
}

/** UTF-16 without its mark: every other byte of commas and line breaks is zero. */
function unmarked16(bytes: Uint8Array): string[] {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = head.length / 40;
  if (odd > enough && even < odd / 8) return ['utf-16le'];
  return even > enough && odd < even / 8 ? ['utf-16be'] : [];
}

/** The sign that divides most rows into the same number of columns; a file of one column is read by commas. */
function delimiterOf(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: score(text, delimiter) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function score(text: string, delimiter: Delimiter): number {
  try {
    const widths = recordsOf(text, delimiter, SAMPLE).map(({ record }) => record.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [[width, rows] = [1, 0]] = [...counts].sort((a, b) => b[0] * b[1] - a[0] * a[1]);
    return width > 1 ? (width * rows) / Math.max(1, widths.length) : 0;
  } catch {
    return 0;
  }
}

type Records = { record: string[]; number: number }[];

/** A quote inside a cell that does not begin with one is a letter as any other. */
function recordsOf(text: string, delimiter: Delimiter, most = WHOLE): Records {
  let records: { record: string[]; info: { records: number } }[];
  try {
    records = parse(text, {
      ...{ delimiter, info: true, bom: true, relax_column_count: true, relax_quotes: true },
      ...{ skip_empty_lines: false, max_record_size: most.letters, to: most.records },
    }) as never;
  } catch {
    throw new UnreadableFile('file_broken');
  }
  if (records.length > MOST_ROWS) throw new UnreadableFile('file_too_many_rows');
  if (records.some(({ record }) => record.length > MOST_COLUMNS))
    throw new UnreadableFile('file_too_many_columns');
  return records.map(({ record, info }) => ({ record, number: info.records }));
}

/** A text that a spreadsheet took for a formula is told; one that was marked as text is given again. */
function cellOf(text: string): FileCell {
  if (text.trim() === '') return null;
  const plain = unguarded(text);
  return plain === text && /^[\s\p{Z}]*[=＝]/u.test(text) ? { bad: 'formula' } : plain;
}
