import { type DayOrder, parseDayInput } from '@/lib/core/day-input';
import type { NamedPerson } from '@/lib/core/shown-name';
import { isReadableLine, isSeenWhole, nameKey, tidyLine } from '@/lib/core/text';
import {
  choosableFor,
  type NextStepValues,
  nextStepValues,
  type OwnerField,
  ownersAmong,
} from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { CellTexts } from '../cell-text';
import type { ColumnId } from '../table-columns';
import type { Rights } from '../use-pair-edits';

/** What is meant for a cell: a text as somebody wrote it, and where another cell holds it, the value that it stands for. */
export type MeantCell = { column: ColumnId; text: string; value?: string };

/** Why a cell does not take what was meant for it. */
export type CellReason =
  | 'other_pair'
  | 'locked'
  | 'by_menu'
  | 'not_yours'
  | 'needs_step'
  | 'too_long'
  | 'unreadable'
  | 'date_unread'
  | 'date_unclear'
  | 'person_unknown'
  | 'person_twice';

/** What a text says to a cell: nothing new, a value as the field holds it, or nothing that it takes. */
export type CellReading =
  | { kind: 'same' }
  | { kind: 'value'; field: keyof NextStepValues; value: string }
  | { kind: 'refused'; reason: CellReason };

export type Readers = {
  can: Rights;
  texts: CellTexts;
  people: PairFacets['people'];
  /** Persons by e-mail address, in lower case. */
  emails: ReadonlyMap<string, string>;
  /** How days that can be read in several ways are meant, where somebody has said so. */
  dayOrder?: DayOrder | undefined;
};

const LONGEST_STEP = 300;
const FIELDS: Partial<Record<ColumnId, keyof NextStepValues>> = {
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  nextStepOwner: 'nextStepOwnerId',
  owner: 'ownerId',
};

export function fieldOf(column: ColumnId): keyof NextStepValues | null {
  return FIELDS[column] ?? null;
}

/** Reads what is meant for a cell of a pair. An empty text clears; what the cell says already changes nothing. */
export function readCell(cell: MeantCell, pair: PairItem, readers: Readers): CellReading {
  const { column, text } = cell;
  const field = FIELDS[column];
  if (!field)
    return saysTheSame(text, readers.texts(column, pair)) ? { kind: 'same' } : refused(lockedBy(column));
  if (isSame(cell, field, pair, readers)) return { kind: 'same' };
  if (!(field === 'ownerId' ? readers.can.assign : readers.can.edit)) return refused('not_yours');
  if (text.trim() === '') return { kind: 'value', field, value: '' };
  if (field === 'nextStep') return stepOf(text);
  return field === 'nextStepOn' ? dayOf(text, readers.dayOrder) : personOf(field, cell, pair, readers);
}

/** Of two persons of one name the value tells which one is meant. */
function isSame(
  { column, text, value }: MeantCell,
  field: keyof NextStepValues,
  pair: PairItem,
  { texts }: Readers,
): boolean {
  if (value !== undefined) return value === nextStepValues(pair)[field];
  const shown = texts(column, pair);
  return field === 'nextStep' ? tidyLine(text) === shown : nameKey(text) === nameKey(shown);
}

/** A spreadsheet writes days and numbers its own way. */
function saysTheSame(text: string, shown: string): boolean {
  if (nameKey(text) === nameKey(shown)) return true;
  const day = parseDayInput(text);
  return (day.ok && day.day === shown) || (/\d/.test(shown) && text.replace(/[\s,]/g, '') === shown);
}

function refused(reason: CellReason): CellReading {
  return { kind: 'refused', reason };
}

function lockedBy(column: ColumnId): CellReason {
  if (column === 'startup' || column === 'investor') return 'other_pair';
  return column === 'stage' || column === 'status' ? 'by_menu' : 'locked';
}

function stepOf(text: string): CellReading {
  const value = tidyLine(text);
  if (value.length > LONGEST_STEP) return refused('too_long');
  if (!isReadableLine(value) || !isSeenWhole(value)) return refused('unreadable');
  return { kind: 'value', field: 'nextStep', value };
}

function dayOf(text: string, order: DayOrder | undefined): CellReading {
  const read = parseDayInput(text, order);
  if (read.ok) return { kind: 'value', field: 'nextStepOn', value: read.day };
  return refused(read.reason === 'ambiguous' ? 'date_unclear' : 'date_unread');
}

/** By either name or by e-mail, among those who may be chosen; of two with one name none is guessed. */
function personOf(
  field: OwnerField,
  { text, value }: MeantCell,
  pair: PairItem,
  { people, emails }: Readers,
): CellReading {
  const choosable = choosableFor(field, pair, ownersAmong(people, pair.startup.id));
  const id = value ?? emails.get(text.trim().toLowerCase());
  const fits = choosable.filter((person) => (id ? person.id === id : isCalled(person, text)));
  const [only] = fits;
  if (!only) return refused('person_unknown');
  return fits.length > 1 ? refused('person_twice') : { kind: 'value', field, value: only.id };
}

function isCalled({ name, nameEn }: NamedPerson, text: string): boolean {
  const key = nameKey(text);
  return [name, nameEn].some((each) => each !== '' && nameKey(each) === key);
}
