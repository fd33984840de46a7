-- Next steps are short and read by those who look for them through the wall; notes are looked up by the owner, the newest first.
DROP FUNCTION found_in_prose(text[], integer);
DROP INDEX pair_by_next_step;

CREATE INDEX pair_with_next_step ON pair (program_id, next_step_on DESC NULLS LAST, id) WHERE search_text <> '';
CREATE INDEX note_newest ON note (program_id, created_at DESC, id) WHERE archived_at IS NULL;

-- Pairs are made by the thousand, most of them without a next step.
DROP TRIGGER pair_found_by ON pair;
CREATE TRIGGER pair_found_by BEFORE INSERT OR UPDATE OF next_step, search_text ON pair
  FOR EACH ROW WHEN (NEW.next_step IS NOT NULL OR NEW.search_text <> '') EXECUTE FUNCTION keep_search_text('next_step');

-- It costs far more than a comparison: the planner is not to read a whole table through it.
ALTER FUNCTION trigram_text(text) COST 1000;

-- Ids of notes that hold all the keys, the newest `p_most`. Row-level security comes before `like`, which keeps its readers from
-- an index; so the owner looks them up, within the asker's program and startup, and whoever asked reads the rows through the
-- wall. Words that many notes hold are found among the newest; only others are looked up by their trigrams, where few are found.
CREATE FUNCTION notes_that_hold(p_keys text[], p_most integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  standing constant text := app_standing();
  here constant text := format(
    'archived_at IS NULL AND program_id = %L AND CASE %L
       WHEN ''startup'' THEN startup_id = %L AND (side = ''startup'' OR visibility = ''shared'')
       WHEN ''manager'' THEN visibility <> ''private''
       ELSE side = ''program'' OR visibility <> ''private'' END', app_program(), standing, app_startup());
  held text;
  alike text;
  ids uuid[];
BEGIN
  IF standing NOT IN ('officer', 'manager', 'admin', 'startup') OR app_program() IS NULL OR cardinality(p_keys) = 0 THEN
    RETURN;
  END IF;
  SELECT string_agg(format('search_text LIKE %L', '%' || key || '%'), ' AND '),
      string_agg(format('trigram_text(search_text) LIKE %L', '%' || trigram_text(key) || '%'), ' AND ')
    INTO held, alike FROM unnest(p_keys) key;
  EXECUTE format(
    'SELECT array_agg(h.id) FROM (
       SELECT newest.id FROM (SELECT id, search_text, created_at FROM note WHERE %1$s ORDER BY created_at DESC, id LIMIT 1000) newest
       WHERE %2$s ORDER BY created_at DESC, id LIMIT %3$s) h', here, held, p_most) INTO ids;
  IF coalesce(cardinality(ids), 0) < p_most THEN
    EXECUTE format(
      'WITH hits AS MATERIALIZED (SELECT id, created_at FROM note WHERE %1$s AND %4$s AND %2$s)
       SELECT array_agg(h.id) FROM (SELECT id FROM hits ORDER BY created_at DESC, id LIMIT %3$s) h', here, held, p_most, alike)
      INTO ids;
  END IF;
  RETURN QUERY SELECT unnest(ids);
END $$;
REVOKE EXECUTE ON FUNCTION notes_that_hold(text[], integer) FROM public;
GRANT EXECUTE ON FUNCTION notes_that_hold(text[], integer) TO roundtable_app;
