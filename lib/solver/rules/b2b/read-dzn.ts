import type { B2bMeeting, B2bProblem } from './problem';

type Value = number | Value[];

/** Says in one sentence what is wrong with a file. */
export class DznError extends Error {}

const HALVES = [undefined, 'morning', 'afternoon', 'either'] as const;

/**
 * Reads a MiniZinc data file of the JAIR 2022 benchmark: `nBusiness`, `nMeetings`, `nTables`, `nTotalSlots`,
 * `nMorningSlots`, `requested`, `forbidden`, `fixed`, `precedences`, all counting from 1; other names are passed over.
 * A fixed or forbidden slot 0 means none. Throws DznError.
 */
export function readDzn(text: string): B2bProblem {
  const values = readAssignments(text);
  const count = (name: string) => whole(need(values, name), name);
  const rows = (name: string, length: number) => {
    const list = need(values, name);
    if (!Array.isArray(list)) throw new DznError(`"${name}" should be a list.`);
    if (list.length !== length)
      throw new DznError(`"${name}" has ${list.length} entries instead of ${length}.`);
    return list;
  };

  const [participants, slots, morningSlots] = [
    count('nBusiness'),
    count('nTotalSlots'),
    count('nMorningSlots'),
  ];
  const [meetings, tables] = [count('nMeetings'), count('nTables')];
  if (morningSlots > slots) throw new DznError('"nMorningSlots" is more than "nTotalSlots".');

  const fixed = rows('fixed', meetings).map((slot) => upTo(slots, slot, 'fixed'));
  const before = rows('precedences', meetings).map((set) => members(set, meetings, 'precedences'));
  const requested = rows('requested', meetings);
  return {
    participants,
    slots,
    morningSlots,
    tables,
    forbidden: rows('forbidden', participants).map((set) => members(set, slots, 'forbidden')),
    meetings: requested.map((row, meeting): B2bMeeting => {
      const [one, other, half] = triple(row);
      const name = `"requested", row ${meeting + 1}`;
      const pair = [participant(one, participants, name), participant(other, participants, name)] as const;
      if (pair[0] === pair[1]) throw new DznError(`${name}: a participant meets themselves.`);
      const when = HALVES[half];
      if (!when) throw new DznError(`${name}: the third number is 1, 2 or 3, not ${half}.`);
      const slot = fixed[meeting] as number;
      return {
        participants: pair,
        half: when,
        fixed: slot ? slot - 1 : null,
        after: before[meeting] as number[],
      };
    }),
  };
}

function need(values: Map<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new DznError(`"${name}" is missing.`);
  return value;
}

function whole(value: Value | undefined, name: string): number {
  if (typeof value === 'number' && value >= 0 && value <= 100_000) return value;
  throw new DznError(`"${name}" should be a whole number from 0 to 100000.`);
}

function upTo(limit: number, value: Value | undefined, name: string): number {
  const number = whole(value, name);
  if (number > limit) throw new DznError(`"${name}" names ${number}, but there are only ${limit}.`);
  return number;
}

function participant(value: Value | undefined, limit: number, name: string): number {
  const number = upTo(limit, value, name);
  if (number === 0) throw new DznError(`${name}: participants are numbered from 1.`);
  return number - 1;
}

/** A set of numbers from 1 as sorted 0-based indices; 0 stands for nothing. */
function members(value: Value, limit: number, name: string): number[] {
  if (!Array.isArray(value)) throw new DznError(`"${name}" should be a list of sets.`);
  const numbers = value.map((each) => upTo(limit, each, name)).filter((each) => each > 0);
  return [...new Set(numbers)].sort((a, b) => a - b).map((each) => each - 1);
}

function triple(row: Value): [number, number, number] {
  if (!Array.isArray(row) || row.length !== 3)
    throw new DznError('"requested" should have rows of three numbers.');
  return row.map((each) => whole(each, 'requested')) as [number, number, number];
}

const TOKEN = /\s+|%[^\n]*|\[\||\|\]|\.\.|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|[[\]{},;|=]/y;

function readAssignments(text: string): Map<string, Value> {
  const tokens = split(text);
  const values = new Map<string, Value>();
  let at = 0;
  const next = () => tokens[at++];
  const expect = (wanted: string) => {
    const found = next();
    if (found !== wanted)
      throw new DznError(`A "${wanted}" is missing${found ? ` before "${found}"` : ' at the end'}.`);
  };

  function value(): Value {
    const token = next();
    if (token === '[|') return table();
    if (token === '[') return list(']');
    if (token === '{') return list('}');
    if (token !== undefined && /^-?\d+$/.test(token)) return Number(token);
    throw new DznError(
      token ? `"${token}" is not a number, list or set.` : 'The file ends in the middle of a value.',
    );
  }

  function list(end: string): Value[] {
    const found: Value[] = [];
    while (tokens[at] !== end) {
      found.push(value());
      if (tokens[at] === '..') found.push(...rangeAfter(found.at(-1)));
      if (tokens[at] !== end) expect(',');
    }
    at++;
    return found;
  }

  function rangeAfter(from: Value | undefined): number[] {
    at++;
    const to = whole(value(), 'a range');
    return Array.from(
      { length: Math.max(0, to - whole(from, 'a range')) },
      (_, i) => (from as number) + i + 1,
    );
  }

  function table(): Value[] {
    const found: Value[][] = [[]];
    for (;;) {
      const token = tokens[at];
      if (token === '|]') break;
      if (token === '|') found.push([]);
      else if (token !== ',') {
        found.at(-1)?.push(value());
        continue;
      }
      at++;
    }
    at++;
    return found.filter((row) => row.length > 0);
  }

  while (at < tokens.length) {
    const name = next() as string;
    if (!/^[A-Za-z_]/.test(name)) throw new DznError(`A name is expected where "${name}" stands.`);
    expect('=');
    values.set(name, value());
    expect(';');
  }
  return values;
}

function split(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) {
      const line = text.slice(0, from).split('\n').length;
      throw new DznError(`Line ${line} has a "${text[from]}" that belongs to no data file.`);
    }
    if (/^[^\s%]/.test(token)) tokens.push(token);
  }
  return tokens;
}
