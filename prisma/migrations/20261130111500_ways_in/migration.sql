-- What a person can sign in by: who has joined, what ends with a closed account, and what an admin may do by one proof alone.

-- ---------------------------------------------------------------------------------------------------------------
-- Joined is whoever has signed in, by whatever way, or has a password to do so. An open invitation alone is not.
ALTER TABLE "person" ADD COLUMN "joined_at" TIMESTAMPTZ(3);
UPDATE person p SET joined_at = first.at FROM (
  SELECT person_id, min(at) AS at FROM (
    SELECT person_id, created_at AS at FROM sign_in
    UNION ALL SELECT person_id, created_at FROM passkey
    UNION ALL SELECT person_id, created_at FROM person_identity
    UNION ALL SELECT person_id, used_at FROM sign_in_link WHERE used_at IS NOT NULL
    UNION ALL SELECT person_id, accepted_at FROM invitation WHERE accepted_at IS NOT NULL
    UNION ALL SELECT person_id, last_at FROM known_browser) seen
  GROUP BY person_id) first
WHERE first.person_id = p.id;
ALTER TABLE "person" ADD COLUMN "has_joined" BOOLEAN GENERATED ALWAYS AS (joined_at IS NOT NULL OR password_hash IS NOT NULL) STORED;
GRANT SELECT (joined_at, has_joined) ON person TO roundtable_app;

-- As in 20261130004900_walls_of_people, and with the column that follows from others.
CREATE OR REPLACE FUNCTION keep_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing constant text := app_standing();
  own constant boolean := OLD.id = app_viewer();
  changed constant text[] := CASE
    WHEN standing = 'machine' THEN ARRAY['name', 'name_en', 'locale', 'theme', 'password_hash', 'is_admin', 'archived_at']
    WHEN standing = 'link' THEN ARRAY['locale', 'password_hash']
    WHEN standing = 'admin' AND own THEN ARRAY['name', 'name_en', 'locale', 'theme', 'password_hash', 'is_admin']
    WHEN standing = 'admin' THEN ARRAY['is_admin', 'archived_at']
    ELSE ARRAY['name', 'name_en', 'locale', 'theme', 'password_hash'] END || ARRAY['version', 'has_password', 'has_joined'];
BEGIN
  IF to_jsonb(NEW) - changed IS DISTINCT FROM to_jsonb(OLD) - changed THEN
    RAISE EXCEPTION 'not the asker''s to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- The first sign-in is noted; what the command line and the sample do in somebody's name is none.
CREATE FUNCTION note_joined() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app_standing() <> 'machine' THEN
    UPDATE person SET joined_at = NEW.created_at WHERE id = NEW.person_id AND joined_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sign_in_joined AFTER INSERT ON sign_in FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION note_joined();

-- As in 20261130004900_walls_of_people: the person whom the office invites by an address, in the program or not.
CREATE OR REPLACE FUNCTION invitee(p_email text)
RETURNS TABLE (id uuid, name text, name_en text, email text, locale text, joined boolean, archived boolean) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.name, p.name_en, p.email, p.locale, p.has_joined, p.archived_at IS NOT NULL FROM person p
  WHERE p.email = p_email AND app_standing() IN ('officer', 'admin')
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Takes away what a closed account was opened by, so that opening it again revives nothing that somebody else may have added:
-- password, passkeys, accounts at a provider, second factor and known browsers. Sign-ins, tokens and links end beside it.
CREATE FUNCTION end_ways_in(p_person uuid) RETURNS void LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app_standing() NOT IN ('admin', 'machine')
    OR NOT EXISTS (SELECT FROM person WHERE id = p_person AND archived_at IS NOT NULL) THEN
    RAISE EXCEPTION 'only of a closed account, by an admin' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE person SET password_hash = NULL WHERE id = p_person;
  DELETE FROM passkey WHERE person_id = p_person;
  DELETE FROM passkey_challenge WHERE person_id = p_person;
  DELETE FROM person_identity WHERE person_id = p_person;
  DELETE FROM recovery_code WHERE person_id = p_person;
  DELETE FROM second_factor WHERE person_id = p_person;
  DELETE FROM known_browser WHERE person_id = p_person;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- As in 20261130101500_tokens_older_than_a_proof, with the sign-in read once. An admin's right over the installation is closed
-- to a sign-in or token that gave one proof while any program asks for two: it reaches into those programs.
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
        'role', r.role, 'startupId', CASE WHEN who.is_admin THEN NULL ELSE m.startup_id END) ORDER BY g.created_at DESC, g.slug)
      FROM program g
      LEFT JOIN membership m ON m.program_id = g.id AND m.person_id = who.id AND m.ended_at IS NULL
      CROSS JOIN LATERAL (SELECT CASE WHEN who.is_admin THEN 'admin' ELSE m.role::text END AS role) r
      WHERE g.archived_at IS NULL AND r.role IS NOT NULL
        AND (gave_two OR NOT g.requires_second_factor OR r.role NOT IN ('admin', 'officer'))
        AND (coalesce(cardinality(token.program_ids), 0) = 0 OR g.id = ANY (token.program_ids))), '[]'::jsonb),
    'closedPrograms', coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', g.slug, 'name', g.name, 'nameEn', g.name_en) ORDER BY g.created_at DESC, g.slug)
      FROM program g
      WHERE NOT gave_two AND g.requires_second_factor AND g.archived_at IS NULL
        AND (who.is_admin OR EXISTS (SELECT FROM membership m
          WHERE m.program_id = g.id AND m.person_id = who.id AND m.ended_at IS NULL AND m.role = 'officer'))
        AND (coalesce(cardinality(token.program_ids), 0) = 0 OR g.id = ANY (token.program_ids))), '[]'::jsonb));
END $$;
