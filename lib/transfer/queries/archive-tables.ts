import type { Tx } from '@/lib/platform/database';
import { fetchRows } from '@/lib/platform/fetch-rows';
import { Prisma } from '@/prisma/client/client';
import { ARCHIVED_NAMES, ARCHIVED_TABLES, type ArchivedTable } from '../rules/archive';

type Table = { table: Prisma.Sql; order: Prisma.Sql; where: Prisma.Sql };

const id = Prisma.sql`x.id`;
const seq = Prisma.sql`x.seq`;
const of = (table: Prisma.Sql, order: Prisma.Sql, where = Prisma.sql`true`): Table => ({
  table,
  order,
  where,
});

/** Of a note the reader may not see, not even that it was written (lib/audit/queries.ts). */
const isOfSeenNote = Prisma.sql`(x.subject <> 'note' or exists (
  select from note n where n.program_id = x.program_id and n.id::text = x.subject_id))`;

/** Each table with the order of its rows. Logs stand in the order in which they were written. */
const TABLES: Readonly<Record<ArchivedTable, Table>> = {
  program_stage: of(Prisma.sql`program_stage`, Prisma.sql`x.stage`),
  venue_table: of(Prisma.sql`venue_table`, id),
  slot: of(Prisma.sql`slot`, id),
  startup: of(Prisma.sql`startup`, id),
  investor: of(Prisma.sql`investor`, id),
  contact: of(Prisma.sql`contact`, id),
  membership: of(Prisma.sql`membership`, id),
  pair: of(Prisma.sql`pair`, id),
  stage_event: of(Prisma.sql`stage_event`, seq),
  status_event: of(Prisma.sql`status_event`, seq),
  meeting: of(Prisma.sql`meeting`, id),
  meeting_participant: of(Prisma.sql`meeting_participant`, Prisma.sql`x.meeting_id, x.contact_id`),
  meeting_event: of(Prisma.sql`meeting_event`, seq),
  outcome: of(Prisma.sql`outcome`, seq),
  amount: of(Prisma.sql`amount`, seq),
  void: of(Prisma.sql`void`, id),
  stored_file: of(Prisma.sql`stored_file`, id),
  party_merge: of(Prisma.sql`party_merge`, id),
  note: of(Prisma.sql`note`, id),
  fx_rate: of(Prisma.sql`fx_rate`, seq),
  timetable_rules: of(Prisma.sql`timetable_rules`, Prisma.sql`x.stage`),
  pair_weight: of(Prisma.sql`pair_weight`, Prisma.sql`x.pair_id`),
  match_weights: of(Prisma.sql`match_weights`, Prisma.sql`x.program_id`),
  blackout: of(Prisma.sql`blackout`, id),
  fixed_table: of(Prisma.sql`fixed_table`, id),
  timetable: of(Prisma.sql`timetable`, id),
  timetable_meeting: of(Prisma.sql`timetable_meeting`, Prisma.sql`x.timetable_id, x.pair_id`),
  report: of(Prisma.sql`report`, Prisma.sql`x.number`),
  wave_answer: of(Prisma.sql`wave_answer`, seq),
  saved_view: of(Prisma.sql`saved_view`, id),
  import_mapping: of(Prisma.sql`import_mapping`, Prisma.sql`x.kind, x.signature`),
  audit_entry: of(Prisma.sql`audit_entry`, Prisma.sql`x.at, x.id`, isOfSeenNote),
};

type Line = { line: string };

/** The rows of one table as the viewer may see them, each as JSON; instants in UTC, sums as digits. */
export function fetchTable(tx: Tx, programId: string, name: ArchivedTable): AsyncGenerator<Line[]> {
  const { table, order, where } = TABLES[name];
  return fetchRows<Line>(
    tx,
    Prisma.sql`select (to_jsonb(x) - 'search_text')::text as line from ${table} x
      where x.program_id = ${programId}::uuid and ${where} order by ${order}`,
  );
}

/** The strongest word on each pair and the office's own, as the office reads them: no side's word stands beside its name. */
export function fetchWishes(tx: Tx, programId: string): AsyncGenerator<Line[]> {
  return fetchRows<Line>(
    tx,
    Prisma.sql`select json_build_object('pair_id', w.pair_id, 'said', w.said, 'own', w.own, 'at', t.at)::text as line
      from pair_wish(${programId}::uuid) w left join pair_wish_time(${programId}::uuid) t on t.pair_id = w.pair_id
      order by w.pair_id`,
  );
}

/** Everybody that a row names: by e-mail people are known in another installation. No password and no sign-in comes along. */
export function fetchPeople(tx: Tx, programId: string): AsyncGenerator<Line[]> {
  const naming = ARCHIVED_NAMES.flatMap((name) => {
    const { table, where } = TABLES[name];
    return ARCHIVED_TABLES[name].map(
      (column) => Prisma.sql`select (to_jsonb(x) ->> ${column})::uuid from ${table} x
        where x.program_id = ${programId}::uuid and ${where}`,
    );
  });
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
