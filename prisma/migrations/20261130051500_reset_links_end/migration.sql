-- Whoever takes a person out of a program ends every way into the account, also the links that a forgotten password was
-- mailed as. They belong to no program, so the office neither sees nor changes them: it ends those of a member, by this alone.
CREATE FUNCTION end_reset_links(p_person uuid, p_now timestamptz) RETURNS integer LANGUAGE sql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH ended AS (
    UPDATE invitation i SET revoked_at = p_now
    WHERE i.person_id = p_person AND i.purpose = 'reset' AND i.accepted_at IS NULL AND i.revoked_at IS NULL
      AND app_standing() IN ('officer', 'admin')
      AND EXISTS (SELECT FROM membership m WHERE m.program_id = app_program() AND m.person_id = p_person)
    RETURNING i.id
  )
  SELECT count(*)::integer FROM ended
$$;
