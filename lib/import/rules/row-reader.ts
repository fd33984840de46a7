import type { Currency } from '@/lib/core/currencies';
import { type DayOrder, parseClockInput, parseDayInput } from '@/lib/core/day-input';
import { addDays, type Day, parseDay } from '@/lib/core/days';
import { parseMoneyInput, type ReadMoney } from '@/lib/core/money-input';
import { readWhole } from '@/lib/core/number-input';
import { nameKey } from '@/lib/core/text';
import { cellText, type FileCell } from './cells';
import type { CellProblem } from './judged';

/** What was answered for a whole file. */
export type Answers = { dayOrder?: DayOrder; currency?: Currency };

/** How a word of a list is found, however it is written: no spaces, no points, no case. */
export const wordKey = (word: string) => nameKey(word).replace(/[\s·.,/()_-]+/g, '');

/** What a row says: fields whose cells are empty, or that the file has no column of, are left out. */
export function withoutEmpty<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** `09:05` of minutes since midnight. */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The days of sheets are numbers in cells that are not formatted as dates: 1 is 31 December 1899, for Lotus's sake. */
const LIKELY_SERIALS = { from: 36_526, to: 73_050 };

/** `2023. 4. 28. 오후 2:30` and `28 April 2023 14:30`: the day, and the clock that stands behind it. */
function splitClock(text: string): { before: string; minutes: number | null } {
  const words = text.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ').split(/\s+/);
  for (const last of [3, 2, 1]) {
    const clock = words.slice(-last).join(' ');
    const minutes = words.length > last && clock.includes(':') ? parseClockInput(clock) : null;
    if (minutes !== null) return { before: words.slice(0, -last).join(' '), minutes };
  }
  return { before: text, minutes: null };
}

/** Whether a text says its currency: read with others in mind, it still is of the same. */
function saysCurrency(text: string, { currency }: ReadMoney, base: Currency): boolean {
  if (base === 'KRW' && /[억만조]/.test(text)) return true;
  const others = (['CHF', 'SEK', 'NOK'] as const).filter((each) => each !== base);
  return others.every((each) => {
    const read = parseMoneyInput(text, each);
    return read.ok && read.currency === currency;
  });
}

/** Reads the cells of one row, by the field that each column holds. What cannot be read is kept as a problem of its cell. */
export class RowReader {
  readonly problems: CellProblem[] = [];
  private readonly cells: Readonly<Record<string, FileCell>>;
  private readonly answers: Answers;

  constructor(cells: Readonly<Record<string, FileCell>>, answers: Answers) {
    this.cells = cells;
    this.answers = answers;
    for (const [field, cell] of Object.entries(cells)) {
      if (cell !== null && typeof cell === 'object' && 'bad' in cell)
        this.problems.push({ field, reason: `cell_${cell.bad}` });
    }
  }

  get isReadable(): boolean {
    return this.problems.length === 0;
  }

  /** Tells of a field what its cell is refused for. */
  tell(field: string | null, reason: string, more: Omit<CellProblem, 'field' | 'reason'> = {}): undefined {
    this.problems.push({ field, reason, ...more });
    return undefined;
  }

  /** Whether the file has a column of this field. */
  has(field: string): boolean {
    return field in this.cells;
  }

  /** The cell's text; undefined where it is empty or its column is not in the file. */
  text(field: string): string | undefined {
    return cellText(this.cells[field] ?? null).trim() || undefined;
  }

  /** The same, and told where it is missing. */
  required(field: string): string | undefined {
    return this.text(field) ?? this.tell(field, 'required');
  }

  /** One of a list, by its key or any of its words in either language. */
  choice<T>(field: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    return words.get(wordKey(text)) ?? this.tell(field, 'not_in_list', { params: { value: text } });
  }

  /** Several words in one cell. */
  list(field: string): string[] | undefined {
    const words = this.text(field)?.split(/[,;\n/、，]/);
    return words?.map((word) => word.trim()).filter(Boolean);
  }

  /** Several of a list, each by its key or any of its words. */
  choices<T>(field: string, words: ReadonlyMap<string, T>): T[] | undefined {
    return this.list(field)?.flatMap((word) => {
      const found = words.get(wordKey(word));
      if (found === undefined) this.tell(field, 'not_in_list', { params: { value: word } });
      return found === undefined ? [] : [found];
    });
  }

  day(field: string): Day | undefined {
    const cell = this.cells[field] ?? null;
    if (cell !== null && typeof cell === 'object' && 'at' in cell)
      return parseDay(cell.at.slice(0, 10)) ?? this.tell(field, 'not_a_date');
    if (cell !== null && typeof cell === 'object' && 'number' in cell) return this.serial(field, cell.number);
    const text = this.text(field);
    if (text === undefined) return undefined;
    const read = parseDayInput(text, this.answers.dayOrder);
    if (read.ok) return read.day;
    if (read.reason === 'ambiguous') return this.tell(field, 'ambiguous_date', { readings: read.readings });
    return this.tell(field, 'not_a_date');
  }

  /** A bare number may be a day that lost its format, or `20230503`; the first is asked. */
  private serial(field: string, digits: string): Day | undefined {
    const whole = parseDayInput(digits);
    if (whole.ok) return whole.day;
    const days = Number(digits);
    if (!Number.isInteger(days) || days < LIKELY_SERIALS.from || days > LIKELY_SERIALS.to)
      return this.tell(field, 'not_a_date');
    return this.tell(field, 'number_as_date', { readings: [addDays('1899-12-30' as Day, days)] });
  }

  /** A day and, where the cell says one, the minutes since midnight. */
  moment(field: string): { day: Day; minutes: number | null } | undefined {
    const cell = this.cells[field] ?? null;
    if (cell !== null && typeof cell === 'object' && 'at' in cell) {
      const day = parseDay(cell.at.slice(0, 10)) ?? this.tell(field, 'not_a_date');
      return day && { day, minutes: parseClockInput(cell.at.slice(11)) };
    }
    const text = this.text(field) ?? '';
    const { before, minutes } = splitClock(text);
    if (minutes === null) {
      const day = this.day(field);
      return day && { day, minutes: null };
    }
    const day = new RowReader({ [field]: before }, this.answers).dayFor(this, field);
    return day && { day, minutes };
  }

  /** The day of a part of a cell; what is wrong with it is told to the row. */
  private dayFor(row: RowReader, field: string): Day | undefined {
    const day = this.day(field);
    row.problems.push(...this.problems);
    return day;
  }

  /** Minutes since midnight where the cell holds a clock and no day; null for anything else. */
  clockOnly(field: string): number | null {
    const cell = this.cells[field] ?? null;
    if (cell !== null && typeof cell === 'object' && 'number' in cell && Number(cell.number) < 1)
      return Math.round(Number(cell.number) * 24 * 60);
    return typeof cell === 'string' ? parseClockInput(cell) : null;
  }

  /** A whole number of the range. */
  whole(field: string, { min, max }: { min: number; max: number }): number | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const value = readWhole(text);
    if (value === null) return this.tell(field, 'not_a_number');
    return value >= min && value <= max ? value : this.tell(field, 'out_of_range', { params: { min, max } });
  }

  /**
   * Money in minor units. A cell that names no currency is of the `chosen` one of its row or of the file; else of the program's
   * own where it is written as only that is (`3억` of won), and is asked for anything else.
   */
  money(
    field: string,
    { chosen = this.answers.currency, base }: { chosen?: Currency | undefined; base: Currency },
    show: (money: ReadMoney) => string,
  ): ReadMoney | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const read = parseMoneyInput(text, chosen ?? base);
    if (read.ok && !chosen && !saysCurrency(text, read, base))
      return this.tell(field, 'currency_unsaid', { params: { value: text } });
    if (read.ok) return read;
    if (read.reason === 'ambiguous')
      return this.tell(field, 'ambiguous_number', { readings: read.readings.map(show) });
    return this.tell(field, read.reason);
  }
}
