-- The second wall by role and verb. The settings of a transaction only claim who is asking; here the database looks up
-- whether it is so, and gives each role the verbs that its commands need and no others. The whole is written out as a table in
-- prisma/walls-by-role.test.ts.

-- ---------------------------------------------------------------------------------------------------------------
-- Who is asking, as membership and person say it: admin, officer, manager or startup; nobody, link or machine for those
-- who are not signed in; '' for whoever is signed in and claims no role, and for every claim that is not true.
CREATE FUNCTION app_standing() RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  claimed constant text := app_role();
BEGIN
  IF claimed IN ('nobody', 'link', 'machine') THEN
    RETURN claimed;
  ELSIF claimed = 'admin' AND app_startup() IS NULL THEN
    PERFORM FROM person p WHERE p.id = app_viewer() AND p.is_admin AND p.archived_at IS NULL;
    RETURN CASE WHEN FOUND THEN claimed ELSE '' END;
  ELSIF claimed IN ('officer', 'manager', 'startup') THEN
    PERFORM FROM membership m JOIN person p ON p.id = m.person_id AND p.archived_at IS NULL
      WHERE m.program_id = app_program() AND m.person_id = app_viewer() AND m.ended_at IS NULL
        AND m.role::text = claimed AND m.startup_id IS NOT DISTINCT FROM app_startup();
    RETURN CASE WHEN FOUND THEN claimed ELSE '' END;
  END IF;
  RETURN '';
END $$;

-- Whose funnels the asker reads, from outside the program too.
CREATE FUNCTION programs_counted() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT app_program() WHERE app_standing() IN ('officer', 'manager', 'admin')
  UNION SELECT g.id FROM program g WHERE app_standing() = 'admin'
  UNION SELECT m.program_id FROM membership m JOIN person p ON p.id = m.person_id AND p.archived_at IS NULL
    WHERE app_startup() IS NULL AND m.person_id = app_viewer() AND m.ended_at IS NULL AND m.role IN ('officer', 'manager')
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Everything that was given is taken back first.
DO $$
DECLARE
  given record;
BEGIN
  FOR given IN
    SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND tablename <> 'invitation'
  LOOP
    EXECUTE format('DROP POLICY %I ON %I', given.policyname, given.tablename);
  END LOOP;
END $$;
DROP FUNCTION reads_funnel_of(uuid);

-- Policies and grants of the tables of a program, one line a table. Words: `program` everybody in it; `readers` its office
-- and managers; `office` its officers and admins; `theirs` readers, and a startup's people their startup's rows; `writers` the
-- office, and a startup's people their startup's rows; '-' nobody. `fixed`: columns that never change.
DO $$
DECLARE
  wall record;
  verb text;
  who text;
  by_startup text;
  conditions jsonb;
  allowed text;
  found text;
  columns text;
  here constant text := 'program_id = app_program() AND ';
  is_office constant text := $p$(SELECT app_standing()) IN ('officer', 'admin')$p$;
  is_reader constant text := $p$(SELECT app_standing()) IN ('officer', 'manager', 'admin')$p$;
  is_member constant text := $p$(SELECT app_standing()) IN ('officer', 'manager', 'admin', 'startup')$p$;
BEGIN
  FOR wall IN SELECT * FROM (VALUES
    -- table                 select      insert      update      delete     fixed
    ('program_stage',       'program',  'office',   'office',   '-',       'program_id stage'),
    ('venue_table',         'program',  'office',   'office',   '-',       'program_id id seq'),
    ('slot',                'program',  'office',   '-',        'office',  ''),
    ('investor',            'program',  'office',   'office',   '-',       'program_id id created_at'),
    ('startup',             'theirs',   'office',   'writers',  '-',       'program_id id created_at'),
    ('contact',             'special',  'writers',  'writers',  '-',       'program_id id startup_id investor_id created_at'),
    ('pair',                'theirs',   'office',   'writers',  '-',       'program_id id startup_id investor_id created_at'),
    ('stage_event',         'theirs',   'special',  '-',        '-',       ''),
    ('status_event',        'theirs',   'special',  '-',        '-',       ''),
    ('void',                'theirs',   'special',  '-',        '-',       ''),
    ('meeting',             'theirs',   'office',   'writers',  '-',       'program_id id pair_id startup_id investor_id stage created_at'),
    ('meeting_participant', 'theirs',   'office',   '-',        'office',  ''),
    ('meeting_event',       'theirs',   'special',  '-',        '-',       ''),
    ('outcome',             'theirs',   'special',  '-',        '-',       ''),
    ('amount',              'theirs',   'special',  '-',        '-',       ''),
    ('note',                'special',  'special',  'special',  '-',       'program_id id startup_id pair_id side by_id created_at'),
    ('fx_rate',             'program',  'special',  '-',        '-',       ''),
    ('audit_entry',         'special',  'special',  '-',        '-',       ''),
    ('membership',          'special',  'special',  'special',  '-',       'program_id id person_id created_at'),
    ('program',             'special',  'special',  'special',  '-',       'id slug is_sample created_at'),
    ('timetable_rules',     'readers',  'office',   'office',   '-',       'program_id stage'),
    ('pair_weight',         'readers',  'office',   'office',   'office',  'program_id pair_id startup_id'),
    ('blackout',            'readers',  'office',   '-',        'office',  ''),
    ('fixed_table',         'readers',  'office',   '-',        'office',  ''),
    ('timetable',           'readers',  'office',   'office',   '-',       'program_id id stage based_on base_seq created_at created_by'),
    ('timetable_meeting',   'readers',  'office',   'office',   'office',  'program_id timetable_id pair_id startup_id investor_id'),
    ('timetable_run',       'readers',  'office',   'office',   '-',       'program_id id timetable_id seed seconds from_version started_at by_id'),
    ('wish',                'special',  '-',        '-',        '-',       ''),
    ('report',              'readers',  'special',  '-',        '-',       ''),
    ('wave_answer',         'theirs',   'special',  '-',        '-',       ''),
    ('program_touch',       'special',  '-',        '-',        'readers', ''),
    ('funnel_rollup',       'special',  'readers',  'readers',  'readers', 'program_id as_of known_on')
  ) AS v (name, sel, ins, upd, del, fixed) LOOP
    EXECUTE format('REVOKE ALL ON %I FROM roundtable_app', wall.name);
    -- The owner migrates and owns the functions below; forced row-level security would hide every row from it.
    EXECUTE format('CREATE POLICY owner_sees_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', wall.name);
    by_startup := format($p$(SELECT app_standing()) = 'startup' AND %I = app_startup()$p$,
      CASE wall.name WHEN 'startup' THEN 'id' ELSE 'startup_id' END);
    conditions := jsonb_build_object(
      'program', here || is_member, 'readers', here || is_reader, 'office', here || is_office,
      'theirs', format('%s(%s OR %s)', here, is_reader, by_startup),
      'writers', format('%s(%s OR %s)', here, is_office, by_startup));
    FOR verb, who IN SELECT * FROM (VALUES
      ('SELECT', wall.sel), ('INSERT', wall.ins), ('UPDATE', wall.upd), ('DELETE', wall.del)) AS v (verb, who)
    LOOP
      CONTINUE WHEN who = '-';
      IF verb = 'UPDATE' THEN
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
          WHERE a.attrelid = wall.name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            AND a.attname <> ALL (string_to_array(wall.fixed, ' '));
        EXECUTE format('GRANT UPDATE (%s) ON %I TO roundtable_app', columns, wall.name);
      ELSE
        EXECUTE format('GRANT %s ON %I TO roundtable_app', verb, wall.name);
      END IF;
      CONTINUE WHEN who = 'special';
      allowed := conditions ->> who;
      -- Rows that are seen but not changed are found by an UPDATE, so that it is refused aloud and not passed over.
      found := coalesce(conditions ->> wall.sel, allowed);
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO roundtable_app %s', 'app_' || lower(verb), wall.name, verb,
        CASE verb
          WHEN 'INSERT' THEN format('WITH CHECK (%s)', allowed)
          WHEN 'UPDATE' THEN format('USING (%s) WITH CHECK (%s)', found, allowed)
          ELSE format('USING (%s)', allowed) END);
    END LOOP;
  END LOOP;

  -- What is written down carries the name of whoever wrote it: nobody writes in another's name.
  FOREACH verb IN ARRAY ARRAY['stage_event', 'status_event', 'fx_rate', 'report'] LOOP
    EXECUTE format('CREATE POLICY app_insert ON %I FOR INSERT TO roundtable_app WITH CHECK (by_id = app_viewer() AND %s%s)',
      verb, here, is_office);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- The tables whose walls are their own.
CREATE POLICY app_select ON program FOR SELECT TO roundtable_app USING (
  (SELECT app_standing()) = 'admin'
  OR id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'startup', 'link')
  OR id IN (SELECT m.program_id FROM membership m WHERE m.person_id = app_viewer() AND m.ended_at IS NULL));
CREATE POLICY app_insert ON program FOR INSERT TO roundtable_app WITH CHECK ((SELECT app_standing()) = 'admin');
CREATE POLICY app_update ON program FOR UPDATE TO roundtable_app
  USING ((SELECT app_standing()) = 'admin' OR id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'startup'))
  WITH CHECK ((SELECT app_standing()) = 'admin' OR id = app_program() AND (SELECT app_standing()) = 'officer');

CREATE POLICY app_select ON membership FOR SELECT TO roundtable_app USING (
  person_id = app_viewer() OR (SELECT app_standing()) = 'admin'
  OR program_id = app_program() AND ((SELECT app_standing()) IN ('officer', 'manager')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup()));
-- Who works in the office, an admin decides.
CREATE POLICY app_insert ON membership FOR INSERT TO roundtable_app WITH CHECK (
  (SELECT app_standing()) = 'admin'
  OR program_id = app_program() AND (SELECT app_standing()) = 'officer' AND role <> 'officer');
CREATE POLICY app_update ON membership FOR UPDATE TO roundtable_app
  USING (person_id = app_viewer() OR (SELECT app_standing()) = 'admin'
    OR program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager'))
  WITH CHECK ((SELECT app_standing()) = 'admin'
    OR program_id = app_program() AND (SELECT app_standing()) = 'officer' AND role <> 'officer');

CREATE POLICY app_select ON contact FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
    OR (SELECT app_standing()) = 'startup' AND (startup_id = app_startup() OR investor_id IS NOT NULL)));

-- private: the writer's side only; program: the office and the writer's side; shared: everybody of the pair.
CREATE POLICY app_select ON note FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND CASE (SELECT app_standing())
    WHEN 'startup' THEN startup_id = app_startup() AND (side = 'startup' OR visibility = 'shared')
    WHEN 'manager' THEN visibility <> 'private'
    WHEN 'officer' THEN side = 'program' OR visibility <> 'private'
    WHEN 'admin' THEN side = 'program' OR visibility <> 'private'
    ELSE false END);
CREATE POLICY app_insert ON note FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND CASE (SELECT app_standing())
    WHEN 'startup' THEN startup_id = app_startup() AND side = 'startup'
    WHEN 'officer' THEN side = 'program'
    WHEN 'admin' THEN side = 'program'
    ELSE false END);
CREATE POLICY app_update ON note FOR UPDATE TO roundtable_app
  USING (program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND side = 'startup'));

-- A startup says how a meeting went; it books, moves and cancels none.
CREATE POLICY app_insert ON meeting_event FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND kind IN ('held', 'no_show', 'reopened')));
CREATE POLICY app_insert ON outcome FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup()));
CREATE POLICY app_insert ON wave_answer FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup()));
-- A startup speaks for itself only, and takes back what its own team said.
CREATE POLICY app_insert ON amount FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND source = 'startup'));
CREATE POLICY app_insert ON void FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND amount_id IN (
      SELECT a.id FROM amount a JOIN membership m ON m.program_id = a.program_id AND m.person_id = a.by_id
      WHERE a.program_id = app_program() AND a.startup_id = app_startup() AND m.startup_id = app_startup())));

CREATE POLICY app_select ON audit_entry FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup())
  OR (SELECT app_standing()) = 'admin' AND app_program() IS NULL);
-- Everybody leaves a trail of what they did, in their own name; a stranger in that of whom they turned out to be.
CREATE POLICY app_insert ON audit_entry FOR INSERT TO roundtable_app WITH CHECK (
  CASE WHEN program_id IS NULL
    THEN num_nonnulls(startup_id, pair_id) = 0
      AND (by_id = app_viewer() OR (SELECT app_standing()) IN ('nobody', 'link', 'machine'))
    ELSE program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
      OR (SELECT app_standing()) = 'startup' AND (startup_id IS NULL OR startup_id = app_startup())
        AND (pair_id IS NULL OR pair_id IN (
          SELECT p.id FROM pair p WHERE p.program_id = app_program() AND p.startup_id = app_startup())))
  END);

-- Counts kept of a funnel are a cache: whoever may read the funnel may renew them, and sweeps what they made needless.
CREATE POLICY app_select ON program_touch FOR SELECT TO roundtable_app USING (program_id IN (SELECT programs_counted()));
CREATE POLICY app_select ON funnel_rollup FOR SELECT TO roundtable_app USING (program_id IN (SELECT programs_counted()));
-- Only the triggers leave a touch.
ALTER FUNCTION touch_program() SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;

-- ---------------------------------------------------------------------------------------------------------------
-- Columns that one role keeps as they are, where others change them.
CREATE FUNCTION keep_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was constant jsonb := to_jsonb(OLD);
  becomes constant jsonb := to_jsonb(NEW);
BEGIN
  IF app_standing() = TG_ARGV[0] THEN
    FOR n IN 1 .. TG_NARGS - 1 LOOP
      IF was -> TG_ARGV[n] IS DISTINCT FROM becomes -> TG_ARGV[n] THEN
        RAISE EXCEPTION 'a % does not change %.%', TG_ARGV[0], TG_TABLE_NAME, TG_ARGV[n] USING ERRCODE = 'insufficient_privilege';
      END IF;
    END LOOP;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER startup_keeps BEFORE UPDATE ON startup FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_columns('startup', 'archived_at');
CREATE TRIGGER pair_keeps BEFORE UPDATE ON pair FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_columns('startup', 'stage', 'status', 'reason_code', 'owner_id');
CREATE TRIGGER meeting_keeps BEFORE UPDATE ON meeting FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_columns('startup', 'starts_at', 'ends_at', 'table_id', 'link');
CREATE TRIGGER program_keeps BEFORE UPDATE ON program FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_columns('officer', 'archived_at');

-- Nobody changes a membership of a role they could not give.
CREATE FUNCTION keep_officers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role = 'officer' AND app_standing() <> 'admin' THEN
    RAISE EXCEPTION 'an admin decides who works in the office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_keeps BEFORE UPDATE ON membership FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_officers();

-- ---------------------------------------------------------------------------------------------------------------
-- Wishes: whose a no-thanks is, nobody reads but whoever said it. The two functions tell and write one word a pair; they speak
-- as the owner of the table, so that no setting opens it.
CREATE POLICY app_select ON wish FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND CASE (SELECT app_standing())
    WHEN 'startup' THEN startup_id = app_startup() AND side = 'startup'
    WHEN 'officer' THEN said <> 'no_thanks'
    WHEN 'manager' THEN said <> 'no_thanks'
    WHEN 'admin' THEN said <> 'no_thanks'
    ELSE false END);

DROP FUNCTION pair_wish(uuid);
CREATE FUNCTION pair_wish(p_program uuid) RETURNS TABLE (pair_id uuid, said wish_word)
LANGUAGE sql STABLE ROWS 600 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.pair_id, max(w.said) FROM wish w
  WHERE w.program_id = p_program AND p_program = app_program() AND CASE (SELECT app_standing())
    WHEN 'startup' THEN w.startup_id = app_startup() AND w.side = 'startup'
    WHEN 'officer' THEN true
    WHEN 'manager' THEN true
    WHEN 'admin' THEN true
    ELSE false END
  GROUP BY w.pair_id
$$;

CREATE OR REPLACE FUNCTION say_wish(p_program uuid, p_startup uuid, p_pair uuid, p_side wish_side, p_said wish_word, p_at timestamptz, p_by uuid)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  standing constant text := app_standing();
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR p_by IS DISTINCT FROM app_viewer() OR NOT (standing IN ('officer', 'admin')
     OR standing = 'startup' AND p_startup = app_startup() AND p_side = 'startup') THEN
    RAISE EXCEPTION 'not the asker''s wish to say' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- For a startup's people their own word is final, for the office anybody's, so that a refusal does not tell whose it is.
  IF EXISTS (SELECT FROM wish w WHERE w.program_id = p_program AND w.pair_id = p_pair AND w.said = 'no_thanks'
             AND (standing <> 'startup' OR w.side = 'startup')) THEN
    RETURN false;
  END IF;
  INSERT INTO wish AS w (program_id, startup_id, pair_id, side, said, at, by_id)
  VALUES (p_program, p_startup, p_pair, p_side, p_said, p_at, p_by)
  ON CONFLICT (program_id, pair_id, side) DO UPDATE SET said = excluded.said, at = excluded.at, by_id = excluded.by_id;
  RETURN true;
END $$;
