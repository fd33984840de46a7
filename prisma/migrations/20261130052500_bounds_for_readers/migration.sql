-- From which amount on evidence is wanted is the office's business: whoever knows it writes down a little less. The columns of a
-- program's bounds are read by no application; the function tells whoever asks what they may know.
DO $$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
    WHERE a.attrelid = 'program'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname NOT IN ('evidence_limit', 'large_amount');
  REVOKE SELECT ON program FROM roundtable_app;
  EXECUTE format('GRANT SELECT (%s) ON program TO roundtable_app', columns);
END $$;

-- The bounds of the asker's programs, in minor units of their base currency. Everybody who enters amounts learns which ones are
-- asked about; from which one on evidence is wanted, a startup's people do not.
CREATE FUNCTION amount_bounds() RETURNS TABLE (program_id uuid, base_currency text, evidence_limit bigint, large_amount bigint)
LANGUAGE sql STABLE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.id, g.base_currency, CASE WHEN g.id IN (SELECT programs_counted()) THEN g.evidence_limit END, g.large_amount
  FROM program g
  WHERE (SELECT app_standing()) = 'admin'
    OR g.id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'startup')
    OR g.id IN (SELECT m.program_id FROM membership m JOIN person p ON p.id = m.person_id AND p.archived_at IS NULL
      WHERE m.person_id = app_viewer() AND m.ended_at IS NULL)
$$;
REVOKE ALL ON FUNCTION amount_bounds() FROM public;
GRANT EXECUTE ON FUNCTION amount_bounds() TO roundtable_app;
