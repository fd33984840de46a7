-- The second wall around people: who they are, how they sign in, by which links and tokens. Hashes of passwords and secrets are
-- read by functions alone, one at a time; the application's role has no right to read their columns.

-- AlterTable
ALTER TABLE "person" ADD COLUMN "has_password" BOOLEAN GENERATED ALWAYS AS (password_hash IS NOT NULL) STORED;

-- CreateIndex
CREATE INDEX "audit_entry_program_id_by_id_idx" ON "audit_entry"("program_id", "by_id");

-- ---------------------------------------------------------------------------------------------------------------
-- Whom the asker meets in the program: its members, whoever ever wrote in it, and the installation's admins. A startup's people
-- meet their own team and the office, nobody of another startup.
CREATE FUNCTION people_met() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE writers AS (
    SELECT (SELECT e.by_id FROM audit_entry e WHERE e.program_id = app_program() AND e.by_id IS NOT NULL ORDER BY e.by_id LIMIT 1) AS id
    UNION ALL
    SELECT (SELECT e.by_id FROM audit_entry e WHERE e.program_id = app_program() AND e.by_id > w.id ORDER BY e.by_id LIMIT 1)
    FROM writers w WHERE w.id IS NOT NULL
  ), met AS (
    SELECT m.person_id AS id FROM membership m WHERE m.program_id = app_program()
    UNION SELECT w.id FROM writers w WHERE w.id IS NOT NULL
    UNION SELECT p.id FROM person p WHERE p.is_admin
  )
  SELECT met.id FROM met
  WHERE app_standing() IN ('officer', 'manager') OR app_standing() = 'startup' AND NOT EXISTS (
    SELECT FROM membership m WHERE m.program_id = app_program() AND m.person_id = met.id
      AND m.startup_id IS NOT NULL AND m.startup_id <> app_startup())
$$;

-- The hash of one password: for whoever is signing in, and of one's own.
CREATE FUNCTION password_hash_of(p_person uuid) RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.password_hash FROM person p
  WHERE p.id = p_person AND p.archived_at IS NULL AND (app_standing() = 'nobody' OR p.id = app_viewer())
$$;

-- The invitation behind a link, for whoever holds its secret.
CREATE FUNCTION invitation_behind(p_token_hash text) RETURNS uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM invitation i WHERE i.token_hash = p_token_hash AND app_standing() = 'link'
$$;

-- The person whom the office invites by an address, in the program or not.
CREATE FUNCTION invitee(p_email text)
RETURNS TABLE (id uuid, name text, name_en text, email text, locale text, joined boolean, archived boolean) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.name, p.name_en, p.email, p.locale, p.has_password, p.archived_at IS NOT NULL FROM person p
  WHERE p.email = p_email AND app_standing() IN ('officer', 'admin')
$$;

-- The door itself reads hashes; who comes through it is not known before.
DO $$
DECLARE
  door regprocedure;
BEGIN
  FOR door IN SELECT oid::regprocedure FROM pg_proc WHERE proname = 'viewer_of' AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp', door);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Grants: `kept` columns are read by no application, `changed` are the only ones that change.
DO $$
DECLARE
  wall record;
  columns text;
BEGIN
  FOR wall IN SELECT * FROM (VALUES
    -- table             kept               insert  changed                                                          delete
    ('person',          'password_hash',    true,   'name name_en locale theme password_hash is_admin archived_at version',  false),
    ('sign_in',         'token_hash',       true,   '',                                                              true),
    ('api_token',       'token_hash',       true,   'revoked_at',                                                    false),
    ('invitation',      'token_hash',       true,   'accepted_at revoked_at',                                        false),
    ('known_browser',   '',                 true,   'last_at',                                                       true),
    ('idempotency_key', '',                 true,   'answer',                                                        true),
    ('limit_use',       '*',                false,  '',                                                              false)
  ) AS v (name, kept, ins, changed, del) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wall.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wall.name);
    EXECUTE format('CREATE POLICY owner_sees_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', wall.name);
    EXECUTE format('REVOKE ALL ON %I FROM roundtable_app', wall.name);
    CONTINUE WHEN wall.kept = '*';
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
      WHERE a.attrelid = wall.name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> wall.kept;
    EXECUTE format('GRANT SELECT (%s) ON %I TO roundtable_app', columns, wall.name);
    IF wall.ins THEN EXECUTE format('GRANT INSERT ON %I TO roundtable_app', wall.name); END IF;
    IF wall.del THEN EXECUTE format('GRANT DELETE ON %I TO roundtable_app', wall.name); END IF;
    IF wall.changed <> '' THEN
      EXECUTE format('GRANT UPDATE (%s) ON %I TO roundtable_app', replace(wall.changed, ' ', ', '), wall.name);
    END IF;
  END LOOP;
END $$;
DROP POLICY invitation_wall ON invitation;
DROP POLICY managers_add_nothing ON invitation;
DROP POLICY managers_change_nothing ON invitation;

-- A stranger's door looks people up by their address.
CREATE POLICY app_select ON person FOR SELECT TO roundtable_app USING (
  id = app_viewer() OR (SELECT app_standing()) IN ('admin', 'nobody', 'link', 'machine') OR id IN (SELECT people_met()));
CREATE POLICY app_insert ON person FOR INSERT TO roundtable_app WITH CHECK (
  (SELECT app_standing()) = 'machine'
  OR (SELECT app_standing()) IN ('officer', 'admin') AND NOT is_admin AND password_hash IS NULL AND archived_at IS NULL);
CREATE POLICY app_update ON person FOR UPDATE TO roundtable_app
  USING (id = app_viewer() OR (SELECT app_standing()) IN ('admin', 'nobody', 'link', 'machine'))
  WITH CHECK (id = app_viewer() OR (SELECT app_standing()) IN ('admin', 'link', 'machine'));

CREATE FUNCTION keep_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing constant text := app_standing();
  own constant boolean := OLD.id = app_viewer();
  changed constant text[] := CASE
    WHEN standing = 'machine' THEN ARRAY['name', 'name_en', 'locale', 'theme', 'password_hash', 'is_admin', 'archived_at']
    WHEN standing = 'link' THEN ARRAY['locale', 'password_hash']
    WHEN standing = 'admin' AND own THEN ARRAY['name', 'name_en', 'locale', 'theme', 'password_hash', 'is_admin']
    WHEN standing = 'admin' THEN ARRAY['is_admin', 'archived_at']
    ELSE ARRAY['name', 'name_en', 'locale', 'theme', 'password_hash'] END || ARRAY['version', 'has_password'];
BEGIN
  IF to_jsonb(NEW) - changed IS DISTINCT FROM to_jsonb(OLD) - changed THEN
    RAISE EXCEPTION 'not the asker''s to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_keeps BEFORE UPDATE ON person FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_person();

-- Ways in: one's own, those of the office's members for the officer who ends them, anybody's at the doors themselves.
DO $$
DECLARE
  t text;
  theirs constant text := $p$person_id = app_viewer() OR (SELECT app_standing()) IN ('admin', 'nobody', 'link', 'machine')
    OR (SELECT app_standing()) = 'officer' AND person_id IN (
      SELECT m.person_id FROM membership m WHERE m.program_id = app_program())$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['sign_in', 'api_token'] LOOP
    EXECUTE format('CREATE POLICY app_select ON %I FOR SELECT TO roundtable_app USING (%s)', t, theirs);
  END LOOP;
  EXECUTE format('CREATE POLICY app_delete ON sign_in FOR DELETE TO roundtable_app USING (%s)', theirs);
  EXECUTE format('CREATE POLICY app_update ON api_token FOR UPDATE TO roundtable_app USING (%s)', theirs);
  CREATE POLICY app_strangers ON api_token AS RESTRICTIVE TO roundtable_app USING ((SELECT app_standing()) <> 'nobody');
END $$;
CREATE POLICY app_insert ON sign_in FOR INSERT TO roundtable_app WITH CHECK (
  (SELECT app_standing()) IN ('nobody', 'link', 'machine'));
CREATE POLICY app_insert ON api_token FOR INSERT TO roundtable_app WITH CHECK (
  person_id = app_viewer() OR (SELECT app_standing()) = 'machine');
CREATE POLICY app_browsers ON known_browser TO roundtable_app
  USING ((SELECT app_standing()) IN ('nobody', 'link', 'machine'));

CREATE POLICY app_select ON invitation FOR SELECT TO roundtable_app USING (
  (SELECT app_standing()) IN ('admin', 'link', 'machine') OR program_id = app_program() AND (SELECT app_standing()) = 'officer');
CREATE POLICY app_insert ON invitation FOR INSERT TO roundtable_app WITH CHECK (
  (SELECT app_standing()) = 'machine' OR (SELECT app_standing()) = 'link' AND purpose = 'reset' AND program_id IS NULL
  OR program_id = app_program() AND invited_by = app_viewer() AND purpose = 'join' AND (SELECT app_standing()) IN ('officer', 'admin'));
CREATE POLICY app_update ON invitation FOR UPDATE TO roundtable_app USING (
  (SELECT app_standing()) IN ('admin', 'link', 'machine') OR program_id = app_program() AND (SELECT app_standing()) = 'officer');

CREATE POLICY app_own ON idempotency_key TO roundtable_app USING (person_id = app_viewer());
