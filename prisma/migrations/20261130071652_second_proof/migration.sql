-- Ways in besides the password: passkeys, a code beside the first proof, links by e-mail, accounts at a provider.
--
-- For whoever signs a person in: insert the `sign_in` row with its `method`, and nothing else. The trigger below decides whether
-- a code is still to be given. While `needs_factor` is true, viewer_of() gives nobody, pending_sign_in() names whose it is, and
-- meet_factor() opens it.

-- CreateEnum
CREATE TYPE "sign_in_method" AS ENUM ('password', 'email', 'oidc', 'passkey', 'link', 'sample');

-- CreateEnum
CREATE TYPE "passkey_purpose" AS ENUM ('register', 'sign_in');

-- AlterTable
ALTER TABLE "sign_in" ADD COLUMN     "factor_met_at" TIMESTAMPTZ(3),
ADD COLUMN     "method" "sign_in_method" NOT NULL DEFAULT 'password',
ADD COLUMN     "needs_factor" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "requires_second_factor" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "challenge_hash" TEXT NOT NULL,
    "purpose" "passkey_purpose" NOT NULL,
    "person_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge_hash")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_person_id_idx" ON "sign_in_link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_code_hash_key" ON "recovery_code"("person_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_issuer_subject_key" ON "person_identity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_person_id_issuer_key" ON "person_identity"("person_id", "issuer");

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- Grants and row-level security: `kept` columns are read by no application, `changed` are the only ones that change.
DO $$
DECLARE
  wall record;
  columns text;
BEGIN
  FOR wall IN SELECT * FROM (VALUES
    -- table              kept          changed                       delete
    ('sign_in_link',      'token_hash', 'used_at',                    true),
    ('passkey',           '',           'name counter last_used_at',  true),
    ('passkey_challenge', '',           '',                           true),
    ('second_factor',     '',           'confirmed_at last_step',     true),
    ('recovery_code',     'code_hash',  '',                           true),
    ('person_identity',   '',           'last_used_at',               true)
  ) AS v (name, kept, changed, del) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wall.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wall.name);
    EXECUTE format('CREATE POLICY owner_sees_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', wall.name);
    EXECUTE format('REVOKE ALL ON %I FROM roundtable_app', wall.name);
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
      WHERE a.attrelid = wall.name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> wall.kept;
    EXECUTE format('GRANT SELECT (%s), INSERT, DELETE ON %I TO roundtable_app', columns, wall.name);
    IF wall.changed <> '' THEN
      EXECUTE format('GRANT UPDATE (%s) ON %I TO roundtable_app', replace(wall.changed, ' ', ', '), wall.name);
    END IF;
  END LOOP;
END $$;
GRANT SELECT (method, needs_factor, factor_met_at) ON sign_in TO roundtable_app;
GRANT SELECT (requires_second_factor), UPDATE (requires_second_factor) ON program TO roundtable_app;

-- One's own, and at the doors themselves those of whoever is signing in (`nobody`).
DO $$
DECLARE
  t text;
  own constant text := 'person_id = app_viewer()';
  own_or_door constant text := $p$person_id = app_viewer() OR (SELECT app_standing()) = 'nobody'$p$;
  -- As of sign_in: an officer ends every way in of a member who leaves.
  theirs constant text := $p$person_id = app_viewer() OR (SELECT app_standing()) IN ('admin', 'nobody', 'link', 'machine')
    OR (SELECT app_standing()) = 'officer' AND person_id IN (
      SELECT m.person_id FROM membership m WHERE m.program_id = app_program())$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['passkey', 'second_factor', 'person_identity'] LOOP
    EXECUTE format('CREATE POLICY app_select ON %I FOR SELECT TO roundtable_app USING (%s)', t, own_or_door);
    EXECUTE format('CREATE POLICY app_update ON %I FOR UPDATE TO roundtable_app USING (%s)', t, own_or_door);
    EXECUTE format('CREATE POLICY app_delete ON %I FOR DELETE TO roundtable_app USING (%s)', t, own);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['passkey', 'second_factor'] LOOP
    EXECUTE format('CREATE POLICY app_insert ON %I FOR INSERT TO roundtable_app WITH CHECK (%s)', t, own);
  END LOOP;
  -- Connected from the account page, or at the first sign-in of an invited person.
  EXECUTE format('CREATE POLICY app_insert ON person_identity FOR INSERT TO roundtable_app WITH CHECK (%s)', own_or_door);
  -- Codes are used by use_recovery_code() alone.
  EXECUTE format('CREATE POLICY app_own ON recovery_code TO roundtable_app USING (%s)', own);
  EXECUTE format('CREATE POLICY app_own ON passkey_challenge TO roundtable_app USING (%s)', own_or_door);

  EXECUTE format('CREATE POLICY app_select ON sign_in_link FOR SELECT TO roundtable_app USING (%s)', theirs);
  EXECUTE format('CREATE POLICY app_delete ON sign_in_link FOR DELETE TO roundtable_app USING (%s)', theirs);
END $$;
CREATE POLICY app_insert ON sign_in_link FOR INSERT TO roundtable_app WITH CHECK (
  (SELECT app_standing()) IN ('nobody', 'link', 'machine'));
CREATE POLICY app_update ON sign_in_link FOR UPDATE TO roundtable_app USING (
  (SELECT app_standing()) IN ('nobody', 'link', 'machine'));

-- A link is used once.
CREATE FUNCTION keep_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was used stays used' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER sign_in_link_used BEFORE UPDATE OF used_at ON sign_in_link FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND OLD.used_at IS NOT NULL AND NEW.used_at IS DISTINCT FROM OLD.used_at)
  EXECUTE FUNCTION keep_used();

-- Whether a program asks for two proofs, an admin decides: an officer could otherwise take the rule away from themself.
DROP TRIGGER program_keeps ON program;
CREATE TRIGGER program_keeps BEFORE UPDATE ON program FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_columns('officer', 'archived_at', 'requires_second_factor');

-- ---------------------------------------------------------------------------------------------------------------
-- The link by e-mail whose token has this hash, for whoever holds it; used and expired ones too.
CREATE FUNCTION sign_in_link_behind(p_token_hash text) RETURNS uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.id FROM sign_in_link l WHERE l.token_hash = p_token_hash AND app_standing() IN ('nobody', 'link')
$$;

-- Uses up a recovery code: false for one that is not the person's or was used before. Two at once: the second finds it used.
CREATE FUNCTION use_recovery_code(p_person uuid, p_code_hash text, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE recovery_code c SET used_at = p_now
    WHERE c.person_id = p_person AND c.code_hash = p_code_hash AND c.used_at IS NULL
      AND (app_standing() = 'nobody' OR p_person = app_viewer());
  RETURN FOUND;
END $$;

-- A new sign-in says itself by which method; whether a code is still to be given is decided here, for every door there is or
-- will be. A passkey is two proofs by itself (the device and its lock). A sign-in that waits for its code does so for a
-- quarter of an hour. The command line of the machine's owner needs no code.
CREATE FUNCTION set_factor_of_sign_in() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.needs_factor := NEW.method <> 'passkey' AND app_standing() <> 'machine' AND EXISTS (
    SELECT FROM second_factor f WHERE f.person_id = NEW.person_id AND f.confirmed_at IS NOT NULL);
  NEW.factor_met_at := CASE WHEN NEW.method = 'passkey' OR app_standing() = 'machine' THEN NEW.created_at END;
  IF NEW.needs_factor THEN
    NEW.expires_at := least(NEW.expires_at, NEW.created_at + interval '15 minutes');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sign_in_factor BEFORE INSERT ON sign_in FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION set_factor_of_sign_in();

-- Whose sign-in waits for its code. No row: none such, expired, the account closed, or of the sample where it is not admitted.
CREATE FUNCTION pending_sign_in(p_token_hash text, p_now timestamptz, p_admits_sample boolean)
RETURNS TABLE (sign_in_id uuid, person_id uuid, locale text, theme text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, p.id, p.locale, p.theme FROM sign_in s JOIN person p ON p.id = s.person_id AND p.archived_at IS NULL
  WHERE s.token_hash = p_token_hash AND s.needs_factor AND s.expires_at > p_now AND app_standing() = 'nobody'
    AND (p.email NOT LIKE '%@sample.example' OR p_admits_sample IS TRUE)
$$;

-- The code was given: opens a sign-in that waited for it (asked as `nobody`), or notes it of one's own sign-in, where the
-- factor has just been set up. False where there is no such sign-in.
CREATE FUNCTION meet_factor(p_sign_in uuid, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE sign_in s SET needs_factor = false, factor_met_at = p_now, last_seen_at = p_now,
      expires_at = CASE WHEN s.needs_factor THEN p_now + interval '30 days' ELSE s.expires_at END
    WHERE s.id = p_sign_in AND s.expires_at > p_now
      AND (app_standing() = 'nobody' AND s.needs_factor OR s.person_id = app_viewer() AND NOT s.needs_factor);
  RETURN FOUND;
END $$;

-- One's own second factor was taken away: what was given by it no longer counts. A passkey goes on counting.
CREATE FUNCTION forget_factor() RETURNS void LANGUAGE sql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE sign_in s SET factor_met_at = NULL WHERE s.person_id = app_viewer() AND s.method <> 'passkey'
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Who is this? As before, and nobody while a code is still to be given. Programs that ask for two proofs are closed to their
-- officers, and to admins, in a sign-in that gave one alone: they stand in `closedPrograms` and not in `programs`, so that no
-- reader of `programs` can forget to look. An API token counts as two proofs where its owner has a second one at all.
CREATE OR REPLACE FUNCTION viewer_of(p_sign_in text, p_api_token text, p_now timestamptz, p_admits_sample boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who person%ROWTYPE;
  token api_token%ROWTYPE;
  door uuid;
  gave_two boolean;
BEGIN
  IF p_sign_in IS NOT NULL THEN
    SELECT s.id, s.factor_met_at IS NOT NULL INTO door, gave_two FROM sign_in s
      WHERE s.token_hash = p_sign_in AND s.expires_at > p_now AND NOT s.needs_factor;
    SELECT p.* INTO who FROM person p JOIN sign_in s ON s.person_id = p.id WHERE s.id = door AND p.archived_at IS NULL;
  ELSE
    SELECT t.* INTO token FROM api_token t
      WHERE t.token_hash = p_api_token AND t.revoked_at IS NULL AND t.expires_at > p_now;
    door := token.id;
    SELECT p.* INTO who FROM person p WHERE p.id = token.person_id AND p.archived_at IS NULL;
    gave_two := EXISTS (SELECT FROM second_factor f WHERE f.person_id = who.id AND f.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT FROM passkey k WHERE k.person_id = who.id);
  END IF;
  IF who.id IS NULL OR (who.email LIKE '%@sample.example' AND p_admits_sample IS NOT TRUE) THEN
    RETURN NULL;
  END IF;
  -- Use keeps a sign-in alive, half a year at most; noted once an hour, so that reading stays reading.
  UPDATE sign_in s SET last_seen_at = p_now, expires_at = least(p_now + interval '30 days', s.created_at + interval '180 days')
    WHERE p_sign_in IS NOT NULL AND s.id = door AND s.last_seen_at < p_now - interval '1 hour';
  UPDATE api_token t SET last_used_at = p_now
    WHERE p_sign_in IS NULL AND t.id = door AND coalesce(t.last_used_at, '-infinity') < p_now - interval '1 hour';
  PERFORM set_config('app.viewer', who.id::text, true), set_config('app.program', '', true), set_config('app.startup', '', true),
          set_config('app.role', CASE WHEN who.is_admin THEN 'admin' ELSE '' END, true);
  RETURN jsonb_build_object(
    'personId', who.id, 'email', who.email, 'name', who.name, 'nameEn', who.name_en, 'locale', who.locale, 'theme', who.theme, 'isAdmin', who.is_admin,
    'door', door,
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
