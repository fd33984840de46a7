import type { z } from 'zod';
import { emailField } from '@/lib/core/fields';
import { nameKey } from '@/lib/core/text';
import { dayInZone, startOfDay } from '@/lib/core/zones';
import {
  addContacts,
  type ContactData,
  type ContactOf,
  editContacts,
} from '@/lib/party/commands/many-contacts';
import { type KnownContact, listKnownContacts } from '@/lib/party/queries/known';
import { maskEmail, maskPhone } from '@/lib/party/rules';
import { addContactInput } from '@/lib/party/schema';
import { parseInput } from '@/lib/platform/input';
import { FIELDS } from '../../rules/fields';
import {
  type CellChange,
  type Choice,
  changesOn,
  conflict,
  creates,
  problemsOf,
  rejected,
} from '../../rules/judged';
import type { NameIndex } from '../../rules/name-index';
import { type RowReader, withoutEmpty } from '../../rules/row-reader';
import { kindOf } from './kind';
import { loadParties, type NamedParty } from './known';

type Known = {
  startups: NameIndex<NamedParty>;
  investors: NameIndex<NamedParty>;
  byParty: Map<string, KnownContact[]>;
};
type Write = { of: ContactOf; data: ContactData; target: KnownContact | null; changes: Partial<ContactData> };

const KEYS = Object.keys(FIELDS.contacts);
const SKIP: Choice = { decision: 'skip' };

/** The people of parties, by their party and their e-mail address or name. */
export const contacts = kindOf<Known, Write>({
  load: async (tx, scope, lock) => {
    const startups = await loadParties(tx, scope, 'startup', lock);
    const investors = await loadParties(tx, scope, 'investor', lock);
    const known = await listKnownContacts(tx, scope, lock);
    const byParty = Map.groupBy(known, ({ startupId, investorId }) => startupId ?? investorId ?? '');
    return { startups, investors, byParty };
  },
  judge: (row, known, decision, { program: { homeZone } }) => {
    const of = partyOf(row, known);
    row.required('name');
    const consentOn = row.day('consent');
    if (consentOn && consentOn > dayInZone(new Date(), homeZone)) row.tell('consent', 'in_the_future');
    const email = row.text('email');
    if (email !== undefined && !emailField.safeParse(email).success) row.tell('email', 'not_an_email');
    if (!row.isReadable || !of) return rejected(row.problems);
    const said = {
      name: row.text('name'),
      nameEn: row.text('nameEn'),
      title: row.text('title'),
      email,
      phone: row.text('phone'),
      consentAt: consentOn && startOfDay(consentOn, homeZone).toISOString(),
    };
    const given = withoutEmpty(said);
    const fields = Object.keys(given) as (keyof ContactData)[];
    const { partyId, ...whose } = of;
    const parsed = parseInput(addContactInput, { ...given, ...onlyNamed(whose) });
    if (!parsed.ok) return rejected(problemsOf(parsed.refusals.map(atColumn), KEYS));
    const data = dataOf(parsed.value);
    const key = `${partyId} ${data.email || nameKey(data.name)}`;
    const theirs = known.byParty.get(partyId) ?? [];
    const [only, another] = meantOf(theirs, data, decision);
    if (!only || decision === 'create') {
      const changes = changesOf(null, pick(data, fields), homeZone);
      return creates(key, changes, { of: whose, data, target: null, changes: {} });
    }
    if (another) {
      const choices = [...[only, another].map(choiceOf), SKIP];
      return conflict(
        { field: 'name', reason: 'several_of_name', params: { name: data.name }, choices },
        key,
      );
    }
    if (only.isArchived && decision !== only.id) {
      const choices = [choiceOf(only), { decision: 'create' }, SKIP];
      return conflict({ field: 'name', reason: 'archived', params: { name: only.name }, choices }, key);
    }
    const changes = differences(only, data, fields);
    const restored: CellChange[] = only.isArchived ? [{ field: 'name', from: null, to: only.name }] : [];
    const shown = [...restored, ...changesOf(only, changes, homeZone)];
    return changesOn(only, shown, { of: whose, data, target: only, changes });
  },
  write: async (tx, context, writes) => {
    const edits = writes.flatMap(({ target, changes, of }) =>
      target ? [{ ...of, id: target.id, changes, isRestored: target.isArchived }] : [],
    );
    if (edits.length > 0) await editContacts(tx, context, edits);
    const fresh = writes.flatMap(({ target, data, of }) => (target ? [] : [{ ...data, ...of }]));
    if (fresh.length > 0) await addContacts(tx, context, fresh);
  },
});

/** The one party that a row names. */
function partyOf(
  row: RowReader,
  { startups, investors }: Known,
): (ContactOf & { partyId: string }) | undefined {
  const names = ['startup', 'investor'].filter((field) => row.text(field) !== undefined);
  if (names.length !== 1) return row.tell(names.length === 0 ? 'startup' : null, 'one_party');
  const startup = startups.find(row, 'startup');
  const investor = investors.find(row, 'investor');
  const found = startup ?? investor;
  return found && { partyId: found.id, startupId: startup?.id ?? null, investorId: investor?.id ?? null };
}

const onlyNamed = (whose: ContactOf) =>
  Object.fromEntries(Object.entries(whose).filter(([, id]) => id !== null));

const atColumn = <R extends { field?: readonly (string | number)[] }>(refusal: R): R => ({
  ...refusal,
  field: refusal.field?.map((part) => (part === 'consentAt' ? 'consent' : part)),
});

function dataOf({
  name,
  nameEn,
  title,
  email,
  phone,
  consentAt,
}: z.output<typeof addContactInput>): ContactData {
  return { name, nameEn, title, email, phone, consentAt };
}

/** By address where the row has one, else by name; the one that was chosen where somebody said so. */
function meantOf(
  theirs: readonly KnownContact[],
  data: ContactData,
  decision: string | null,
): KnownContact[] {
  const chosen = theirs.find(({ id }) => id === decision);
  if (chosen) return [chosen];
  const byEmail = data.email ? theirs.filter(({ email }) => email === data.email) : [];
  const all =
    byEmail.length > 0 ? byEmail : theirs.filter(({ name }) => nameKey(name) === nameKey(data.name));
  const live = all.filter(({ isArchived }) => !isArchived);
  return live.length > 0 ? live : all;
}

const choiceOf = ({ id, name, title }: KnownContact): Choice => ({
  decision: id,
  name: title ? `${name}, ${title}` : name,
});

function pick(data: ContactData, fields: readonly (keyof ContactData)[]): Partial<ContactData> {
  return Object.fromEntries(fields.map((field) => [field, data[field]]));
}

function differences(
  now: KnownContact,
  data: ContactData,
  fields: readonly (keyof ContactData)[],
): Partial<ContactData> {
  const same = (field: keyof ContactData) =>
    field === 'name'
      ? nameKey(now.name) === nameKey(data.name)
      : String(now[field] ?? '') === String(data[field] ?? '');
  const differing = fields.filter((field) => !same(field));
  return pick(data, differing);
}

/** What stands there is shown as the office reads contact data: masked. */
const MASKS: Record<string, (text: string) => string> = { email: maskEmail, phone: maskPhone };
function changesOf(now: KnownContact | null, given: Partial<ContactData>, homeZone: string): CellChange[] {
  const text = (each: unknown) => (each instanceof Date ? dayInZone(each, homeZone) : String(each ?? ''));
  return Object.entries(given).map(([field, value]) => {
    const was = now && text(now[field as keyof KnownContact]);
    return {
      field: field === 'consentAt' ? 'consent' : field,
      from: was === null ? null : (MASKS[field]?.(was) ?? was),
      to: text(value),
    };
  });
}
