-- People are searched too, since 20261130212500_search_at_once: their columns as they are. A table that is not named here goes by
-- the columns that its trigger names; a list counts as its members.
CREATE OR REPLACE FUNCTION keep_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written jsonb;
BEGIN
  IF TG_TABLE_NAME = 'startup' THEN
    NEW.search_text := search_text_of(NEW.name, NEW.name_en, NEW.sector, NEW.summary, NEW.summary_en);
  ELSIF TG_TABLE_NAME = 'investor' THEN
    NEW.search_text := search_text_of(VARIADIC ARRAY[NEW.name, NEW.city] || NEW.focus || ARRAY[NEW.summary]);
  ELSIF TG_TABLE_NAME = 'contact' THEN
    NEW.search_text := search_text_of(NEW.name, NEW.name_en, NEW.title);
  ELSIF TG_TABLE_NAME = 'person' THEN
    NEW.search_text := search_text_of(NEW.name, NEW.name_en, NEW.email);
  ELSIF TG_TABLE_NAME = 'pair' THEN
    NEW.search_text := search_text_of(NEW.next_step);
  ELSE
    written := to_jsonb(NEW);
    NEW.search_text := search_text_of(VARIADIC ARRAY(
      SELECT part FROM unnest(TG_ARGV) WITH ORDINALITY c (name, at), LATERAL jsonb_array_elements_text(
        CASE jsonb_typeof(written -> name) WHEN 'array' THEN written -> name ELSE jsonb_build_array(written -> name) END)
        WITH ORDINALITY p (part, nth)
      ORDER BY at, nth));
  END IF;
  RETURN NEW;
END $$;
