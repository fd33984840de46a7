-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('startups', 'investors', 'contacts', 'people', 'pairs', 'wishes', 'availability', 'meetings', 'outcomes', 'amounts');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('draft', 'applied', 'undone', 'discarded');

-- CreateEnum
CREATE TYPE "import_verdict" AS ENUM ('create', 'change', 'same', 'conflict', 'rejected', 'skipped');

-- CreateTable
CREATE TABLE "import" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'draft',
    "file_name" TEXT NOT NULL,
    "file_sha256" CHAR(64) NOT NULL,
    "file_size" INTEGER NOT NULL,
    "reading" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "row_count" INTEGER NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "program_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "verdict" "import_verdict" NOT NULL,
    "match_key" TEXT,
    "target_id" UUID,
    "judged" JSONB NOT NULL DEFAULT '{}',
    "decision" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("program_id","import_id","number")
);

-- CreateTable
CREATE TABLE "import_change" (
    "program_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "kept" TEXT,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("program_id","import_id","table_name","row_key")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "program_id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "signature" CHAR(64) NOT NULL,
    "fields" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("program_id","kind","signature")
);

-- CreateIndex
CREATE INDEX "import_program_id_created_at_idx" ON "import"("program_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_program_id_import_id_verdict_idx" ON "import_row"("program_id", "import_id", "verdict");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_applied_by_fkey" FOREIGN KEY ("applied_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_program_id_import_id_fkey" FOREIGN KEY ("program_id", "import_id") REFERENCES "import"("program_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_program_id_import_id_fkey" FOREIGN KEY ("program_id", "import_id") REFERENCES "import"("program_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.
ALTER TABLE import
  ADD CONSTRAINT import_counts CHECK (row_count >= 0 AND file_size > 0),
  ADD CONSTRAINT import_applied_once CHECK (CASE state
    WHEN 'applied' THEN num_nonnulls(applied_at, applied_by) = 2 AND undone_at IS NULL
    WHEN 'undone' THEN num_nonnulls(applied_at, applied_by, undone_at, undone_by) = 4
    ELSE num_nonnulls(applied_at, undone_at) = 0 END);
ALTER TABLE import_row ADD CONSTRAINT import_row_number CHECK (number > 0);
CREATE TRIGGER import_version_steps BEFORE UPDATE OF version ON import FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND NEW.version::bigint - OLD.version NOT IN (0, 1)) EXECUTE FUNCTION refuse_version();

-- The second wall. Imports are the office's; the rows of a file are read by whoever brought it; what was changed, by nobody.
DO $$
DECLARE
  t text;
  office constant text := $p$program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'admin')$p$;
  own constant text := $p$ AND import_id IN (SELECT i.id FROM import i WHERE i.program_id = app_program() AND i.by_id = app_viewer())$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['import', 'import_row', 'import_change', 'import_mapping'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON %I FROM roundtable_app', t);
    EXECUTE format('CREATE POLICY owner_sees_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  GRANT SELECT, INSERT ON import, import_row, import_mapping TO roundtable_app;
  GRANT UPDATE (state, reading, answers, row_count, counts, applied_at, applied_by, version) ON import TO roundtable_app;
  GRANT UPDATE (cells, verdict, match_key, target_id, judged, decision) ON import_row TO roundtable_app;
  GRANT UPDATE (fields, at) ON import_mapping TO roundtable_app;
  GRANT DELETE ON import_row TO roundtable_app;
  EXECUTE format('CREATE POLICY app_select ON import FOR SELECT TO roundtable_app USING (%s)', office);
  EXECUTE format('CREATE POLICY app_insert ON import FOR INSERT TO roundtable_app WITH CHECK (%s AND by_id = app_viewer())', office);
  EXECUTE format('CREATE POLICY app_update ON import FOR UPDATE TO roundtable_app USING (%s) WITH CHECK (%s AND by_id = app_viewer())', office, office);
  EXECUTE format('CREATE POLICY app_select ON import_row FOR SELECT TO roundtable_app USING (%s)', office || own);
  EXECUTE format('CREATE POLICY app_insert ON import_row FOR INSERT TO roundtable_app WITH CHECK (%s)', office || own);
  EXECUTE format('CREATE POLICY app_update ON import_row FOR UPDATE TO roundtable_app USING (%s) WITH CHECK (%s)', office || own, office || own);
  EXECUTE format('CREATE POLICY app_delete ON import_row FOR DELETE TO roundtable_app USING (%s)', office || own);
  FOREACH t IN ARRAY ARRAY['SELECT', 'INSERT', 'UPDATE'] LOOP
    EXECUTE format('CREATE POLICY %I ON import_mapping FOR %s TO roundtable_app %s', 'app_' || lower(t), t,
      CASE t WHEN 'INSERT' THEN format('WITH CHECK (%s)', office) WHEN 'UPDATE' THEN format('USING (%s) WITH CHECK (%s)', office, office)
        ELSE format('USING (%s)', office) END);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- While a transaction applies an import (the setting app.import names it), every row that it writes is kept with what stood
-- there before. The first `before` stays and the last `after` counts, however often the row is written.
CREATE FUNCTION row_key(p_row jsonb, p_columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(p_row ->> c.name, ' ' ORDER BY c.ordinality) FROM unnest(p_columns) WITH ORDINALITY AS c (name, ordinality)
$$;

CREATE FUNCTION keep_imported() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  this constant uuid := current_setting('app.import')::uuid;
BEGIN
  PERFORM FROM import i WHERE i.program_id = app_program() AND i.id = this AND i.state = 'draft' AND i.by_id = app_viewer();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no import of the asker is being applied' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO import_change AS c (program_id, import_id, table_name, row_key, before, after)
    SELECT app_program(), this, TG_TABLE_NAME, row_key(to_jsonb(n), TG_ARGV), NULL, to_jsonb(n) FROM new_rows n
    ON CONFLICT (program_id, import_id, table_name, row_key) DO UPDATE SET after = excluded.after;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO import_change AS c (program_id, import_id, table_name, row_key, before, after)
    SELECT app_program(), this, TG_TABLE_NAME, o.key, o.was, n.becomes
    FROM (SELECT row_key(to_jsonb(r), TG_ARGV) AS key, to_jsonb(r) AS was FROM old_rows r) o
    JOIN (SELECT row_key(to_jsonb(r), TG_ARGV) AS key, to_jsonb(r) AS becomes FROM new_rows r) n USING (key)
    ON CONFLICT (program_id, import_id, table_name, row_key) DO UPDATE SET after = excluded.after;
  ELSE
    INSERT INTO import_change AS c (program_id, import_id, table_name, row_key, before, after)
    SELECT app_program(), this, TG_TABLE_NAME, row_key(to_jsonb(o), TG_ARGV), to_jsonb(o), NULL FROM old_rows o
    ON CONFLICT (program_id, import_id, table_name, row_key) DO UPDATE SET after = NULL;
  END IF;
  RETURN NULL;
END $$;

-- The tables whose rows an import writes, in the order in which they may be filled: a row names only what stands before it.
CREATE FUNCTION imported_tables() RETURNS TABLE (name text, place integer, key_columns text[]) LANGUAGE sql STABLE AS $$
  SELECT t.name, t.place::integer, array_agg(a.attname::text ORDER BY k.ordinality)
  FROM unnest(ARRAY['person', 'startup', 'investor', 'contact', 'membership', 'invitation', 'pair', 'stage_event', 'status_event',
    'meeting', 'meeting_participant', 'meeting_event', 'outcome', 'amount', 'void', 'note', 'pair_weight', 'wish', 'blackout'])
    WITH ORDINALITY AS t (name, place)
  JOIN pg_index i ON i.indrelid = t.name::regclass AND i.indisprimary
  CROSS JOIN unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, ordinality)
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
  GROUP BY t.name, t.place
$$;
DO $$
DECLARE
  t record;
  verb text;
BEGIN
  FOR t IN SELECT * FROM imported_tables() LOOP
    FOREACH verb IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      -- A person's password and standing are nobody's to put back.
      CONTINUE WHEN t.name = 'person' AND verb <> 'INSERT';
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT
        WHEN (coalesce(current_setting(''app.import'', true), '''') <> '''') EXECUTE FUNCTION keep_imported(%s)',
        t.name || '_imported_' || lower(verb), verb, t.name,
        CASE verb WHEN 'INSERT' THEN 'NEW TABLE AS new_rows' WHEN 'DELETE' THEN 'OLD TABLE AS old_rows'
          ELSE 'OLD TABLE AS old_rows NEW TABLE AS new_rows' END,
        (SELECT string_agg(quote_literal(c), ', ') FROM unnest(t.key_columns) c));
    END LOOP;
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- A log's entry goes only with the import that made it, while that is undone.
CREATE FUNCTION is_undone_now(p_table text, p_key text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF current_user = 'roundtable_app' OR coalesce(current_setting('app.undo', true), '') = '' THEN
    RETURN false;
  END IF;
  RETURN EXISTS (SELECT FROM import_change c WHERE c.program_id = app_program() AND c.import_id = current_setting('app.undo')::uuid
    AND c.table_name = p_table AND c.row_key = p_key AND c.kept IS NULL);
END $$;

CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'audit_entry' THEN
    IF is_undone_now(TG_TABLE_NAME, OLD.program_id::text || ' ' || OLD.id::text) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.said = 'no_thanks' AND NOT is_undone_now('wish', concat_ws(' ', OLD.program_id, OLD.pair_id, OLD.side)) THEN
    RAISE EXCEPTION 'a no-thanks is final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- A row as it was seen by an import: what later versions of the product added to the table is left out.
CREATE FUNCTION as_seen(p_now jsonb, p_then jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT p_now - (SELECT coalesce(array_agg(k), '{}') FROM jsonb_object_keys(p_now) k WHERE NOT p_then ? k)
$$;

/*
 * Takes an import back: what it made goes, what it changed or removed is as it was before. A row that was changed since, or
 * that something made since hangs on, stays as it stands, and with it the rest of its pair, and the parties of that pair.
 * Answers one line a row that stays. With `p_do` false nothing is taken back.
 */
CREATE FUNCTION undo_import(p_program uuid, p_import uuid, p_by uuid, p_at timestamptz, p_do boolean)
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
      FROM import_change e LEFT JOIN %I x ON row_key(to_jsonb(x), $3) = e.row_key %s
      WHERE e.program_id = $1 AND e.import_id = $2 AND e.table_name = %L
        AND as_seen(to_jsonb(x), coalesce(e.after, e.before)) IS DISTINCT FROM e.after
        AND c.program_id = e.program_id AND c.import_id = e.import_id AND c.table_name = e.table_name AND c.row_key = e.row_key$q$,
      t.name, CASE WHEN t.name = 'person' THEN '' ELSE 'AND x.program_id = $1' END, t.name)
    USING p_program, p_import, t.key_columns;
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
            AND k.row_key = row_key(to_jsonb(x), $3)
            -- What is put back as it was may have named something else before.
            AND (k.before IS NULL OR (%s) IS NOT TRUE))$q$, f.child, f.same_before) END)
      USING p_program, p_import, f.child_key;
      GET DIAGNOSTICS more = ROW_COUNT;
      marked := marked + more;
    END LOOP;
    -- Where both parties stay, so does their pair.
    UPDATE import_change c SET kept = 'used'
    WHERE c.program_id = p_program AND c.import_id = p_import AND c.table_name = 'pair' AND c.before IS NULL AND c.kept IS NULL
      AND NOT EXISTS (SELECT FROM import_change k WHERE k.program_id = p_program AND k.import_id = p_import AND k.before IS NULL
        AND k.kept IS NULL AND (k.table_name = 'startup' AND k.after ->> 'id' = c.after ->> 'startup_id'
          OR k.table_name = 'investor' AND k.after ->> 'id' = c.after ->> 'investor_id'));
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
          AND c.before IS NOT NULL AND c.after IS NOT NULL AND x.program_id = $1 AND row_key(to_jsonb(x), $3) = c.row_key', t.name, t.others)
      USING p_program, p_import, t.key_columns;
    END LOOP;
    FOR t IN SELECT * FROM imported_tables() ORDER BY place DESC LOOP
      EXECUTE format('DELETE FROM %1$I x USING import_change c WHERE c.program_id = $1 AND c.import_id = $2 AND c.table_name = %1$L
        AND c.kept IS NULL AND c.before IS NULL %2$s AND row_key(to_jsonb(x), $3) = c.row_key',
        t.name, CASE WHEN t.name = 'person' THEN '' ELSE 'AND x.program_id = $1' END)
      USING p_program, p_import, t.key_columns;
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
REVOKE ALL ON FUNCTION undo_import, keep_imported FROM PUBLIC;
GRANT EXECUTE ON FUNCTION undo_import TO roundtable_app;

/* How many rows an import wrote. */
CREATE FUNCTION count_import_changes(p_program uuid, p_import uuid) RETURNS integer LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM import_change c WHERE p_program = app_program() AND app_standing() IN ('officer', 'admin')
    AND c.program_id = p_program AND c.import_id = p_import
$$;
