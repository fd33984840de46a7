-- As in 20261130071652_second_proof, but an API token counts as two proofs only where its owner had a second one when it was
-- made: a token from before was made with one proof, and enters no program that asks for two.
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
    gave_two := EXISTS (SELECT FROM second_factor f WHERE f.person_id = who.id AND f.confirmed_at <= token.created_at)
      OR EXISTS (SELECT FROM passkey k WHERE k.person_id = who.id AND k.created_at <= token.created_at);
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
