import type { Tx } from '@/lib/platform/database';
import { fetchRows } from '@/lib/platform/fetch-rows';
import { Prisma } from '@/prisma/client/client';

type Table = { table: Prisma.Sql; order: Prisma.Sql; where?: Prisma.Sql };

const id = Prisma.sql`x.id`;
const seq = Prisma.sql`x.seq`;
const of = (table: Prisma.Sql, order: Prisma.Sql, where?: Prisma.Sql): Table => ({
  table,
  order,
  ...(where ? { where } : {}),
});

/** Nobody learns whose a no-thanks is, nor what else a side said of that pair: a pair that is not to meet stands apart. */
const isToMeet = Prisma.sql`not exists (select from pair_wish(x.program_id) w where w.pair_id = x.pair_id and w.said = 'no_thanks')`;
/** Of a note the reader may not see, not even that it was written (lib/audit/queries.ts). */
const isOfSeenNote = Prisma.sql`(x.subject <> 'note' or exists (
  select from note n where n.program_id = x.program_id and n.id::text = x.subject_id))`;

/**
 * The tables of an archive by the names of their files, in an order in which they can be filled: a row names only what stands
 * before it. Logs stand in the order in which they were written.
 */
export const ARCHIVED_TABLES: Readonly<Record<string, Table>> = {
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
  fx_rate: of(Prisma.sql`fx_rate`, id),
  timetable_rules: of(Prisma.sql`timetable_rules`, Prisma.sql`x.stage`),
  wish: of(Prisma.sql`wish`, Prisma.sql`x.pair_id, x.side`, isToMeet),
  pair_weight: of(Prisma.sql`pair_weight`, Prisma.sql`x.pair_id`),
  blackout: of(Prisma.sql`blackout`, Prisma.sql`to_jsonb(x)::text`),
  fixed_table: of(Prisma.sql`fixed_table`, Prisma.sql`to_jsonb(x)::text`),
  timetable: of(Prisma.sql`timetable`, id),
  timetable_meeting: of(Prisma.sql`timetable_meeting`, Prisma.sql`to_jsonb(x)::text`),
  report: of(Prisma.sql`report`, Prisma.sql`x.number`),
  wave_answer: of(Prisma.sql`wave_answer`, id),
  audit_entry: of(Prisma.sql`audit_entry`, Prisma.sql`x.at, x.id`, isOfSeenNote),
};

type Line = { line: string };

/** The rows of one table as the viewer may see them, each as JSON; instants in UTC, sums as digits. */
export function fetchTable(tx: Tx, programId: string, name: string): AsyncGenerator<Line[]> {
  const { table, order, where = Prisma.sql`true` } = ARCHIVED_TABLES[name] as Table;
  return fetchRows<Line>(
    tx,
    Prisma.sql`select to_jsonb(x)::text as line from ${table} x where x.program_id = ${programId}::uuid and ${where} order by ${order}`,
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
  return fetchRows<Line>(
    tx,
    Prisma.sql`select json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'name_en', p.name_en)::text as line
      from person p
      where p.id in (select m.person_id from membership m where m.program_id = ${programId}::uuid)
        or p.id in (select a.by_id from audit_entry a where a.program_id = ${programId}::uuid)
      order by p.id`,
  );
}

/** The program's own row. */
export function fetchProgram(tx: Tx, programId: string): AsyncGenerator<Line[]> {
  return fetchRows<Line>(
    tx,
    Prisma.sql`select json_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'name_en', x.name_en, 'venue', x.venue,
        'venue_en', x.venue_en, 'home_zone', x.home_zone, 'venue_zone', x.venue_zone, 'base_currency', x.base_currency,
        'as_of_default', x.as_of_default, 'evidence_limit', b.evidence_limit, 'large_amount', b.large_amount,
        'created_at', x.created_at, 'closed_at', x.closed_at, 'archived_at', x.archived_at)::text as line
      from program x left join amount_bounds() b on b.program_id = x.id where x.id = ${programId}::uuid`,
  );
}
