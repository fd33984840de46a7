-- A program is cloned without its outcomes, a program made by mistake is deleted, and a new one is set up step by step.

-- The step at which the office left the set-up; null where it has not begun.
ALTER TABLE "program" ADD COLUMN "setup_step" TEXT;
GRANT SELECT (setup_step), UPDATE (setup_step) ON program TO roundtable_app;
ALTER TABLE program ADD CONSTRAINT program_setup_step CHECK (length(setup_step) BETWEEN 1 AND 40);

-- ---------------------------------------------------------------------------------------------------------------
-- What is append-only, frozen or final stays so, but for a program that is deleted as a whole: by delete_program() alone, as
-- the application deletes nothing of it.
CREATE FUNCTION goes_with_program(p_program uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_user <> 'roundtable_app' AND current_setting('app.deleting', true) = p_program::text
$$;

CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF goes_with_program(OLD.program_id) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- As in 20261123010000_timetable.
CREATE OR REPLACE FUNCTION refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at uuid := coalesce(NEW.timetable_id, OLD.timetable_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.slot_id IS NULL AND to_jsonb(NEW) - 'slot_id' = to_jsonb(OLD) - 'slot_id' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND goes_with_program(OLD.program_id) THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT FROM timetable t WHERE t.program_id = coalesce(NEW.program_id, OLD.program_id) AND t.id = at
             AND t.state <> 'draft') THEN
    RAISE EXCEPTION 'a published timetable is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.said = 'no_thanks' AND NOT (TG_OP = 'DELETE' AND goes_with_program(OLD.program_id)) THEN
    RAISE EXCEPTION 'a no-thanks is final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- Deletes a program with everything of it, by an admin, as long as nothing was published from it. The catalogue says which
-- tables there are and which of them point at which, so that a new one needs no line here. People and their accounts stay.
CREATE FUNCTION delete_program(p_program uuid) RETURNS void LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t regclass;
BEGIN
  IF app_standing() <> 'admin' THEN
    RAISE EXCEPTION 'an admin deletes a program' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM program g WHERE g.id = p_program FOR UPDATE;
  IF EXISTS (SELECT FROM report r WHERE r.program_id = p_program)
    OR EXISTS (SELECT FROM timetable v WHERE v.program_id = p_program AND v.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'something was published: constraint "program_published"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'program_published', TABLE = 'program';
  END IF;
  PERFORM set_config('app.deleting', p_program::text, true);
  FOR t IN
    WITH RECURSIVE here (at) AS (
      SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'program_id' AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    ), pointing (at, depth) AS (
      SELECT h.at, 0 FROM here h
      UNION SELECT c.conrelid, p.depth + 1 FROM pointing p
        JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = p.at AND c.conrelid <> p.at
        WHERE p.depth < 20)
    SELECT h.at::regclass FROM here h JOIN pointing p ON p.at = h.at GROUP BY h.at ORDER BY max(p.depth) DESC
  LOOP
    EXECUTE format('DELETE FROM %s WHERE program_id = $1', t) USING p_program;
  END LOOP;
  DELETE FROM program WHERE id = p_program;
  PERFORM set_config('app.deleting', '', true);
END $$;
REVOKE ALL ON FUNCTION delete_program(uuid) FROM public;
GRANT EXECUTE ON FUNCTION delete_program(uuid) TO roundtable_app;

-- ---------------------------------------------------------------------------------------------------------------
-- The id in a clone of a row with this id: the same each time, so that rows that point at each other still do (UUID version 8).
CREATE FUNCTION cloned_id(p_clone uuid, p_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_id IS NOT NULL
    THEN overlay(overlay(md5(p_clone::text || p_id::text) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid END
$$;

-- Copies rows of one table into the clone, with every column that is not named: `p_which` says which rows `r`, `p_changes` is
-- a jsonb of the columns that become something else. Both are texts of the function below and of nobody else.
CREATE FUNCTION clone_rows(p_table text, p_source uuid, p_clone uuid, p_at timestamptz, p_which text, p_changes text)
RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  copied integer;
BEGIN
  EXECUTE format($q$
    INSERT INTO %1$I SELECT n.* FROM %1$I r CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I,
      to_jsonb(r) || jsonb_build_object('program_id', $2) || (%3$s)) n
    WHERE r.program_id = $1 AND (%2$s)$q$, p_table, p_which, p_changes) USING p_source, p_clone, p_at;
  GET DIAGNOSTICS copied = ROW_COUNT;
  RETURN copied;
END $$;
REVOKE ALL ON FUNCTION clone_rows(text, uuid, uuid, timestamptz, text, text) FROM public;

-- Clones the program that the admin is in, without its outcomes: never a meeting, an amount, an outcome, a wish or a log. Days
-- and times of day move by `p_days` on the clocks of their stage, so that 09:00 stays 09:00 when clocks have changed between.
-- `p_parts`: settings, stages, tables, slots, targets, startups, investors, contacts, people. Answers how many rows of each.
CREATE FUNCTION clone_program(p_clone uuid, p_slug text, p_name text, p_name_en text, p_at timestamptz, p_means means, p_days integer,
  p_parts text[]) RETURNS jsonb LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  source constant uuid := app_program();
  own constant text := $c$jsonb_build_object('id', cloned_id($2, r.id), 'created_at', $3, 'version', 1)$c$;
  copied jsonb := '{}';
  n integer;
BEGIN
  IF source IS NULL OR app_standing() <> 'admin' THEN
    RAISE EXCEPTION 'an admin clones a program' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM program g WHERE g.id = source FOR KEY SHARE;
  -- The source may be closed; what is written from here on is of the clone.
  PERFORM set_config('app.program', p_clone::text, true);
  INSERT INTO program SELECT n.* FROM program g CROSS JOIN LATERAL jsonb_populate_record(NULL::program, to_jsonb(g)
    || jsonb_build_object('id', p_clone, 'slug', p_slug, 'name', p_name, 'name_en', p_name_en, 'created_at', p_at, 'version', 1,
      'as_of_default', NULL, 'is_sample', false, 'archived_at', NULL, 'closed_at', NULL, 'setup_step', NULL)
    || CASE WHEN 'settings' = ANY (p_parts) THEN '{}' ELSE jsonb_build_object('venue', '', 'venue_en', '',
      'evidence_limit', NULL, 'large_amount', NULL, 'requires_second_factor', false) END) n
  WHERE g.id = source;

  IF 'stages' = ANY (p_parts) THEN
    n := clone_rows('program_stage', source, p_clone, p_at, 'true', format(
      $c$jsonb_build_object('starts_on', r.starts_on + %1$s, 'ends_on', r.ends_on + %1$s) || %2$L::jsonb$c$,
      p_days, CASE WHEN 'targets' = ANY (p_parts) THEN '{}' ELSE '{"target_days": null}' END));
    copied := copied || jsonb_build_object('stages', n);
    IF 'settings' = ANY (p_parts) THEN
      PERFORM clone_rows('timetable_rules', source, p_clone, p_at, 'true', $c$'{"version": 1}'$c$);
    END IF;
  END IF;
  IF 'slots' = ANY (p_parts) THEN
    INSERT INTO slot SELECT n.* FROM slot r
      JOIN program_stage s ON s.program_id = r.program_id AND s.stage = r.stage
      CROSS JOIN LATERAL (SELECT ((r.starts_at AT TIME ZONE s.time_zone) + make_interval(days => p_days)) AT TIME ZONE s.time_zone AS at) moved
      CROSS JOIN LATERAL jsonb_populate_record(NULL::slot, to_jsonb(r) || jsonb_build_object('program_id', p_clone,
        'id', cloned_id(p_clone, r.id), 'starts_at', moved.at, 'ends_at', moved.at + (r.ends_at - r.starts_at))) n
    WHERE r.program_id = source;
    GET DIAGNOSTICS n = ROW_COUNT;
    copied := copied || jsonb_build_object('slots', n);
  END IF;
  IF 'tables' = ANY (p_parts) THEN
    n := clone_rows('venue_table', source, p_clone, p_at, 'r.archived_at IS NULL', $c$jsonb_build_object('id', cloned_id($2, r.id))$c$);
    copied := copied || jsonb_build_object('tables', n);
  END IF;
  IF 'startups' = ANY (p_parts) THEN
    n := clone_rows('startup', source, p_clone, p_at, 'r.archived_at IS NULL', own);
    copied := copied || jsonb_build_object('startups', n);
  END IF;
  IF 'investors' = ANY (p_parts) THEN
    n := clone_rows('investor', source, p_clone, p_at, 'r.archived_at IS NULL', own);
    copied := copied || jsonb_build_object('investors', n);
  END IF;
  -- Whoever agreed that their data goes abroad agreed for that program: they are asked again.
  IF 'contacts' = ANY (p_parts) THEN
    n := clone_rows('contact', source, p_clone, p_at, $c$r.archived_at IS NULL AND (
        EXISTS (SELECT FROM startup o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.startup_id))
        OR EXISTS (SELECT FROM investor o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.investor_id)))$c$,
      own || $c$ || jsonb_build_object('consent_at', NULL, 'startup_id', cloned_id($2, r.startup_id),
        'investor_id', cloned_id($2, r.investor_id))$c$);
    copied := copied || jsonb_build_object('contacts', n);
  END IF;
  IF 'people' = ANY (p_parts) THEN
    n := clone_rows('membership', source, p_clone, p_at, $c$r.ended_at IS NULL
        AND EXISTS (SELECT FROM person o WHERE o.id = r.person_id AND o.archived_at IS NULL)
        AND (r.startup_id IS NULL
          OR EXISTS (SELECT FROM startup o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.startup_id)))$c$,
      own || $c$ || jsonb_build_object('startup_id', cloned_id($2, r.startup_id))$c$);
    copied := copied || jsonb_build_object('people', n);
  END IF;
  IF 'settings' = ANY (p_parts) AND 'stages' = ANY (p_parts) THEN
    PERFORM clone_rows('fixed_table', source, p_clone, p_at, $c$
        EXISTS (SELECT FROM venue_table o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.table_id))
        AND (EXISTS (SELECT FROM startup o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.startup_id))
          OR EXISTS (SELECT FROM investor o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.investor_id)))$c$,
      $c$jsonb_build_object('id', cloned_id($2, r.id), 'table_id', cloned_id($2, r.table_id),
        'startup_id', cloned_id($2, r.startup_id), 'investor_id', cloned_id($2, r.investor_id))$c$);
  END IF;
  -- Every startup meets every investor as a candidate, as where they are added one by one (lib/party/commands/open-pairs.ts).
  INSERT INTO pair (program_id, id, startup_id, investor_id, stage_since, created_at)
    SELECT p_clone, cloned_id(s.id, i.id), s.id, i.id, p_at, p_at
    FROM startup s JOIN investor i ON i.program_id = s.program_id WHERE s.program_id = p_clone;
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO stage_event (program_id, id, startup_id, pair_id, to_stage, effective_at, recorded_at, by_id, means)
    SELECT p.program_id, cloned_id(p.id, p.id), p.startup_id, p.id, 'candidate', p_at, p_at, app_viewer(), p_means
    FROM pair p WHERE p.program_id = p_clone;
  PERFORM set_config('app.program', source::text, true);
  RETURN copied || jsonb_build_object('pairs', n);
END $$;
REVOKE ALL ON FUNCTION clone_program(uuid, text, text, text, timestamptz, means, integer, text[]) FROM public;
GRANT EXECUTE ON FUNCTION clone_program(uuid, text, text, text, timestamptz, means, integer, text[]) TO roundtable_app;
