-- What the asker is in the program is looked up once a statement, not once for each pair or person of the answer.

CREATE OR REPLACE FUNCTION pair_wish(p_program uuid) RETURNS TABLE (pair_id uuid, said wish_word, own wish_word)
LANGUAGE sql STABLE ROWS 600 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.pair_id, max(w.said),
    CASE WHEN (SELECT app_standing()) = 'startup' THEN max(w.said)
      WHEN max(w.said) <> 'no_thanks' AND (SELECT app_standing()) <> 'manager' THEN max(w.said) FILTER (WHERE w.side = 'office') END
  FROM wish w
  WHERE w.program_id = p_program AND p_program = app_program() AND CASE (SELECT app_standing())
    WHEN 'startup' THEN w.startup_id = app_startup() AND w.side = 'startup'
    WHEN 'officer' THEN true
    WHEN 'manager' THEN true
    WHEN 'admin' THEN true
    ELSE false END
  GROUP BY w.pair_id
$$;

CREATE OR REPLACE FUNCTION people_met() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
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
  WHERE (SELECT app_standing()) IN ('officer', 'manager') OR (SELECT app_standing()) = 'startup' AND NOT EXISTS (
    SELECT FROM membership m WHERE m.program_id = app_program() AND m.person_id = met.id
      AND m.startup_id IS NOT NULL AND m.startup_id <> app_startup())
$$;

-- Whether somebody said that one pair is not to meet; whoever books asks for each pair alone. Seen like `pair_wish`.
CREATE FUNCTION is_not_to_meet(p_program uuid, p_pair uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM wish w
    WHERE w.program_id = p_program AND p_program = app_program() AND w.pair_id = p_pair AND w.said = 'no_thanks'
      AND CASE (SELECT app_standing())
        WHEN 'startup' THEN w.startup_id = app_startup() AND w.side = 'startup'
        WHEN 'officer' THEN true
        WHEN 'manager' THEN true
        WHEN 'admin' THEN true
        ELSE false END)
$$;
