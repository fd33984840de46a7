import type { Client } from 'pg';

/** What a refused request may leave behind: that it was counted, and that its asker was there. */
const MAY_CHANGE = ['sign_in', 'api_token', 'known_browser', 'limit_use'];
/** Kept answers and numbers of changes, which a reading fills, and what tells whether they still hold. */
const KEPT = ['funnel_rollup', 'program_touch', 'change_number'];
/** What is sent when its turn comes, by a job: an earlier request asked for it. */
const LATER = ['webhook_delivery'];

/**
 * Notes the name of every table whose rows change. What is rolled back leaves no note, so a note is a fact.
 * For throwaway databases alone.
 */
export async function watchChanges(client: Client): Promise<void> {
  await client.query(`
    create schema if not exists fuzz;
    create table fuzz.change (table_name text not null);
    create function fuzz.note_change() returns trigger language plpgsql security definer set search_path = fuzz as $$
      begin insert into fuzz.change values (tg_table_name); return null; end $$;
    do $$ declare t regclass; begin
      for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' loop
        execute format('create trigger fuzz_note after insert or update or delete on %s for each row execute function fuzz.note_change()', t);
      end loop; end $$`);
}

/** The tables that have changed since the last call, without those that may. */
export async function changesSince(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'with gone as (delete from fuzz.change returning table_name) select distinct table_name as name from gone',
  );
  return rows.map(({ name }) => name).filter((name) => ![...MAY_CHANGE, ...KEPT, ...LATER].includes(name));
}
