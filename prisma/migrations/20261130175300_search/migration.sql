-- Search over everything: names, notes and next steps are found by part, by Hangul initials and with typing mistakes.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "pair" ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "note" ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- ---------------------------------------------------------------------------------------------------------------
-- The same as `searchText` of lib/core/hangul.ts, so that a row is found whatever door it came in by.

-- No case, no width, no spaces, nothing unseen; the signs of `like` become their full-width twins; syllables in their jamo.
CREATE FUNCTION search_jamo(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(regexp_replace(normalize(lower(normalize(without_unseen(p), NFKC)), NFD), '\s+', '', 'g'), '%_\', '％＿＼');

-- Letter by letter: compound vowels and final clusters as the keys they are typed with.
CREATE FUNCTION search_letters(p_jamo text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  letters text := p_jamo;
  compound text[];
BEGIN
  FOREACH compound SLICE 1 IN ARRAY ARRAY[
    [U&'\116A', 'ㅗㅏ'], [U&'\116B', 'ㅗㅐ'], [U&'\116C', 'ㅗㅣ'], [U&'\116F', 'ㅜㅓ'], [U&'\1170', 'ㅜㅔ'], [U&'\1171', 'ㅜㅣ'],
    [U&'\1174', 'ㅡㅣ'], [U&'\11AA', 'ㄱㅅ'], [U&'\11AC', 'ㄴㅈ'], [U&'\11AD', 'ㄴㅎ'], [U&'\11B0', 'ㄹㄱ'], [U&'\11B1', 'ㄹㅁ'],
    [U&'\11B2', 'ㄹㅂ'], [U&'\11B3', 'ㄹㅅ'], [U&'\11B4', 'ㄹㅌ'], [U&'\11B5', 'ㄹㅍ'], [U&'\11B6', 'ㄹㅎ'], [U&'\11B9', 'ㅂㅅ']]
  LOOP
    letters := replace(letters, compound[1], compound[2]);
  END LOOP;
  RETURN normalize(translate(letters,
    U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110B\110C\110D\110E\110F\1110\1111\1112' ||
    U&'\1161\1162\1163\1164\1165\1166\1167\1168\1169\116D\116E\1172\1173\1175' ||
    U&'\11A8\11A9\11AB\11AE\11AF\11B7\11B8\11BA\11BB\11BC\11BD\11BE\11BF\11C0\11C1\11C2',
    'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ' || 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ' || 'ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ'), NFC);
END $$;

-- First consonants alone. They stay conjoining jamo, so that initials are never found among letters.
CREATE FUNCTION search_initials(p_jamo text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN normalize(regexp_replace(p_jamo, U&'[\1161-\1175\11A8-\11C2]+', '', 'g'), NFC);

CREATE FUNCTION search_text_of(VARIADIC p_parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(concat_ws(E'\n', letters, nullif(initials, letters)), E'\n' ORDER BY at), '')
  FROM unnest(p_parts) WITH ORDINALITY u (part, at), search_jamo(part) jamo, search_letters(jamo) letters, search_initials(jamo) initials
  WHERE part <> ''
$$;

-- Writes the column from the columns named; a list counts as its members.
CREATE FUNCTION keep_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written constant jsonb := to_jsonb(NEW);
BEGIN
  NEW.search_text := search_text_of(VARIADIC ARRAY(
    SELECT part FROM unnest(TG_ARGV) WITH ORDINALITY c (name, at), LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(written -> name) WHEN 'array' THEN written -> name ELSE jsonb_build_array(written -> name) END)
      WITH ORDINALITY p (part, nth)
    ORDER BY at, nth));
  RETURN NEW;
END $$;

CREATE TRIGGER startup_found_by BEFORE INSERT OR UPDATE OF name, name_en, sector, summary, summary_en, search_text ON startup
  FOR EACH ROW EXECUTE FUNCTION keep_search_text('name', 'name_en', 'sector', 'summary', 'summary_en');
CREATE TRIGGER investor_found_by BEFORE INSERT OR UPDATE OF name, city, focus, summary, search_text ON investor
  FOR EACH ROW EXECUTE FUNCTION keep_search_text('name', 'city', 'focus', 'summary');
CREATE TRIGGER contact_found_by BEFORE INSERT OR UPDATE OF name, name_en, title, search_text ON contact
  FOR EACH ROW EXECUTE FUNCTION keep_search_text('name', 'name_en', 'title');
CREATE TRIGGER pair_found_by BEFORE INSERT OR UPDATE OF next_step, search_text ON pair
  FOR EACH ROW EXECUTE FUNCTION keep_search_text('next_step');
CREATE TRIGGER note_found_by BEFORE INSERT OR UPDATE OF body, search_text ON note
  FOR EACH ROW EXECUTE FUNCTION keep_search_text('body');

-- What stands there already; nothing about it changes for its readers, so no trigger is to count it as a change.
ALTER TABLE startup DISABLE TRIGGER USER;
ALTER TABLE investor DISABLE TRIGGER USER;
ALTER TABLE contact DISABLE TRIGGER USER;
ALTER TABLE pair DISABLE TRIGGER USER;
ALTER TABLE note DISABLE TRIGGER USER;
UPDATE startup SET search_text = search_text_of(name, name_en, sector, summary, summary_en);
UPDATE investor SET search_text = search_text_of(VARIADIC ARRAY[name, city] || focus || ARRAY[summary]);
UPDATE contact SET search_text = search_text_of(name, name_en, title);
UPDATE pair SET search_text = search_text_of(next_step) WHERE next_step <> '';
UPDATE note SET search_text = search_text_of(body);
ALTER TABLE startup ENABLE TRIGGER USER;
ALTER TABLE investor ENABLE TRIGGER USER;
ALTER TABLE contact ENABLE TRIGGER USER;
ALTER TABLE pair ENABLE TRIGGER USER;
ALTER TABLE note ENABLE TRIGGER USER;

-- ---------------------------------------------------------------------------------------------------------------
-- pg_trgm knows no letters but ASCII where the database's locale is C, as that of our own database is: jamo are written as the
-- keys of a Korean keyboard. Two texts may come out the same, so what is found by it is compared again.
CREATE FUNCTION trigram_text(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(p,
  'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ' ||
  U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110B\110C\110D\110E\110F\1110\1111\1112',
  'r1se2faq3t4dw5czxvgkoi6jpu7hynbml' || 'r1se2faq3t4dw5czxvg');

CREATE INDEX pair_by_next_step ON pair USING gin (trigram_text(search_text) gin_trgm_ops) WHERE search_text <> '';
CREATE INDEX note_by_body ON note USING gin (trigram_text(search_text) gin_trgm_ops) WHERE archived_at IS NULL;

-- Notes and next steps that hold all the keys, the newest `p_most` of each: their ids alone. Row-level security comes before
-- `like`, which keeps its readers from an index; so the owner looks them up, within the asker's program and startup, and
-- whoever asked reads the rows through the wall.
CREATE FUNCTION found_in_prose(p_keys text[], p_most integer) RETURNS TABLE (kind text, id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  standing constant text := app_standing();
  here constant text := format('program_id = %L AND (%L <> ''startup'' OR startup_id = %L)', app_program(), standing, app_startup());
  held text;
BEGIN
  IF standing NOT IN ('officer', 'manager', 'admin', 'startup') OR app_program() IS NULL OR cardinality(p_keys) = 0 THEN
    RETURN;
  END IF;
  SELECT string_agg(format('trigram_text(search_text) LIKE %L AND search_text LIKE %L',
    '%' || trigram_text(key) || '%', '%' || key || '%'), ' AND ') INTO held FROM unnest(p_keys) key;
  RETURN QUERY EXECUTE format(
    'SELECT ''note'', n.id FROM note n WHERE archived_at IS NULL AND %1$s AND %2$s
       AND CASE %4$L WHEN ''startup'' THEN side = ''startup'' OR visibility = ''shared'' WHEN ''manager'' THEN visibility <> ''private''
         ELSE side = ''program'' OR visibility <> ''private'' END
     ORDER BY n.created_at DESC LIMIT %3$s', here, held, p_most, standing);
  RETURN QUERY EXECUTE format(
    'SELECT ''action'', p.id FROM pair p WHERE search_text <> '''' AND %1$s AND %2$s ORDER BY p.next_step_on DESC NULLS LAST LIMIT %3$s',
    here, held, p_most);
END $$;
REVOKE EXECUTE ON FUNCTION found_in_prose(text[], integer) FROM public;
GRANT EXECUTE ON FUNCTION found_in_prose(text[], integer) TO roundtable_app;
