import { nameKey } from '@/lib/core/text';
import type { MemberRole } from '@/lib/person/policy';

/** A person as a line of a pasted list says; empty is what it does not say. */
export type PastedPerson = {
  email: string;
  name: string;
  nameEn: string;
  role: MemberRole | '';
  startupId: string;
};
/** What a line may name: words of roles in both languages, and startups by their names. */
export type WordsToKnow = {
  roles: readonly { role: MemberRole; words: readonly string[] }[];
  startups: readonly { id: string; names: readonly string[] }[];
};

/** So many are invited at once. */
export const MOST_PASTED = 100;

/** The first word with an at sign in it. */
const emailOf = (text: string) => text.split(/[\s<>,;]/).find((word) => /.@./.test(word)) ?? '';
/** Headings of a list that was copied with them. */
const HEADING = /^(?:e-?mail|이메일|메일|name|이름|성명|role|역할|startup|company|회사|기업|참가기업)/i;

/**
 * The people of a list as it was pasted from a sheet or a mail: a person a line, fields apart by tabs, commas or semicolons,
 * in whatever order; `Name <mail>` too. A line without an address is a heading where it comes first, else a person whose
 * address is missing.
 */
export function readPasted(text: string, known: WordsToKnow): PastedPerson[] {
  const lines = text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = ''] = lines;
  const isHeading = emailOf(first) === '' && fieldsOf(first).some((field) => HEADING.test(field));
  return (isHeading ? lines.slice(1) : lines).map((line) => readLine(line, known));
}

function fieldsOf(line: string): string[] {
  const apart = line.includes('\t') ? /\t/ : /[,;]/;
  return line
    .split(apart)
    .map((field) => field.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean);
}

function readLine(line: string, known: WordsToKnow): PastedPerson {
  const person: PastedPerson = { email: '', name: '', nameEn: '', role: '', startupId: '' };
  for (const field of fieldsOf(line)) {
    const email = emailOf(field);
    const rest = email ? field.replace(email, '').replace(/[<>]/g, '').trim() : field;
    if (email && !person.email) person.email = email;
    if (rest) takeWords(person, rest, known);
  }
  // Whoever is of a startup is one of its people, where the line names no role.
  if (person.startupId && !person.role) person.role = 'startup';
  return person;
}

function takeWords(person: PastedPerson, words: string, { roles, startups }: WordsToKnow): void {
  const key = nameKey(words);
  const role = roles.find((each) => each.words.some((word) => nameKey(word) === key))?.role;
  const startup = startups.find(({ names }) => names.some((name) => name !== '' && nameKey(name) === key));
  if (role && !person.role) person.role = role;
  else if (startup && !person.startupId) person.startupId = startup.id;
  else if (!person.name) person.name = words;
  else if (!person.nameEn) person.nameEn = words;
}
