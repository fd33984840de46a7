import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { nameKey } from '@/lib/core/text';
import { dayInZone, timeInZone } from '@/lib/core/zones';
import { listKnownContacts } from '@/lib/party/queries/known';
import { listKnownMembers } from '@/lib/person/queries/known';
import type { Tx } from '@/lib/platform/database';
import { listStageTimes, listTables } from '@/lib/program/queries/known';
import { listKnownSlots } from '@/lib/timetable/queries/known';
import type { ImportKind } from '../schema';

type Read = (tx: Tx, scope: ProgramScope, locale: Locale) => Promise<string[]>;
type Named = { name: string; nameEn?: string | undefined; isArchived?: boolean };

const inUse = { archivedAt: null };
const namesOf = (rows: readonly Named[], locale: Locale) =>
  rows
    .filter(({ isArchived }) => !isArchived)
    .map(({ name, nameEn = '' }) => shownName({ name, nameEn }, locale))
    .sort();

const startups: Read = async (tx, { programId }, locale) => {
  const select = { name: true, nameEn: true };
  return namesOf(await tx.startup.findMany({ where: { programId, ...inUse }, select }), locale);
};
const investors: Read = async (tx, { programId }, locale) => {
  const select = { name: true };
  return namesOf(await tx.investor.findMany({ where: { programId, ...inUse }, select }), locale);
};
const contacts: Read = async (tx, scope, locale) =>
  namesOf(await listKnownContacts(tx, scope, false), locale);
const tables: Read = async (tx, scope) =>
  (await listTables(tx, scope)).filter(({ isArchived }) => !isArchived).map(({ name }) => name);

/** Whoever may be in charge of a pair, by name, and by address where two have the same. */
const owners: Read = async (tx, scope, locale) => {
  const members = [...(await listKnownMembers(tx, scope)).values()];
  const office = members.filter(({ role, isEnded }) => role === 'officer' && !isEnded);
  const keys = office.flatMap((each) => [...new Set([nameKey(each.name), nameKey(each.nameEn)])]);
  const isShared = (name: string) => keys.filter((key) => key === nameKey(name)).length > 1;
  const named = office.map((each) => ({ name: shownName(each, locale), email: each.email }));
  return named.map(({ name, email }) => (isShared(name) ? email : name)).sort();
};

/** Beginnings of slots on the clocks of their stage. */
const slotStarts: Read = async (tx, scope) => {
  const stages = await listStageTimes(tx, scope);
  const texts = (await listKnownSlots(tx, scope)).map(({ stage, startsAt }) => {
    const zone = stages.get(stage)?.zone ?? scope.program.venueZone;
    return `${dayInZone(startsAt, zone)} ${timeInZone(startsAt, zone)}`;
  });
  return [...new Set(texts)].sort();
};

/** What of the program columns hold, by field; `kind.field` where kinds differ. */
const NAMES: Readonly<Record<string, Read>> = {
  startup: startups,
  investor: investors,
  table: tables,
  owner: owners,
  'meetings.zone': async (_tx, { program }) => [...new Set([program.venueZone, program.homeZone])],
  'availability.start': slotStarts,
  'availability.name': async (tx, scope, locale) => {
    const all: string[] = [];
    for (const read of [startups, investors, contacts, tables]) all.push(...(await read(tx, scope, locale)));
    return [...new Set(all)];
  },
};

/** The program's own names for a column; null where it holds none. */
export async function readNamesFor(
  tx: Tx,
  scope: ProgramScope,
  kind: ImportKind,
  field: string,
  locale: Locale,
): Promise<string[] | null> {
  const read = NAMES[`${kind}.${field}`] ?? NAMES[field];
  return read ? read(tx, scope, locale) : null;
}
