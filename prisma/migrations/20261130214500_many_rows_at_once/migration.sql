-- What is done once a row is cheap for one row, and decides how long an import of 50,000 rows takes. Each function here does the
-- same as the one it replaces.

-- ---------------------------------------------------------------------------------------------------------------
-- Search text. Most texts are plain ASCII, which has neither letters to take apart nor initials; few have compound vowels.
CREATE OR REPLACE FUNCTION search_letters(p_jamo text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  letters text := p_jamo;
  compound text[];
BEGIN
  IF letters ~ U&'[\116A-\116C\116F-\1171\1174\11AA\11AC\11AD\11B0-\11B6\11B9]' THEN
    FOREACH compound SLICE 1 IN ARRAY ARRAY[
      [U&'\116A', 'ㅗㅏ'], [U&'\116B', 'ㅗㅐ'], [U&'\116C', 'ㅗㅣ'], [U&'\116F', 'ㅜㅓ'], [U&'\1170', 'ㅜㅔ'], [U&'\1171', 'ㅜㅣ'],
      [U&'\1174', 'ㅡㅣ'], [U&'\11AA', 'ㄱㅅ'], [U&'\11AC', 'ㄴㅈ'], [U&'\11AD', 'ㄴㅎ'], [U&'\11B0', 'ㄹㄱ'], [U&'\11B1', 'ㄹㅁ'],
      [U&'\11B2', 'ㄹㅂ'], [U&'\11B3', 'ㄹㅅ'], [U&'\11B4', 'ㄹㅌ'], [U&'\11B5', 'ㄹㅍ'], [U&'\11B6', 'ㄹㅎ'], [U&'\11B9', 'ㅂㅅ']]
    LOOP
      letters := replace(letters, compound[1], compound[2]);
    END LOOP;
  END IF;
  RETURN normalize(translate(letters,
    U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110B\110C\110D\110E\110F\1110\1111\1112' ||
    U&'\1161\1162\1163\1164\1165\1166\1167\1168\1169\116D\116E\1172\1173\1175' ||
    U&'\11A8\11A9\11AB\11AE\11AF\11B7\11B8\11BA\11BB\11BC\11BD\11BE\11BF\11C0\11C1\11C2',
    'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ' || 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ' || 'ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ'), NFC);
END $$;

CREATE OR REPLACE FUNCTION search_text_of(VARIADIC p_parts text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  part text;
  jamo text;
  letters text;
  initials text;
  lines text[] := '{}';
BEGIN
  FOREACH part IN ARRAY coalesce(p_parts, '{}') LOOP
    CONTINUE WHEN part IS NULL OR part = '';
    IF octet_length(part) = char_length(part) AND strpos(part, '%') = 0 AND strpos(part, '_') = 0 AND strpos(part, E'\\') = 0 THEN
      lines := lines || regexp_replace(lower(part), '\s+', '', 'g');
      CONTINUE;
    END IF;
    jamo := search_jamo(part);
    letters := search_letters(jamo);
    initials := search_initials(jamo);
    lines := lines || letters;
    IF initials <> letters THEN
      lines := lines || initials;
    END IF;
  END LOOP;
  RETURN array_to_string(lines, E'\n');
END $$;

-- The same columns as the triggers name, read as they are and not by way of JSON.
CREATE OR REPLACE FUNCTION keep_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'startup' THEN
    NEW.search_text := search_text_of(NEW.name, NEW.name_en, NEW.sector, NEW.summary, NEW.summary_en);
  ELSIF TG_TABLE_NAME = 'investor' THEN
    NEW.search_text := search_text_of(VARIADIC ARRAY[NEW.name, NEW.city] || NEW.focus || ARRAY[NEW.summary]);
  ELSIF TG_TABLE_NAME = 'contact' THEN
    NEW.search_text := search_text_of(NEW.name, NEW.name_en, NEW.title);
  ELSIF TG_TABLE_NAME = 'pair' THEN
    NEW.search_text := search_text_of(NEW.next_step);
  ELSE
    NEW.search_text := search_text_of(NEW.body);
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- What an import wrote. PostgreSQL writes this function into the statement that calls it; no key has more than four columns.
CREATE OR REPLACE FUNCTION row_key(p_row jsonb, p_columns text[]) RETURNS text LANGUAGE sql STABLE
RETURN concat_ws(' ', p_row ->> p_columns[1], p_row ->> p_columns[2], p_row ->> p_columns[3], p_row ->> p_columns[4]);

CREATE OR REPLACE FUNCTION keep_imported() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  this constant uuid := current_setting('app.import')::uuid;
  program constant uuid := app_program();
  -- The arguments of a trigger are counted from 0.
  key_columns constant text[] := ARRAY(SELECT u FROM unnest(TG_ARGV) u);
BEGIN
  PERFORM FROM import i WHERE i.program_id = program AND i.id = this AND i.state = 'draft' AND i.by_id = app_viewer();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no import of the asker is being applied' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- OFFSET 0 keeps PostgreSQL from making the JSON of a row once for each time it is named.
  IF TG_OP = 'INSERT' THEN
    INSERT INTO import_change AS c (program_id, import_id, table_name, row_key, before, after)
    SELECT program, this, TG_TABLE_NAME, row_key(n.becomes, key_columns), NULL, n.becomes
    FROM (SELECT to_jsonb(r) AS becomes FROM new_rows r OFFSET 0) n
    ON CONFLICT (program_id, import_id, table_name, row_key) DO UPDATE SET after = excluded.after;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO import_change AS c (program_id, import_id, table_name, row_key, before, after)
    SELECT program, this, TG_TABLE_NAME, o.key, o.was, n.becomes
    FROM (SELECT row_key(a.was, key_columns) AS key, a.was FROM (SELECT to_jsonb(r) AS was FROM old_rows r OFFSET 0) a OFFSET 0) o
    JOIN (SELECT row_key(a.becomes, key_columns) AS key, a.becomes
      FROM (SELECT to_jsonb(r) AS becomes FROM new_rows r OFFSET 0) a OFFSET 0) n USING (key)
    ON CONFLICT (program_id, import_id, table_name, row_key) DO UPDATE SET after = excluded.after;
  ELSE
    INSERT INTO import_change AS c (program_id, import_id, table_name, row_key, before, after)
    SELECT program, this, TG_TABLE_NAME, row_key(o.was, key_columns), o.was, NULL
    FROM (SELECT to_jsonb(r) AS was FROM old_rows r OFFSET 0) o
    ON CONFLICT (program_id, import_id, table_name, row_key) DO UPDATE SET after = NULL;
  END IF;
  RETURN NULL;
END $$;

-- The name of a table has a collation of its own, with which the key of import_change is not found.
CREATE OR REPLACE FUNCTION is_undone_now(p_table text, p_key text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF current_user = 'roundtable_app' OR coalesce(current_setting('app.undo', true), '') = '' THEN
    RETURN false;
  END IF;
  RETURN EXISTS (SELECT FROM import_change c WHERE c.program_id = app_program() AND c.import_id = current_setting('app.undo')::uuid
    AND c.table_name = p_table COLLATE "default" AND c.row_key = p_key COLLATE "default" AND c.kept IS NULL);
END $$;

-- The same key of a table's row, said in its columns.
CREATE FUNCTION row_key_sql(p_columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('concat_ws('' '', %s)', string_agg(format('x.%I', c.name), ', ' ORDER BY c.ordinality))
  FROM unnest(p_columns) WITH ORDINALITY AS c (name, ordinality)
$$;

/*
 * Takes an import back: what it made goes, what it changed or removed is as it was before. A row that was changed since, or
 * that something made since hangs on, stays as it stands, and with it the rest of its pair, and the parties of that pair.
 * Answers one line a row that stays. With `p_do` false nothing is taken back.
 */
CREATE OR REPLACE FUNCTION undo_import(p_program uuid, p_import uuid, p_by uuid, p_at timestamptz, p_do boolean)
RETURNS TABLE (table_name text, row_key text, kept text, row_now jsonb) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET enable_nestloop = off AS $$
#variable_conflict use_column
DECLARE
  t record;
  f record;
  marked bigint;
  more bigint;
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR p_by IS DISTINCT FROM app_viewer() OR app_standing() NOT IN ('officer', 'admin') THEN
    RAISE EXCEPTION 'not the asker''s import to undo' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM import i WHERE i.program_id = p_program AND i.id = p_import AND i.state = 'applied' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no applied import' USING ERRCODE = 'no_data_found';
  END IF;
  UPDATE import_change c SET kept = NULL WHERE c.program_id = p_program AND c.import_id = p_import AND c.kept IS NOT NULL;
  -- Nothing happened to what was made and removed again.
  DELETE FROM import_change c WHERE c.program_id = p_program AND c.import_id = p_import AND c.before IS NULL AND c.after IS NULL;

  FOR t IN SELECT * FROM imported_tables() LOOP
    EXECUTE format($q$
      UPDATE import_change c SET kept = 'edited'
      FROM import_change e LEFT JOIN %I x ON %s = e.row_key %s
      WHERE e.program_id = $1 AND e.import_id = $2 AND e.table_name = %L
        AND to_jsonb(x) IS DISTINCT FROM e.after
        AND as_seen(to_jsonb(x), coalesce(e.after, e.before)) IS DISTINCT FROM e.after
        AND c.program_id = e.program_id AND c.import_id = e.import_id AND c.table_name = e.table_name AND c.row_key = e.row_key$q$,
      t.name, row_key_sql(t.key_columns), CASE WHEN t.name = 'person' THEN '' ELSE 'AND x.program_id = $1' END, t.name)
    USING p_program, p_import;
  END LOOP;

  LOOP
    marked := 0;
    -- All that an import did to one pair stays or goes together.
    UPDATE import_change c SET kept = 'used' FROM import_change k
    WHERE c.program_id = p_program AND c.import_id = p_import AND c.kept IS NULL
      AND k.program_id = p_program AND k.import_id = p_import AND k.kept IS NOT NULL
      AND coalesce(c.after, c.before) ->> CASE c.table_name WHEN 'pair' THEN 'id' ELSE 'pair_id' END
        = coalesce(k.after, k.before) ->> CASE k.table_name WHEN 'pair' THEN 'id' ELSE 'pair_id' END;
    GET DIAGNOSTICS more = ROW_COUNT;
    marked := marked + more;
    -- What something else names cannot go.
    FOR f IN
      SELECT child.relname AS child, parent.relname AS parent, pk.key_columns AS child_key,
        string_agg(format('x.%I::text = c.after ->> %L', ca.attname, pa.attname), ' AND ') AS same,
        string_agg(format('k.before ->> %L = c.after ->> %L', ca.attname, pa.attname), ' AND ') AS same_before,
        EXISTS (SELECT FROM pg_attribute q WHERE q.attrelid = child.oid AND q.attname = 'program_id' AND NOT q.attisdropped) AS in_program
      FROM pg_constraint k
      JOIN pg_class child ON child.oid = k.conrelid
      JOIN pg_class parent ON parent.oid = k.confrelid
      JOIN imported_tables() it ON it.name = parent.relname
      LEFT JOIN imported_tables() pk ON pk.name = child.relname
      CROSS JOIN unnest(k.conkey, k.confkey) AS u (ck, pk)
      JOIN pg_attribute ca ON ca.attrelid = child.oid AND ca.attnum = u.ck
      JOIN pg_attribute pa ON pa.attrelid = parent.oid AND pa.attnum = u.pk
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
      GROUP BY k.oid, child.oid, child.relname, parent.relname, pk.key_columns
    LOOP
      EXECUTE format($q$
        UPDATE import_change c SET kept = 'used' FROM %I x
        WHERE c.program_id = $1 AND c.import_id = $2 AND c.table_name = %L AND c.before IS NULL AND c.kept IS NULL AND %s %s %s$q$,
        f.child, f.parent, f.same, CASE WHEN f.in_program THEN 'AND x.program_id = $1' ELSE '' END,
        CASE WHEN f.child_key IS NULL THEN '' ELSE format($q$AND NOT EXISTS (
          SELECT FROM import_change k WHERE k.program_id = $1 AND k.import_id = $2 AND k.table_name = %L AND k.kept IS NULL
            AND k.row_key = %s
            -- What is put back as it was may have named something else before.
            AND (k.before IS NULL OR (%s) IS NOT TRUE))$q$, f.child, row_key_sql(f.child_key), f.same_before) END)
      USING p_program, p_import;
      GET DIAGNOSTICS more = ROW_COUNT;
      marked := marked + more;
    END LOOP;
    -- Where both parties stay, so does their pair.
    UPDATE import_change c SET kept = 'used'
    WHERE c.program_id = p_program AND c.import_id = p_import AND c.table_name = 'pair' AND c.before IS NULL AND c.kept IS NULL
      -- Two questions and not one with an OR: each is then asked of all pairs at once.
      AND NOT EXISTS (SELECT FROM import_change k WHERE k.program_id = p_program AND k.import_id = p_import AND k.before IS NULL
        AND k.kept IS NULL AND k.table_name = 'startup' AND k.after ->> 'id' = c.after ->> 'startup_id')
      AND NOT EXISTS (SELECT FROM import_change k WHERE k.program_id = p_program AND k.import_id = p_import AND k.before IS NULL
        AND k.kept IS NULL AND k.table_name = 'investor' AND k.after ->> 'id' = c.after ->> 'investor_id');
    GET DIAGNOSTICS more = ROW_COUNT;
    EXIT WHEN marked + more = 0;
  END LOOP;

  IF p_do THEN
    PERFORM set_config('app.undo', p_import::text, true);
    FOR t IN SELECT * FROM imported_tables() WHERE name <> 'person' ORDER BY place LOOP
      EXECUTE format('INSERT INTO %1$I SELECT (jsonb_populate_record(NULL::public.%1$I, c.before)).* FROM import_change c
        WHERE c.program_id = $1 AND c.import_id = $2 AND c.table_name = %1$L AND c.kept IS NULL AND c.after IS NULL', t.name)
      USING p_program, p_import;
    END LOOP;
    FOR t IN SELECT i.*, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = i.name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          AND a.attname <> ALL (i.key_columns)) AS others
      FROM imported_tables() i WHERE i.name NOT IN ('person', 'stage_event', 'status_event', 'meeting_event', 'outcome', 'amount', 'void')
    LOOP
      CONTINUE WHEN t.others IS NULL;
      EXECUTE format('UPDATE %1$I x SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(x, c.before))
        FROM import_change c WHERE c.program_id = $1 AND c.import_id = $2 AND c.table_name = %1$L AND c.kept IS NULL
          AND c.before IS NOT NULL AND c.after IS NOT NULL AND x.program_id = $1 AND %3$s = c.row_key',
        t.name, t.others, row_key_sql(t.key_columns))
      USING p_program, p_import;
    END LOOP;
    FOR t IN SELECT * FROM imported_tables() ORDER BY place DESC LOOP
      EXECUTE format('DELETE FROM %1$I x USING import_change c WHERE c.program_id = $1 AND c.import_id = $2 AND c.table_name = %1$L
        AND c.kept IS NULL AND c.before IS NULL %2$s AND %3$s = c.row_key',
        t.name, CASE WHEN t.name = 'person' THEN '' ELSE 'AND x.program_id = $1' END, row_key_sql(t.key_columns))
      USING p_program, p_import;
    END LOOP;
    PERFORM set_config('app.undo', '', true);
    UPDATE import i SET state = 'undone', undone_at = p_at, undone_by = p_by, version = i.version + 1
      WHERE i.program_id = p_program AND i.id = p_import;
    -- The figures that were kept counted what has gone.
    INSERT INTO program_touch (program_id, xid) VALUES (p_program, pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
  END IF;

  RETURN QUERY SELECT c.table_name, c.row_key, c.kept, c.after FROM import_change c
    WHERE c.program_id = p_program AND c.import_id = p_import AND c.kept IS NOT NULL;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- What is told of many entries goes into the queue by one statement.
CREATE OR REPLACE FUNCTION tell_webhooks() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM webhook w WHERE w.ended_at IS NULL) THEN
    RETURN NULL;
  END IF;
  WITH told AS (
      INSERT INTO webhook_delivery (id, webhook_id, person_id, entry_id, event)
      SELECT gen_random_uuid(), w.id, w.person_id, e.id, e.command
      FROM written e JOIN webhook w ON w.ended_at IS NULL
        AND (cardinality(w.program_ids) = 0 OR e.program_id = ANY (w.program_ids))
        AND ('*' = ANY (w.events) OR e.command = ANY (w.events) OR split_part(e.command, '.', 1) || '.*' = ANY (w.events))
      WHERE e.program_id IS NOT NULL
        AND (w.token_id IS NULL OR EXISTS (
          SELECT FROM api_token t WHERE t.id = w.token_id AND t.revoked_at IS NULL AND t.expires_at > now()))
        AND (
        EXISTS (SELECT FROM membership m WHERE m.program_id = e.program_id AND m.person_id = w.person_id AND m.ended_at IS NULL)
        OR EXISTS (SELECT FROM person p WHERE p.id = w.person_id AND p.is_admin))
      RETURNING id
  )
  INSERT INTO mail_queue.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
    deletion_seconds, keep_until)
  SELECT q.name, jsonb_build_object('deliveryId', t.id), q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
    q.retry_delay_max, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second'
  FROM told t JOIN mail_queue.queue q ON q.name = 'webhooks';
  RETURN NULL;
END $$;
