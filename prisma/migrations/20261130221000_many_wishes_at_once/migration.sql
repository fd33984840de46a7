-- The wishes of a file in one statement. `p_wishes` holds {pairId, startupId, side, said} in the order in which they are said;
-- answers the pairs of those that are refused, for which no word is written: somebody said no-thanks before, in the table or
-- earlier in the list.
CREATE FUNCTION say_wishes(p_program uuid, p_wishes jsonb, p_at timestamptz, p_by uuid) RETURNS TABLE ("pairId" uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  standing constant text := app_standing();
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR p_by IS DISTINCT FROM app_viewer() OR NOT (standing IN ('officer', 'admin')
     OR standing = 'startup' AND NOT EXISTS (SELECT FROM jsonb_to_recordset(p_wishes) AS w("startupId" uuid, side wish_side)
       WHERE w."startupId" IS DISTINCT FROM app_startup() OR w.side IS DISTINCT FROM 'startup')) THEN
    RAISE EXCEPTION 'not the asker''s wish to say' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- For a startup's people their own word is final, for the office anybody's, so that a refusal does not tell whose it is.
  RETURN QUERY
  WITH asked AS (
    SELECT a.*, bool_or(a.said = 'no_thanks') OVER (PARTITION BY a.pair ORDER BY a.nth
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS after_one
    FROM (
      SELECT r."pairId" AS pair, r."startupId" AS startup, r.side, r.said, r.nth
      FROM ROWS FROM (jsonb_to_recordset(p_wishes) AS ("pairId" uuid, "startupId" uuid, side wish_side, said wish_word))
        WITH ORDINALITY AS r("pairId", "startupId", side, said, nth)) a
  ), heard AS MATERIALIZED (
    SELECT a.*, coalesce(a.after_one, false) OR f.pair_id IS NOT NULL AS is_refused
    FROM asked a LEFT JOIN (
      SELECT DISTINCT w.pair_id FROM wish w
      WHERE w.program_id = p_program AND w.said = 'no_thanks' AND (standing <> 'startup' OR w.side = 'startup')) f ON f.pair_id = a.pair
  ), written AS (
    INSERT INTO wish AS w (program_id, startup_id, pair_id, side, said, at, by_id)
    SELECT DISTINCT ON (h.pair, h.side) p_program, h.startup, h.pair, h.side, h.said, p_at, p_by
    FROM heard h WHERE NOT h.is_refused ORDER BY h.pair, h.side, h.nth DESC
    ON CONFLICT (program_id, pair_id, side) DO UPDATE SET said = excluded.said, at = excluded.at, by_id = excluded.by_id
  )
  SELECT h.pair FROM heard h WHERE h.is_refused ORDER BY h.nth;
END $$;
REVOKE ALL ON FUNCTION say_wishes FROM public;
GRANT EXECUTE ON FUNCTION say_wishes TO roundtable_app;
DROP FUNCTION say_wish(uuid, uuid, uuid, wish_side, wish_word, timestamptz, uuid);
