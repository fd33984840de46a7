-- An archive is read into a program of its own, in one transaction and by an admin: the only way in which a log is filled with
-- entries that others left at other times. It leads into a program that the same transaction made, and into no other.

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "restored_in" BIGINT;
COMMENT ON COLUMN program.restored_in IS 'Number of the transaction that fills it from an archive; null in every program that is there.';

CREATE FUNCTION is_restored_now(p_program uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM program g WHERE g.id = p_program
    AND g.restored_in = pg_current_xact_id_if_assigned()::text::bigint)
$$;
REVOKE ALL ON FUNCTION is_restored_now(uuid) FROM public;

CREATE FUNCTION require_restoring(p_program uuid) RETURNS void LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app_standing() <> 'admin' OR NOT is_restored_now(p_program) THEN
    RAISE EXCEPTION 'no program of the asker is being restored' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE ALL ON FUNCTION require_restoring(uuid) FROM public;

-- What is frozen is filled while an archive is read. As in 20261130183500_merge_parties beside that.
CREATE OR REPLACE FUNCTION refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at uuid := coalesce(NEW.timetable_id, OLD.timetable_id);
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.slot_id IS NULL AND to_jsonb(NEW) - 'slot_id' = to_jsonb(OLD) - 'slot_id'
      OR follows_its_pair(to_jsonb(OLD), to_jsonb(NEW))) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND goes_with_program(OLD.program_id) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' AND current_user <> 'roundtable_app' THEN
    IF is_restored_now(NEW.program_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  IF EXISTS (SELECT FROM timetable t WHERE t.program_id = coalesce(NEW.program_id, OLD.program_id) AND t.id = at
             AND t.state <> 'draft') THEN
    RAISE EXCEPTION 'a published timetable is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- What comes from an archive happened long ago: no webhook tells of it. As in 20261130185500_webhooks beside that.
CREATE OR REPLACE FUNCTION tell_webhooks() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  delivery uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM webhook w WHERE w.ended_at IS NULL) OR is_restored_now(app_program()) THEN
    RETURN NULL;
  END IF;
  FOR delivery IN
    INSERT INTO webhook_delivery (id, webhook_id, person_id, entry_id, event)
    SELECT gen_random_uuid(), w.id, w.person_id, e.id, e.command
    FROM written e JOIN webhook w ON w.ended_at IS NULL
      AND (cardinality(w.program_ids) = 0 OR e.program_id = ANY (w.program_ids))
      AND ('*' = ANY (w.events) OR e.command = ANY (w.events) OR split_part(e.command, '.', 1) || '.*' = ANY (w.events))
    WHERE e.program_id IS NOT NULL
      AND (w.token_id IS NULL OR EXISTS (
        SELECT FROM api_token t WHERE t.id = w.token_id AND t.revoked_at IS NULL AND t.expires_at > now()))
      AND (
      EXISTS (SELECT FROM membership m WHERE m.program_id = e.program_id AND m.person_id = w.person_id AND m.ended_at IS NULL)
      OR EXISTS (SELECT FROM person p WHERE p.id = w.person_id AND p.is_admin))
    RETURNING id
  LOOP
    PERFORM queue_delivery(delivery);
  END LOOP;
  RETURN NULL;
END $$;

-- Rows of an archive into one table, with the columns that the first of them has. What is reckoned here is not taken from the
-- file: numbers of logs, search texts, and what a pair's row keeps of its logs.
CREATE FUNCTION fill_from_archive(p_program uuid, p_table text, p_rows jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  reckoned constant text[] := CASE p_table
    WHEN 'pair' THEN ARRAY['stage', 'stage_since', 'status', 'reason_code', 'live_rung', 'live_minor', 'live_currency', 'live_on', 'interest']
    ELSE '{}' END || ARRAY['program_id', 'search_text'];
  unknown text;
  columns text;
BEGIN
  SELECT k INTO unknown FROM jsonb_object_keys(p_rows -> 0) k
    WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = p_table::regclass AND a.attname = k AND a.attnum > 0 AND NOT a.attisdropped);
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION '% has no column %', p_table, unknown USING ERRCODE = 'undefined_column';
  END IF;
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = p_table::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND a.attname <> ALL (reckoned) AND p_rows -> 0 ? a.attname::text
      AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE 'nextval(%';
  EXECUTE format('INSERT INTO %1$I (program_id, %2$s) SELECT $1, %2$s FROM jsonb_populate_recordset(NULL::public.%1$I, $2)', p_table, columns)
  USING p_program, p_rows;
END $$;
REVOKE ALL ON FUNCTION fill_from_archive(uuid, text, jsonb) FROM public;

-- Makes the program that an archive is read into: `p_row` as the archive has it, under another id, address and name. Until
-- restore_done() the transaction stands in it.
CREATE FUNCTION restore_program(p_program uuid, p_row jsonb) RETURNS void LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app_standing() <> 'admin' OR app_program() IS NOT NULL THEN
    RAISE EXCEPTION 'an admin restores a program' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO program (id, slug, name, name_en, venue, venue_en, home_zone, venue_zone, base_currency, as_of_default, evidence_limit,
    large_amount, requires_second_factor, setup_step, created_at, restored_in)
  SELECT p_program, r.slug, r.name, r.name_en, r.venue, r.venue_en, r.home_zone, r.venue_zone, r.base_currency, r.as_of_default,
    r.evidence_limit, r.large_amount, r.requires_second_factor, r.setup_step, r.created_at, pg_current_xact_id()::text::bigint
  FROM jsonb_populate_record(NULL::program, p_row) r;
  PERFORM set_config('app.program', p_program::text, true);
END $$;
REVOKE ALL ON FUNCTION restore_program(uuid, jsonb) FROM public;
GRANT EXECUTE ON FUNCTION restore_program(uuid, jsonb) TO roundtable_app;

-- The people of an archive by their addresses: whoever is here already, or a new row that nothing opens.
CREATE FUNCTION restore_people(p_program uuid, p_people jsonb) RETURNS TABLE (was uuid, id uuid, is_new boolean) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_restoring(p_program);
  RETURN QUERY WITH r AS (
    SELECT * FROM jsonb_to_recordset(p_people) AS r(was uuid, email text, name text, name_en text, locale text)
  ), made AS (
    INSERT INTO person (id, email, name, name_en, locale)
    SELECT gen_random_uuid(), r.email, r.name, r.name_en, r.locale FROM r
    WHERE NOT EXISTS (SELECT FROM person p WHERE p.email = r.email)
    RETURNING id, email
  )
  SELECT r.was, coalesce(m.id, p.id), m.id IS NOT NULL FROM r
  LEFT JOIN made m ON m.email = r.email LEFT JOIN person p ON p.email = r.email;
END $$;
REVOKE ALL ON FUNCTION restore_people(uuid, jsonb) FROM public;
GRANT EXECUTE ON FUNCTION restore_people(uuid, jsonb) TO roundtable_app;

-- Rows of one file of an archive, at most some thousand at a time and in its order. A membership comes back as ended, unless
-- `p_keeps_members`. Of a pair's words the archive has the strongest and the office's own: a stronger one of somebody else is
-- written down beside the investors, where nobody reads whose it is, and a no-thanks as the office's.
CREATE FUNCTION restore_rows(p_program uuid, p_table text, p_rows jsonb, p_at timestamptz, p_keeps_members boolean)
RETURNS void LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_restoring(p_program);
  IF p_table = 'pair_wish' THEN
    INSERT INTO wish (program_id, startup_id, pair_id, side, said, at)
    SELECT p_program, p.startup_id, p.id, w.side, w.said, coalesce(r.at, p_at)
    FROM jsonb_to_recordset(p_rows) AS r(pair_id uuid, said wish_word, own wish_word, at timestamptz)
    LEFT JOIN pair p ON p.program_id = p_program AND p.id = r.pair_id
    CROSS JOIN LATERAL (VALUES
      ('office'::wish_side, CASE WHEN r.said = 'no_thanks' THEN r.said ELSE r.own END),
      ('investor', CASE WHEN r.said <> 'no_thanks' AND r.said IS DISTINCT FROM r.own THEN r.said END)) AS w (side, said)
    WHERE w.said IS NOT NULL;
  ELSIF p_table = 'membership' AND NOT p_keeps_members THEN
    PERFORM fill_from_archive(p_program, p_table, (
      SELECT jsonb_agg(r || jsonb_build_object('ended_at', coalesce(r ->> 'ended_at', p_at::text)) ORDER BY n)
      FROM jsonb_array_elements(p_rows) WITH ORDINALITY AS e (r, n)));
  ELSIF p_table IN ('program_stage', 'venue_table', 'slot', 'startup', 'investor', 'contact', 'membership', 'pair', 'stage_event',
    'status_event', 'meeting', 'meeting_participant', 'meeting_event', 'outcome', 'amount', 'void', 'stored_file', 'party_merge', 'note',
    'fx_rate', 'timetable_rules', 'pair_weight', 'match_weights', 'blackout', 'fixed_table', 'timetable', 'timetable_meeting', 'report',
    'wave_answer', 'saved_view', 'import_mapping', 'audit_entry') THEN
    PERFORM fill_from_archive(p_program, p_table, p_rows);
  ELSE
    RAISE EXCEPTION 'no table of an archive: %', p_table USING ERRCODE = 'undefined_table';
  END IF;
END $$;
REVOKE ALL ON FUNCTION restore_rows(uuid, text, jsonb, timestamptz, boolean) FROM public;
GRANT EXECUTE ON FUNCTION restore_rows(uuid, text, jsonb, timestamptz, boolean) TO roundtable_app;

-- Ends the reading of an archive. A meeting stands as its log says, whatever its row in the file said. `p_ends`: for each
-- timetable how many entries the meeting log had when its draft was made. From here on the program is like any other: with
-- `p_closed` nobody writes in it.
CREATE FUNCTION restore_done(p_program uuid, p_ends jsonb, p_closed timestamptz) RETURNS void LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_restoring(p_program);
  UPDATE meeting m SET starts_at = e.starts_at, ends_at = e.ends_at, no_show_side = CASE e.kind WHEN 'no_show' THEN e.side END,
    state = CASE e.kind WHEN 'held' THEN 'held' WHEN 'no_show' THEN 'no_show' WHEN 'cancelled' THEN 'cancelled' ELSE 'scheduled' END::meeting_state
  FROM last_meeting_event(p_program, 'infinity') e
  WHERE m.program_id = p_program AND m.id = e.meeting_id AND (m.starts_at, m.ends_at, m.state, m.no_show_side) IS DISTINCT FROM (
    e.starts_at, e.ends_at, CASE e.kind WHEN 'held' THEN 'held' WHEN 'no_show' THEN 'no_show' WHEN 'cancelled' THEN 'cancelled'
      ELSE 'scheduled' END::meeting_state, CASE e.kind WHEN 'no_show' THEN e.side END);
  UPDATE timetable t SET base_seq = coalesce((
    SELECT n.seq FROM (SELECT e.seq, row_number() OVER (ORDER BY e.seq) AS place FROM meeting_event e WHERE e.program_id = p_program) n
    WHERE n.place = (p_ends ->> t.id::text)::bigint), 0)
  WHERE t.program_id = p_program;
  UPDATE program g SET restored_in = NULL, closed_at = p_closed WHERE g.id = p_program;
END $$;
REVOKE ALL ON FUNCTION restore_done(uuid, jsonb, timestamptz) FROM public;
GRANT EXECUTE ON FUNCTION restore_done(uuid, jsonb, timestamptz) TO roundtable_app;
