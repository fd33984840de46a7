import { readCsv, writeCsv } from '@/lib/core/csv';
import { clearTime } from '@/lib/core/dates';
import { unguarded } from '@/lib/core/formula-guard';
import type { Locale } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import { nameKey } from '@/lib/core/text';
import { dayInZone } from '@/lib/core/zones';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import { type Paint, type Paintable, paintsOf } from './stroke';

/** A line of the grid by the names it goes by in a file. */
export type FileParty = Paintable & { name: string; nameEn: string };

const FILE_REASONS = [
  'columns',
  'party_missing',
  'party_unknown',
  'party_twice',
  'slot_unknown',
  'away_unknown',
  'said_twice',
] as const;
/** Why a line cannot be read; `value` is what stands there. */
export type FileProblem = { line: number; reason: (typeof FILE_REASONS)[number]; value: string };
/** Without problems `paints` is what the file changes; with any, nothing is. */
export type FileReading = { problems: FileProblem[]; paints: Paint[]; lines: number };

const KINDS: Record<Paintable['kind'], readonly string[]> = {
  startup: ['참가기업', 'startup'],
  investor: ['투자사', 'investor'],
  contact: ['사람', 'person', 'contact'],
  table: ['테이블', 'table'],
};
const HEADINGS = {
  kind: ['구분', 'kind'],
  party: ['이름', 'party', 'name'],
  slot: ['시작', 'slot', 'start', 'slot start'],
  away: ['불가', 'away'],
} as const;
type Column = keyof typeof HEADINGS;
const AWAY = ['1', 'y', 'yes', 'true', 'x', '×', 'o', '불가', 'away'];
const FREE = ['', '0', 'n', 'no', 'false', '-', '가능', 'free'];

const plain = (text: string) => nameKey(unguarded(text));

/** `2023-04-28 09:00` in the zone of the stage. */
function slotText(startsAt: string, zone: string): string {
  const at = new Date(startsAt);
  return `${dayInZone(at, zone)} ${clearTime(at, zone)}`;
}

/** Every party by every slot, as a spreadsheet opens it. */
export function writeAvailability(
  parties: readonly FileParty[],
  slots: readonly StageSlot[],
  zone: string,
  locale: Locale,
): string {
  const word = (list: readonly string[]) => list[locale === 'ko' ? 0 : 1] ?? '';
  const heading = (['kind', 'party', 'slot', 'away'] as const).map((column) => word(HEADINGS[column]));
  const rows = parties.flatMap((party) =>
    slots.map((slot) => [
      word(KINDS[party.kind]),
      nameIn(party, locale),
      slotText(slot.startsAt, zone),
      party.away.has(slot.id) ? '1' : '0',
    ]),
  );
  return writeCsv([heading, ...rows]);
}

/** Reads the file against the grid as it stands: what it does not name stays, what is so already is no change. */
export function readAvailability(
  text: string,
  parties: readonly FileParty[],
  slots: readonly StageSlot[],
  zone: string,
): FileReading {
  const [head, ...lines] = readCsv(text);
  const columns = head && columnsOf(head.cells);
  if (!columns) {
    return { problems: [{ line: head?.number ?? 1, reason: 'columns', value: '' }], paints: [], lines: 0 };
  }
  const slotOf = new Map(slots.map((slot) => [slotText(slot.startsAt, zone), slot.id]));
  const find = finder(parties);
  const problems: FileProblem[] = [];
  const said = new Map<string, boolean>();
  const wanted = new Map<Paintable, { away: string[]; free: string[] }>();
  for (const { number: line, cells } of lines) {
    const cell = (column: Column) => {
      const at = columns[column];
      return at === undefined ? '' : (cells[at] ?? '');
    };
    const fail = (reason: FileProblem['reason'], value: string) => problems.push({ line, reason, value });
    const party = find(cell('kind'), cell('party'));
    const slot = slotOf.get(normalTime(cell('slot')));
    const away = AWAY.includes(plain(cell('away')))
      ? true
      : FREE.includes(plain(cell('away')))
        ? false
        : null;
    if (typeof party === 'string') fail(party, cell('party'));
    if (slot === undefined) fail('slot_unknown', cell('slot'));
    if (away === null) fail('away_unknown', cell('away'));
    if (typeof party === 'string' || slot === undefined || away === null) continue;
    const key = `${party.id} ${slot}`;
    if (said.has(key) && said.get(key) !== away) fail('said_twice', cell('party'));
    if (said.has(key)) continue;
    said.set(key, away);
    const both = wanted.get(party) ?? { away: [], free: [] };
    both[away ? 'away' : 'free'].push(slot);
    wanted.set(party, both);
  }
  const paints = [...wanted].flatMap(([party, { away, free }]) => [
    ...paintsOf(party, away, true),
    ...paintsOf(party, free, false),
  ]);
  return { problems, paints: problems.length > 0 ? [] : paints, lines: lines.length };
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> | null {
  const columns: Partial<Record<Column, number>> = {};
  for (const [at, cell] of cells.entries()) {
    const column = (Object.keys(HEADINGS) as Column[]).find((each) =>
      (HEADINGS[each] as readonly string[]).includes(plain(cell)),
    );
    if (column && columns[column] === undefined) columns[column] = at;
  }
  const { party, slot, away } = columns;
  return party === undefined || slot === undefined || away === undefined ? null : columns;
}

type Missing = Extract<FileProblem['reason'], `party_${string}`>;

function finder(parties: readonly FileParty[]): (kind: string, name: string) => FileParty | Missing {
  const byName = new Map<string, Set<FileParty>>();
  for (const party of parties) {
    for (const name of [plain(party.name), plain(party.nameEn)]) {
      if (name) byName.set(name, (byName.get(name) ?? new Set()).add(party));
    }
  }
  return (kind, name) => {
    if (!name) return 'party_missing';
    const wanted = plain(kind);
    const found = [...(byName.get(plain(name)) ?? [])].filter(
      (party) => !wanted || KINDS[party.kind].includes(wanted),
    );
    if (found.length > 1) return 'party_twice';
    return found[0] ?? 'party_unknown';
  };
}

/** `2023. 4. 28. 9:00`, `2023/4/28 9:00` and `2023-04-28T09:00` are the same time as Excel and people write it. */
function normalTime(text: string): string {
  const match = /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2}):(\d{2})(?::00)?( \S+)?$/.exec(
    text.trim(),
  );
  if (!match) return text.trim();
  const [, year, month = '', day = '', hour = '', minute, zone = ''] = match;
  const two = (part: string) => part.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${minute}${zone}`;
}
