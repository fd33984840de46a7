import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import type { ImportKind } from '../../lib/import/schema';
import { wordsOf } from './words';

/** A file as the browser is given it. `rows`: how many of it say something new. */
export type Spreadsheet = { kind: ImportKind; name: string; mimeType: string; buffer: Buffer; rows: number };

export const STARTUPS = 15;
export const INVESTORS = 38;
const SLOTS = 13;

type Rows = string[][];
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const two = (index: number) => String(index + 1).padStart(2, '0');

/**
 * The lists of an office that comes from spreadsheets, with headings and words of one language and each as a program of that
 * office would save it. All names are invented, and say that they are samples. `tag` keeps addresses apart; `day`: the main day.
 */
export async function officeLists(language: 'ko' | 'en', { tag, day }: { tag: string; day: string }) {
  const words = wordsOf(language);
  const startup = (index: number) => `${language === 'ko' ? '표본기업' : 'Sample Startup'} ${two(index)}`;
  const investor = (index: number) => `Sample Ventures ${two(index)}`;
  const person = (index: number) => `${language === 'ko' ? '표본 담당자' : 'Sample Person'} ${two(index)}`;
  const headed = <K extends ImportKind>(
    kind: K,
    fields: (keyof (typeof words.import.field)[K] & string)[],
    rows: Rows,
  ): Rows => [fields.map((field) => words.import.field[kind][field] as string), ...rows];

  const sectors = Object.values(words.startup.sector);
  const startups = headed(
    'startups',
    ['name', 'nameEn', 'sector'],
    range(STARTUPS).map((at) => [startup(at), `Sample Startup ${two(at)}`, sectors[at % 5] ?? '']),
  );
  const investors = headed(
    'investors',
    ['name', 'city', 'focus'],
    range(INVESTORS).map((at) => [
      investor(at),
      'Boston',
      [sectors[at % 5], sectors[(at + 1) % 5]].join(', '),
    ]),
  );
  const contacts = headed(
    'contacts',
    ['startup', 'investor', 'name', 'email'],
    [
      ...range(STARTUPS).map((at) => [startup(at), '', person(at), `startup-${at}@example.com`]),
      ...range(INVESTORS).map((at) => [
        '',
        investor(at),
        `Sample Partner ${two(at)}`,
        `firm-${at}@example.com`,
      ]),
    ],
  );
  const { role } = words.person;
  const people = headed(
    'people',
    ['email', 'name', 'role', 'startup'],
    [
      ...range(STARTUPS).map((at) => [`${tag}-${at}@example.com`, person(at), role.startup, startup(at)]),
      [`${tag}-officer@example.com`, person(STARTUPS), role.officer, ''],
      [`${tag}-manager@example.com`, person(STARTUPS + 1), role.manager, ''],
    ],
  );
  const { must, like, neutral } = words['timetable-setup'].wishes.word;
  const wish = (seed: number) => [must, like, neutral][seed % 3] ?? '';
  const everyPair = range(STARTUPS).flatMap((a) => range(INVESTORS).map((b) => [a, b] as const));
  const pairs = headed(
    'pairs',
    ['startup', 'investor', 'startupWish', 'investorWish'],
    everyPair.map(([a, b]) => [startup(a), investor(b), wish(a + b), wish(a * b)]),
  );
  const { party, side, away } = words.import.word;
  const wishes = headed(
    'wishes',
    ['startup', 'investor', 'side', 'wish'],
    everyPair.map(([a, b]) => [startup(a), investor(b), side.startup, wish(a + b)]),
  );
  const clock = (slot: number) => `${two(8 + Math.floor(slot / 2))}:${slot % 2 === 0 ? '00' : '30'}`;
  const availability = headed(
    'availability',
    ['kind', 'name', 'start', 'away'],
    [
      ...range(STARTUPS).map((at) => [party.startup, startup(at), `${day} ${clock(at % SLOTS)}`, away.yes]),
      ...range(INVESTORS).map((at) => [
        party.investor,
        investor(at),
        `${day} ${clock(at % SLOTS)}`,
        away.yes,
      ]),
    ],
  );
  return {
    startups: await workbook('startups', startups),
    investors: text('investors', investors, ',', language === 'ko' ? 'cp949' : 'utf8'),
    contacts: text('contacts', contacts, ';', 'utf8'),
    people: await workbook('people', people),
    pairs: await workbook('pairs', pairs),
    wishes: await workbook('wishes', wishes),
    availability: text('availability', availability, '\t', 'utf16'),
  };
}

async function workbook(kind: ImportKind, rows: Rows): Promise<Spreadsheet> {
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: kind, rows }] }));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { kind, name: `${kind}.xlsx`, mimeType, buffer, rows: rows.length - 1 };
}

function text(kind: ImportKind, rows: Rows, sign: string, encoding: string): Spreadsheet {
  const quoted = (cell: string) => (cell.includes(sign) ? `"${cell}"` : cell);
  const lines = rows.map((cells) => cells.map(quoted).join(sign)).join('\r\n');
  const buffer = iconv.encode(lines, encoding, { addBOM: encoding === 'utf16' });
  return { kind, name: `${kind}.csv`, mimeType: 'text/csv', buffer, rows: rows.length - 1 };
}
