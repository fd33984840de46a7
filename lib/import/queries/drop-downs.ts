import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { Tx } from '@/lib/platform/database';

type Read = (tx: Tx, programId: string, locale: Locale) => Promise<string[]>;

const named = { where: { archivedAt: null }, select: { name: true, nameEn: true } } as const;
const namesOf = (rows: readonly { name: string; nameEn: string }[], locale: Locale) =>
  rows.map((row) => shownName(row, locale)).sort();

/** Names of the program that columns hold, by field. */
const NAMES: Readonly<Record<string, Read>> = {
  startup: async (tx, programId, locale) =>
    namesOf(await tx.startup.findMany({ ...named, where: { ...named.where, programId } }), locale),
  investor: async (tx, programId) =>
    (await tx.investor.findMany({ where: { programId, archivedAt: null }, select: { name: true } }))
      .map(({ name }) => name)
      .sort(),
  table: async (tx, programId) =>
    (await tx.venueTable.findMany({ where: { programId, archivedAt: null }, select: { name: true } }))
      .map(({ name }) => name)
      .sort(),
};

/** The program's own names for a column; null where it holds none. */
export async function readNamesFor(
  tx: Tx,
  { programId }: ProgramScope,
  field: string,
  locale: Locale,
): Promise<string[] | null> {
  return NAMES[field]?.(tx, programId, locale) ?? null;
}
