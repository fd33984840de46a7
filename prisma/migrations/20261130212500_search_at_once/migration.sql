-- Search in a program of 60,000 pairs, 30,000 notes and a thousand people answers while its reader types.

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';
GRANT SELECT (search_text) ON person TO roundtable_app;

-- Fires behind `person_keeps` (triggers go by name), which sees what the asker changed and not what follows from it.
CREATE TRIGGER person_searched_by BEFORE INSERT OR UPDATE OF name, name_en, email, search_text ON person
  FOR EACH ROW EXECUTE FUNCTION keep_search_text('name', 'name_en', 'email');
-- What stands there already; nothing about it changes for its readers, so no trigger is to count it as a change.
ALTER TABLE person DISABLE TRIGGER USER;
UPDATE person SET search_text = search_text_of(name, name_en, email);
ALTER TABLE person ENABLE TRIGGER USER;

-- A startup has few notes: they are read one by one. Only the office looks up words by their trigrams, and only in notes that the
-- office may read, so that words which startups keep to themselves cost it nothing.
CREATE INDEX note_of_startup ON note (program_id, startup_id, created_at DESC, id) WHERE archived_at IS NULL;
DROP INDEX note_by_body;
CREATE INDEX note_by_body ON note USING gin (trigram_text(search_text) gin_trgm_ops)
  WHERE archived_at IS NULL AND (side = 'program' OR visibility <> 'private');

-- Ids of notes that hold all the keys, the newest `p_most`. Row-level security comes before any search, which keeps its readers
-- from an index; so the owner looks them up, within the asker's program and startup, and whoever asked reads the rows through the
-- wall. Words that many notes hold are found among the newest; only others are looked up by their trigrams, where few are found.
CREATE OR REPLACE FUNCTION notes_that_hold(p_keys text[], p_most integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  standing constant text := app_standing();
  here constant text := format(
    'archived_at IS NULL AND program_id = %L AND %s', app_program(), CASE standing
      WHEN 'startup' THEN format('startup_id = %L AND (side = ''startup'' OR visibility = ''shared'')', app_startup())
      WHEN 'manager' THEN 'visibility <> ''private'''
      ELSE '(side = ''program'' OR visibility <> ''private'')' END);
  held text;
  alike text;
  ids uuid[];
BEGIN
  IF standing NOT IN ('officer', 'manager', 'admin', 'startup') OR app_program() IS NULL OR cardinality(p_keys) = 0 THEN
    RETURN;
  END IF;
  SELECT string_agg(format('strpos(search_text, %L) > 0', key), ' AND '),
      string_agg(format('trigram_text(search_text) LIKE %L', '%' || trigram_text(key) || '%'), ' AND ')
    INTO held, alike FROM unnest(p_keys) key;
  EXECUTE format(
    'SELECT array_agg(h.id) FROM (
       SELECT newest.id FROM (SELECT id, search_text, created_at FROM note WHERE %1$s ORDER BY created_at DESC, id LIMIT %4$s) newest
       WHERE %2$s ORDER BY created_at DESC, id LIMIT %3$s) h', here, held, p_most,
    CASE standing WHEN 'startup' THEN 'ALL' ELSE '1000' END) INTO ids;
  IF standing <> 'startup' AND coalesce(cardinality(ids), 0) < p_most THEN
    EXECUTE format(
      'WITH hits AS MATERIALIZED (SELECT id, created_at FROM note WHERE %1$s AND %4$s AND %2$s)
       SELECT array_agg(h.id) FROM (SELECT id FROM hits ORDER BY created_at DESC, id LIMIT %3$s) h', here, held, p_most, alike)
      INTO ids;
  END IF;
  RETURN QUERY SELECT unnest(ids);
END $$;

-- The same of next steps, those that are due last first.
CREATE INDEX pair_by_next_step ON pair USING gin (trigram_text(search_text) gin_trgm_ops) WHERE search_text <> '';

CREATE FUNCTION next_steps_that_hold(p_keys text[], p_most integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  standing constant text := app_standing();
  here constant text := format('search_text <> '''' AND program_id = %L', app_program());
  held text;
  alike text;
  ids uuid[];
BEGIN
  IF standing NOT IN ('officer', 'manager', 'admin', 'startup') OR app_program() IS NULL OR cardinality(p_keys) = 0 THEN
    RETURN;
  END IF;
  SELECT string_agg(format('strpos(search_text, %L) > 0', key), ' AND '),
      string_agg(format('trigram_text(search_text) LIKE %L', '%' || trigram_text(key) || '%'), ' AND ')
    INTO held, alike FROM unnest(p_keys) key;
  IF standing = 'startup' THEN
    EXECUTE format(
      'SELECT array_agg(h.id) FROM (
         SELECT id FROM pair WHERE %1$s AND startup_id = %4$L AND %2$s ORDER BY next_step_on DESC NULLS LAST, id LIMIT %3$s) h',
      here, held, p_most, app_startup()) INTO ids;
    RETURN QUERY SELECT unnest(ids);
    RETURN;
  END IF;
  EXECUTE format(
    'SELECT array_agg(h.id) FROM (
       SELECT last.id FROM (SELECT id, search_text, next_step_on FROM pair WHERE %1$s ORDER BY next_step_on DESC NULLS LAST, id LIMIT 1000) last
       WHERE %2$s ORDER BY next_step_on DESC NULLS LAST, id LIMIT %3$s) h', here, held, p_most) INTO ids;
  IF coalesce(cardinality(ids), 0) < p_most THEN
    EXECUTE format(
      'WITH hits AS MATERIALIZED (SELECT id, next_step_on FROM pair WHERE %1$s AND %4$s AND %2$s)
       SELECT array_agg(h.id) FROM (SELECT id FROM hits ORDER BY next_step_on DESC NULLS LAST, id LIMIT %3$s) h', here, held, p_most, alike)
      INTO ids;
  END IF;
  RETURN QUERY SELECT unnest(ids);
END $$;
REVOKE EXECUTE ON FUNCTION next_steps_that_hold(text[], integer) FROM public;
GRANT EXECUTE ON FUNCTION next_steps_that_hold(text[], integer) TO roundtable_app;
