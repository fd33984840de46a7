import type { Tx } from '@/lib/platform/database';
import { fetchRows } from '@/lib/platform/fetch-rows';
import { Prisma } from '@/prisma/client/client';
import { ARCHIVED_NAMES, ARCHIVED_TABLES, type ArchivedTable } from '../rules/archive';

const id = Prisma.sql`x.id`;
const seq = Prisma.sql`x.seq`;
const whole = Prisma.sql`to_jsonb(x)::text`;

/** Nobody learns whose a no-thanks is, nor what else a side said of that pair: a pair that is not to meet stands apart. */
const isToMeet = Prisma.sql`not exists (select from pair_wish(x.program_id) w where w.pair_id = x.pair_id and w.said = 'no_thanks')`;
/** Of a note the reader may not see, not even that it was written (lib/audit/queries.ts). */
const isOfSeenNote = Prisma.sql`(x.subject <> 'note' or exists (
  select from note n where n.program_id = x.program_id and n.id::text = x.subject_id))`;

/** In which order the rows of a table stand. Logs stand in the order in which they were written. */
const ORDERS: Readonly<Record<ArchivedTable, Prisma.Sql>> = {
  ...{
    program_stage: Prisma.sql`x.stage`,
    venue_table: id,
    slot: id,
    startup: id,
    investor: id,
    contact: id,
  },
  ...{ membership: id, pair: id, stage_event: seq, status_event: seq, meeting: id },
  meeting_participant: Prisma.sql`x.meeting_id, x.contact_id`,
  ...{ meeting_event: seq, outcome: seq, amount: seq, void: id, stored_file: id, party_merge: id, note: id },
  ...{ fx_rate: seq, timetable_rules: Prisma.sql`x.stage`, wish: Prisma.sql`x.pair_id, x.side` },
  ...{
    pair_weight: Prisma.sql`x.pair_id`,
    match_weights: whole,
    blackout: id,
    fixed_table: id,
    timetable: id,
  },
  ...{ timetable_meeting: Prisma.sql`x.timetable_id, x.pair_id`, report: Prisma.sql`x.number` },
  ...{ wave_answer: seq, saved_view: id, import_mapping: Prisma.sql`x.kind, x.signature` },
  audit_entry: Prisma.sql`x.at, x.id`,
};

const WHERE: Partial<Record<ArchivedTable, Prisma.Sql>> = { wish: isToMeet, audit_entry: isOfSeenNote };

/** Names of tables and columns of `rules/archive.ts`, and none that anybody sent. */
const named = (name: string) => Prisma.raw(`"${name}"`);

type Line = { line: string };

/** The rows of one table as the viewer may see them, each as JSON; instants in UTC, sums as digits. */
export function fetchTable(tx: Tx, programId: string, name: ArchivedTable): AsyncGenerator<Line[]> {
  return fetchRows<Line>(
    tx,
    Prisma.sql`select (to_jsonb(x) - 'search_text')::text as line from ${named(name)} x
      where x.program_id = ${programId}::uuid and ${WHERE[name] ?? Prisma.sql`true`} order by ${ORDERS[name]}`,
  );
}

/** Pairs that are not to meet, without who said so. */
export function fetchNotToMeet(tx: Tx, programId: string): AsyncGenerator<Line[]> {
  return fetchRows<Line>(
    tx,
    Prisma.sql`select json_build_object('pair_id', w.pair_id)::text as line from pair_wish(${programId}::uuid) w
      where w.said = 'no_thanks' order by w.pair_id`,
  );
}

/** Everybody that a row names: by e-mail people are known in another installation. No password and no sign-in comes along. */
export function fetchPeople(tx: Tx, programId: string): AsyncGenerator<Line[]> {
  const naming = ARCHIVED_NAMES.flatMap((table) =>
    ARCHIVED_TABLES[table].map(
      (column) =>
        Prisma.sql`select ${named(column)} from ${named(table)} x
          where x.program_id = ${programId}::uuid and ${WHERE[table] ?? Prisma.sql`true`}`,
    ),
  );
  return fetchRows<Line>(
    tx,
    Prisma.sql`select json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'name_en', p.name_en,
        'locale', p.locale)::text as line
      from person p where p.id in (${Prisma.join(naming, ' union ')}) order by p.id`,
  );
}

/** The program's own row. */
export function fetchProgram(tx: Tx, programId: string): AsyncGenerator<Line[]> {
  return fetchRows<Line>(
    tx,
    Prisma.sql`select json_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'name_en', x.name_en, 'venue', x.venue,
        'venue_en', x.venue_en, 'home_zone', x.home_zone, 'venue_zone', x.venue_zone, 'base_currency', x.base_currency,
        'as_of_default', x.as_of_default, 'evidence_limit', b.evidence_limit, 'large_amount', b.large_amount,
        'requires_second_factor', x.requires_second_factor, 'setup_step', x.setup_step,
        'created_at', x.created_at, 'closed_at', x.closed_at, 'archived_at', x.archived_at)::text as line
      from program x left join amount_bounds() b on b.program_id = x.id where x.id = ${programId}::uuid`,
  );
}

/** The uploaded files whose rows the archive holds. */
export async function findContents(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from stored_file where program_id = ${programId}::uuid order by id`;
  return rows.map((row) => row.id);
}
