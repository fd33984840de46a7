import { Prisma } from '@/prisma/client/client';

/* Columns as JSON answers carry them, for statements written by hand. */

/** An instant as ISO 8601 with Z, by the milliseconds. */
export function isoColumn(instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Both names of a row of `person`, by its alias; null where nobody was joined. */
export function personNameColumn(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${person}.id is not null then jsonb_build_object('name', ${person}.name, 'nameEn', ${person}.name_en) end`;
}

/** The same with the person's id. */
export function namedPersonColumn(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${personNameColumn(person)} || jsonb_build_object('id', ${person}.id)`;
}
