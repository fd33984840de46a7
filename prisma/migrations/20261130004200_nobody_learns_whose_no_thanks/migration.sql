-- Whose a no-thanks is, nobody learns: not by the word of a side that stands beside it, and not by who wrote it down.

-- A side's word that is still to be read beside a no-thanks rules that side out. So the office reads wishes by the function
-- below alone, and its own word only where nobody said no-thanks; a startup's people read their own rows.
DROP POLICY app_select ON wish;
CREATE POLICY app_select ON wish FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND side = 'startup');

-- The strongest word on each pair, and the office's own; for a startup's people their own word on their own pairs.
DROP FUNCTION pair_wish(uuid);
CREATE FUNCTION pair_wish(p_program uuid) RETURNS TABLE (pair_id uuid, said wish_word, own wish_word)
LANGUAGE sql STABLE ROWS 600 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.pair_id, max(w.said),
    CASE WHEN app_standing() = 'startup' THEN max(w.said)
      WHEN max(w.said) <> 'no_thanks' AND app_standing() <> 'manager' THEN max(w.said) FILTER (WHERE w.side = 'office') END
  FROM wish w
  WHERE w.program_id = p_program AND p_program = app_program() AND CASE (SELECT app_standing())
    WHEN 'startup' THEN w.startup_id = app_startup() AND w.side = 'startup'
    WHEN 'officer' THEN true
    WHEN 'manager' THEN true
    WHEN 'admin' THEN true
    ELSE false END
  GROUP BY w.pair_id
$$;

-- Everybody leaves a trail in their own name, but for a no-thanks: that one names nobody.
DROP POLICY app_insert ON audit_entry;
CREATE POLICY app_insert ON audit_entry FOR INSERT TO roundtable_app WITH CHECK (
  CASE WHEN program_id IS NULL
    THEN num_nonnulls(startup_id, pair_id) = 0
      AND (by_id = app_viewer() OR (SELECT app_standing()) IN ('nobody', 'link', 'machine'))
    ELSE program_id = app_program()
      AND (by_id = app_viewer() OR by_id IS NULL AND command = 'timetable.say_wish' AND num_nonnulls(startup_id, pair_id) = 0)
      AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
        OR (SELECT app_standing()) = 'startup' AND (startup_id IS NULL OR startup_id = app_startup())
          AND (pair_id IS NULL OR pair_id IN (
            SELECT p.id FROM pair p WHERE p.program_id = app_program() AND p.startup_id = app_startup())))
  END);

-- What was written before: the entry of a no-thanks has the instant and the writer of its row.
ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
UPDATE audit_entry e SET by_id = NULL, means = 'web' FROM wish w
  WHERE e.command = 'timetable.say_wish' AND w.said = 'no_thanks'
    AND w.program_id = e.program_id AND w.by_id = e.by_id AND w.at = e.at;
ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only;
