import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import type { Tx } from '@/lib/platform/database';
import type { NamesById } from '../rules/label';

type Row = { id: string; name: string; nameEn: string };

/** What these ids are called: parties, pairs, tables and people of the program, as far as the viewer may see them. */
export async function readNames(
  tx: Tx,
  { programId }: ProgramScope,
  ids: readonly string[],
  locale: Locale,
): Promise<NamesById> {
  if (ids.length === 0) return new Map();
  const asked = [...ids];
  const rows = await tx.$queryRaw<Row[]>`
    select s.id, s.name, s.name_en as "nameEn" from startup s where s.program_id = ${programId}::uuid and s.id::text = any(${asked})
    union all
    select i.id, i.name, '' from investor i where i.program_id = ${programId}::uuid and i.id::text = any(${asked})
    union all
    select v.id, v.name, '' from venue_table v where v.program_id = ${programId}::uuid and v.id::text = any(${asked})
    union all
    select p.id, s.name || ' × ' || i.name, coalesce(nullif(s.name_en, ''), s.name) || ' × ' || i.name from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    where p.program_id = ${programId}::uuid and p.id::text = any(${asked})
    union all
    select b.id, b.name, b.name_en from membership m join person b on b.id = m.person_id
    where m.program_id = ${programId}::uuid and b.id::text = any(${asked})`;
  return new Map(rows.map((row) => [row.id, nameIn(row, locale)]));
}
