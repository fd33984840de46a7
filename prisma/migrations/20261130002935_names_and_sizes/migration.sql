-- From which amount on the program asks whether it is meant; null leaves it to the usual size of the currency.
ALTER TABLE program ADD COLUMN large_amount bigint;
ALTER TABLE program ADD CONSTRAINT program_large_amount CHECK (large_amount > 0);
GRANT UPDATE (large_amount) ON program TO roundtable_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Characters that nobody sees, as `withoutUnseen` of lib/core/text.ts takes them out.
CREATE FUNCTION without_unseen(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(p, '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFC\U0001BCA0-\U0001BCA3\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g');

-- What makes two names the same one, as `nameKey` of lib/core/text.ts: no case, no width, no composition, single spaces.
CREATE FUNCTION name_key(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(lower(without_unseen(normalize(p, NFKC))), '[\t\n\u000B\f\r \u1680\u2028\u2029]+', ' ', 'g'));

-- ---------------------------------------------------------------------------------------------------------------
-- What stands there already is brought to the spelling that input has now, so that it can be edited and found.
UPDATE startup SET name = coalesce(nullif(btrim(without_unseen(normalize(name, NFC))), ''), '?')
  WHERE name <> btrim(without_unseen(normalize(name, NFC)));
UPDATE startup SET name_en = btrim(without_unseen(normalize(name_en, NFC)))
  WHERE name_en <> btrim(without_unseen(normalize(name_en, NFC)));
UPDATE startup SET search_text = without_unseen(search_text) WHERE search_text <> without_unseen(search_text);
UPDATE investor SET name = coalesce(nullif(btrim(without_unseen(normalize(name, NFC))), ''), '?')
  WHERE name <> btrim(without_unseen(normalize(name, NFC)));
UPDATE investor SET search_text = without_unseen(search_text) WHERE search_text <> without_unseen(search_text);
UPDATE contact SET name = coalesce(nullif(btrim(without_unseen(normalize(name, NFC))), ''), '?')
  WHERE name <> btrim(without_unseen(normalize(name, NFC)));
UPDATE person SET name = coalesce(nullif(btrim(without_unseen(normalize(name, NFC))), ''), '?')
  WHERE name <> btrim(without_unseen(normalize(name, NFC)));

-- A table's name is there once in a program, however it is written: of several the oldest keeps it.
DO $$
DECLARE
  renamed integer := 1;
BEGIN
  WHILE renamed > 0 LOOP
    UPDATE venue_table v SET name = left(v.name, 32) || ' (' || v.seq || ')'
    FROM (SELECT program_id, id, row_number() OVER (PARTITION BY program_id, name_key(name) ORDER BY seq, id) AS n
          FROM venue_table) twin
    WHERE twin.program_id = v.program_id AND twin.id = v.id AND twin.n > 1;
    GET DIAGNOSTICS renamed = ROW_COUNT;
  END LOOP;
END $$;
CREATE UNIQUE INDEX venue_table_name_once ON venue_table (program_id, name_key(name));
CREATE INDEX startup_by_name ON startup (program_id, name_key(name));
CREATE INDEX startup_by_name_en ON startup (program_id, name_key(name_en));
CREATE INDEX investor_by_name ON investor (program_id, name_key(name));
