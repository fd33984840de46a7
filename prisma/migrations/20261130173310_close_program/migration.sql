-- A program is closed when its work is done: from then on everybody reads it and nobody changes it.
-- AlterTable
ALTER TABLE "program" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);
GRANT SELECT (closed_at), UPDATE (closed_at) ON program TO roundtable_app;

-- ---------------------------------------------------------------------------------------------------------------
-- The one refusal. Row-level security lets the application write into the program it names and into no other, so that asking
-- once a statement is enough. The lock makes whoever closes the program wait for those who are still writing (close takes the
-- row FOR UPDATE), and whoever writes after it see that it is closed.
CREATE FUNCTION refuse_when_closed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  closed timestamptz;
BEGIN
  SELECT g.closed_at INTO closed FROM program g WHERE g.id = app_program() FOR KEY SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'the program is closed: constraint "program_closed"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'program_closed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- Every table of a program but: who may read it (membership, invitation), what is noted of reading and asking (audit_entry,
-- idempotency_key), and what is kept to read it faster (program_touch, funnel_rollup).
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables b USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'program_id' AND b.table_type = 'BASE TABLE'
      AND c.table_name NOT IN ('membership', 'invitation', 'audit_entry', 'idempotency_key', 'program_touch', 'funnel_rollup')
  LOOP
    EXECUTE format('CREATE TRIGGER closed_stays BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_when_closed()', t);
  END LOOP;
END $$;

-- The program's own row: put away and brought back while it is closed, and opened again by an admin alone.
CREATE FUNCTION keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed constant text[] := ARRAY['archived_at', 'version'];
BEGIN
  IF NEW.closed_at IS NULL THEN
    IF app_standing() <> 'admin' OR to_jsonb(NEW) - 'closed_at' - changed IS DISTINCT FROM to_jsonb(OLD) - 'closed_at' - changed THEN
      RAISE EXCEPTION 'an admin opens a closed program again' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF to_jsonb(NEW) - changed IS DISTINCT FROM to_jsonb(OLD) - changed THEN
    RAISE EXCEPTION 'the program is closed: constraint "program_closed"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'program_closed', TABLE = 'program';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closed_stays BEFORE UPDATE ON program FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND OLD.closed_at IS NOT NULL) EXECUTE FUNCTION keep_closed();

-- ---------------------------------------------------------------------------------------------------------------
-- As in 20261130111500_ways_in, with the instant a program was closed. Those that a sign-in does not open because it gave too
-- few proofs are called locked, as closed means another thing now.
CREATE OR REPLACE FUNCTION viewer_of(p_sign_in text, p_api_token text, p_now timestamptz, p_admits_sample boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found record;
  who person%ROWTYPE;
  token api_token%ROWTYPE;
  access_id uuid;
  gave_two boolean;
  needs_proof boolean;
BEGIN
  IF p_sign_in IS NOT NULL THEN
    SELECT p AS person, s.id, s.factor_met_at IS NOT NULL AS gave_two INTO found
      FROM sign_in s JOIN person p ON p.id = s.person_id AND p.archived_at IS NULL
      WHERE s.token_hash = p_sign_in AND s.expires_at > p_now AND NOT s.needs_factor;
    who := found.person;
    access_id := found.id;
    gave_two := found.gave_two;
  ELSE
    SELECT t.* INTO token FROM api_token t
      WHERE t.token_hash = p_api_token AND t.revoked_at IS NULL AND t.expires_at > p_now;
    access_id := token.id;
    SELECT p.* INTO who FROM person p WHERE p.id = token.person_id AND p.archived_at IS NULL;
    gave_two := EXISTS (SELECT FROM second_factor f WHERE f.person_id = who.id AND f.confirmed_at <= token.created_at)
      OR EXISTS (SELECT FROM passkey k WHERE k.person_id = who.id AND k.created_at <= token.created_at);
  END IF;
  IF who.id IS NULL OR (who.email LIKE '%@sample.example' AND p_admits_sample IS NOT TRUE) THEN
    RETURN NULL;
  END IF;
  -- Use keeps a sign-in alive, half a year at most; noted once an hour, so that reading stays reading.
  UPDATE sign_in s SET last_seen_at = p_now, expires_at = least(p_now + interval '30 days', s.created_at + interval '180 days')
    WHERE p_sign_in IS NOT NULL AND s.id = access_id AND s.last_seen_at < p_now - interval '1 hour';
  UPDATE api_token t SET last_used_at = p_now
    WHERE p_sign_in IS NULL AND t.id = access_id AND coalesce(t.last_used_at, '-infinity') < p_now - interval '1 hour';
  needs_proof := who.is_admin AND NOT gave_two
    AND EXISTS (SELECT FROM program g WHERE g.requires_second_factor AND g.archived_at IS NULL);
  PERFORM set_config('app.viewer', who.id::text, true), set_config('app.program', '', true), set_config('app.startup', '', true),
          set_config('app.role', CASE WHEN who.is_admin AND NOT needs_proof THEN 'admin' ELSE '' END, true);
  RETURN jsonb_build_object(
    'personId', who.id, 'email', who.email, 'name', who.name, 'nameEn', who.name_en, 'locale', who.locale, 'theme', who.theme,
    'isAdmin', who.is_admin AND NOT needs_proof, 'adminNeedsProof', needs_proof,
    'accessId', access_id,
    'limits', CASE WHEN p_sign_in IS NULL THEN jsonb_build_object(
      'readOnly', token.access = 'read', 'programsOnly', cardinality(token.program_ids) > 0) END,
    'programs', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'programId', g.id, 'slug', g.slug, 'name', g.name, 'nameEn', g.name_en, 'homeZone', g.home_zone, 'venueZone', g.venue_zone,
        'venue', g.venue, 'venueEn', g.venue_en, 'baseCurrency', g.base_currency, 'asOfDefault', g.as_of_default, 'isSample', g.is_sample,
        'closedAt', g.closed_at, 'role', r.role, 'startupId', CASE WHEN who.is_admin THEN NULL ELSE m.startup_id END) ORDER BY g.created_at DESC, g.slug)
      FROM program g
      LEFT JOIN membership m ON m.program_id = g.id AND m.person_id = who.id AND m.ended_at IS NULL
      CROSS JOIN LATERAL (SELECT CASE WHEN who.is_admin THEN 'admin' ELSE m.role::text END AS role) r
      WHERE g.archived_at IS NULL AND r.role IS NOT NULL
        AND (gave_two OR NOT g.requires_second_factor OR r.role NOT IN ('admin', 'officer'))
        AND (coalesce(cardinality(token.program_ids), 0) = 0 OR g.id = ANY (token.program_ids))), '[]'::jsonb),
    'lockedPrograms', coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', g.slug, 'name', g.name, 'nameEn', g.name_en) ORDER BY g.created_at DESC, g.slug)
      FROM program g
      WHERE NOT gave_two AND g.requires_second_factor AND g.archived_at IS NULL
        AND (who.is_admin OR EXISTS (SELECT FROM membership m
          WHERE m.program_id = g.id AND m.person_id = who.id AND m.ended_at IS NULL AND m.role = 'officer'))
        AND (coalesce(cardinality(token.program_ids), 0) = 0 OR g.id = ANY (token.program_ids))), '[]'::jsonb));
END $$;
