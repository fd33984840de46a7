-- AlterTable
ALTER TABLE "startup" ADD COLUMN     "merged_into" UUID;

-- AlterTable
ALTER TABLE "investor" ADD COLUMN     "merged_into" UUID;

-- CreateTable
CREATE TABLE "party_merge" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "profile" JSONB NOT NULL,
    "was_archived_at" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "party_merge_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateIndex
CREATE INDEX "party_merge_program_id_kept_id_idx" ON "party_merge"("program_id", "kept_id");

-- AddForeignKey
ALTER TABLE "party_merge" ADD CONSTRAINT "party_merge_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_merge" ADD CONSTRAINT "party_merge_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- ---------------------------------------------------------------------------------------------------------------
-- Two parties that turn out to be one. What one of them has goes to the other; the pair goes as a whole, with its logs, of which
-- not a word changes but the startup they stand under. See docs/decisions.
ALTER TABLE startup
  ADD CONSTRAINT startup_merged_is_archived CHECK (merged_into IS NULL OR archived_at IS NOT NULL AND merged_into <> id),
  ADD CONSTRAINT startup_merged_into FOREIGN KEY (program_id, merged_into) REFERENCES startup (program_id, id);
ALTER TABLE investor
  ADD CONSTRAINT investor_merged_is_archived CHECK (merged_into IS NULL OR archived_at IS NOT NULL AND merged_into <> id),
  ADD CONSTRAINT investor_merged_into FOREIGN KEY (program_id, merged_into) REFERENCES investor (program_id, id);
ALTER TABLE party_merge
  ADD CONSTRAINT party_merge_of_two CHECK (kept_id <> merged_id AND kind IN ('startup', 'investor')),
  ADD CONSTRAINT party_merge_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL));
-- A party is merged into one other at a time.
CREATE UNIQUE INDEX party_merge_once ON party_merge (program_id, merged_id) WHERE undone_at IS NULL;
-- Only merge_parties and undo_merge write it: the application's role neither says what was moved nor where a party went.
REVOKE UPDATE (merged_into) ON startup, investor FROM roundtable_app;
ALTER TABLE party_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE party_merge FORCE ROW LEVEL SECURITY;
REVOKE ALL ON party_merge FROM roundtable_app;
GRANT SELECT ON party_merge TO roundtable_app;
CREATE POLICY owner_sees_all ON party_merge TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY app_select ON party_merge FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'admin'));
CREATE TRIGGER closed_stays BEFORE INSERT OR UPDATE OR DELETE ON party_merge FOR EACH STATEMENT EXECUTE FUNCTION refuse_when_closed();

-- Two pairs trade places in one statement.
DROP INDEX pair_program_id_startup_id_investor_id_key;
ALTER TABLE pair ADD CONSTRAINT pair_program_id_startup_id_investor_id_key
  UNIQUE (program_id, startup_id, investor_id) DEFERRABLE INITIALLY IMMEDIATE;

-- A log follows its pair, by the cascade of its key alone: that is no rewriting. Nobody but the functions below says so, and what
-- the application may change is not widened: it has no right to update a log at all.
CREATE FUNCTION follows_its_pair(p_was jsonb, p_becomes jsonb) RETURNS boolean LANGUAGE sql STABLE
RETURN current_user <> 'roundtable_app' AND current_setting('app.merging', true) = 'on'
  AND p_was - 'startup_id' - 'investor_id' = p_becomes - 'startup_id' - 'investor_id';
-- As in 20261130180500_clone_and_delete_programs, with what 20261130145803_imports lets go.
CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF follows_its_pair(to_jsonb(OLD), to_jsonb(NEW)) THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF goes_with_program(OLD.program_id) THEN
      RETURN OLD;
    ELSIF TG_TABLE_NAME <> 'audit_entry' THEN
      IF is_undone_now(TG_TABLE_NAME, OLD.program_id::text || ' ' || OLD.id::text) THEN
        RETURN OLD;
      END IF;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE FUNCTION refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at uuid := coalesce(NEW.timetable_id, OLD.timetable_id);
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.slot_id IS NULL AND to_jsonb(NEW) - 'slot_id' = to_jsonb(OLD) - 'slot_id'
      OR follows_its_pair(to_jsonb(OLD), to_jsonb(NEW))) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND goes_with_program(OLD.program_id) THEN
    RETURN OLD;
  END IF;
  IF EXISTS (SELECT FROM timetable t WHERE t.program_id = coalesce(NEW.program_id, OLD.program_id) AND t.id = at
             AND t.state <> 'draft') THEN
    RAISE EXCEPTION 'a published timetable is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE OR REPLACE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.said = 'no_thanks' AND NOT is_undone_now('wish', concat_ws(' ', OLD.program_id, OLD.pair_id, OLD.side))
     AND NOT (TG_OP = 'UPDATE' AND follows_its_pair(to_jsonb(OLD), to_jsonb(NEW)))
     AND NOT (TG_OP = 'DELETE' AND goes_with_program(OLD.program_id)) THEN
    RAISE EXCEPTION 'a no-thanks is final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- The pairs of two parties by their counterpart, with how much there is of each: 2 a record (a meeting, an amount, a note, a move,
-- a status, an answer, a final word), 1 only what is planned (a wish, a weight, an officer, a next step), 0 nothing.
CREATE FUNCTION pairs_to_join(p_program uuid, p_kind text, p_kept uuid, p_merged uuid)
RETURNS TABLE (counterpart_id uuid, kept_pair uuid, merged_pair uuid, kept_weight integer, merged_weight integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH own AS (
    SELECT p.*, CASE p_kind WHEN 'startup' THEN p.startup_id ELSE p.investor_id END AS party_id,
      CASE p_kind WHEN 'startup' THEN p.investor_id ELSE p.startup_id END AS other_id
    FROM pair p WHERE p.program_id = p_program AND p_program = app_program()
      AND app_standing() IN ('officer', 'manager', 'admin')
      AND CASE p_kind WHEN 'startup' THEN p.startup_id ELSE p.investor_id END IN (p_kept, p_merged)
  ), weighed AS (
    SELECT o.id, o.party_id, o.other_id, CASE
      WHEN EXISTS (SELECT FROM meeting x WHERE x.program_id = p_program AND x.pair_id = o.id)
        OR EXISTS (SELECT FROM amount x WHERE x.program_id = p_program AND x.pair_id = o.id)
        OR EXISTS (SELECT FROM note x WHERE x.program_id = p_program AND x.pair_id = o.id)
        OR EXISTS (SELECT FROM status_event x WHERE x.program_id = p_program AND x.pair_id = o.id)
        OR EXISTS (SELECT FROM wave_answer x WHERE x.program_id = p_program AND x.pair_id = o.id)
        OR EXISTS (SELECT FROM wish x WHERE x.program_id = p_program AND x.pair_id = o.id AND x.said = 'no_thanks')
        OR (SELECT count(*) FROM stage_event x WHERE x.program_id = p_program AND x.pair_id = o.id) > 1 THEN 2
      WHEN o.owner_id IS NOT NULL OR o.next_step IS NOT NULL
        OR EXISTS (SELECT FROM wish x WHERE x.program_id = p_program AND x.pair_id = o.id)
        OR EXISTS (SELECT FROM pair_weight x WHERE x.program_id = p_program AND x.pair_id = o.id) THEN 1
      ELSE 0 END AS weight
    FROM own o)
  SELECT k.other_id, k.id, m.id, k.weight, m.weight
  FROM weighed k JOIN weighed m ON m.other_id = k.other_id AND m.party_id = p_merged
  WHERE k.party_id = p_kept
$$;
REVOKE ALL ON FUNCTION pairs_to_join(uuid, text, uuid, uuid) FROM public;
GRANT EXECUTE ON FUNCTION pairs_to_join(uuid, text, uuid, uuid) TO roundtable_app;

-- What goes from one party to the other, by tables: { "contact": [ids], ... }. A logo stays where the other has one; an absence and
-- a fixed table stay where the other has one of the same slot or stage.
CREATE FUNCTION rows_to_move(p_program uuid, p_kind text, p_kept uuid, p_merged uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of constant text := p_kind || '_id';
  own constant text := format('x.program_id = $1 AND x.%I = $3', of);
  found jsonb;
  moved jsonb := '{}';
  wanted record;
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR app_standing() NOT IN ('officer', 'manager', 'admin') THEN
    RAISE EXCEPTION 'not the asker''s program' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR wanted IN SELECT * FROM (VALUES
    ('contact', 'true'),
    ('membership', CASE p_kind WHEN 'startup' THEN 'true' ELSE 'false' END),
    ('stored_file', format($f$x.kind = 'material' OR x.kind = 'logo' AND NOT (x.archived_at IS NULL AND EXISTS (SELECT FROM
      stored_file k WHERE k.program_id = $1 AND k.%I = $2 AND k.kind = 'logo' AND k.archived_at IS NULL))$f$, of)),
    ('blackout', format('NOT EXISTS (SELECT FROM blackout k WHERE k.program_id = $1 AND k.%I = $2 AND k.slot_id = x.slot_id)', of)),
    ('fixed_table', format('NOT EXISTS (SELECT FROM fixed_table k WHERE k.program_id = $1 AND k.%I = $2 AND k.stage = x.stage)', of))
  ) AS v (name, condition) LOOP
    -- Membership has no investors: the column is named only where it is.
    CONTINUE WHEN wanted.condition = 'false';
    EXECUTE format('SELECT coalesce(jsonb_agg(x.id ORDER BY x.id), ''[]'') FROM %I x WHERE %s AND (%s)', wanted.name, own,
      wanted.condition) INTO found USING p_program, p_kept, p_merged;
    moved := moved || jsonb_build_object(wanted.name, found);
  END LOOP;
  RETURN moved;
END $$;
REVOKE ALL ON FUNCTION rows_to_move(uuid, text, uuid, uuid) FROM public;
GRANT EXECUTE ON FUNCTION rows_to_move(uuid, text, uuid, uuid) TO roundtable_app;

-- Moves these rows from one party to another, and lets these pairs trade places. Its opposite is itself, the other way round.
CREATE FUNCTION move_party_rows(p_program uuid, p_kind text, p_from uuid, p_to uuid, p_rows jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of constant text := p_kind || '_id';
  moved record;
BEGIN
  PERFORM set_config('app.merging', 'on', true);
  PERFORM FROM pair p WHERE p.program_id = p_program AND p.id::text IN (SELECT jsonb_array_elements_text(p_rows -> 'pair'))
    ORDER BY p.id FOR UPDATE;
  FOR moved IN SELECT key, value FROM jsonb_each(p_rows) LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = CASE %2$I WHEN $1 THEN $2 ELSE $1 END
      WHERE program_id = $3 AND %2$I IN ($1, $2) AND id IN (SELECT jsonb_array_elements_text($4)::uuid)', moved.key, of)
      USING p_from, p_to, p_program, moved.value;
  END LOOP;
  PERFORM set_config('app.merging', '', true);
  INSERT INTO program_touch (program_id, xid) VALUES (p_program, pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION move_party_rows(uuid, text, uuid, uuid, jsonb) FROM public;

-- Merges one party into another of the same kind, for the office. The caller holds both rows, has asked whether it may be, and
-- writes the profile. `p_before`: the kept party's profile as it was and as it becomes, to be told apart when it is undone.
CREATE FUNCTION merge_parties(p_program uuid, p_id uuid, p_kind text, p_kept uuid, p_merged uuid, p_before jsonb,
  p_at timestamptz, p_by uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  rows jsonb;
  pairs jsonb;
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR p_by IS DISTINCT FROM app_viewer() OR app_standing() NOT IN ('officer', 'admin')
     OR p_kind NOT IN ('startup', 'investor') THEN
    RAISE EXCEPTION 'not the asker''s to merge' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM pairs_to_join(p_program, p_kind, p_kept, p_merged) j WHERE j.kept_weight = 2 AND j.merged_weight = 2) THEN
    RAISE EXCEPTION 'both have a record with the same counterpart' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT coalesce(jsonb_agg(x.id), '[]') INTO pairs FROM pairs_to_join(p_program, p_kind, p_kept, p_merged) j
    CROSS JOIN LATERAL (VALUES (j.kept_pair), (j.merged_pair)) AS x (id) WHERE j.merged_weight > j.kept_weight;
  rows := rows_to_move(p_program, p_kind, p_kept, p_merged) || jsonb_build_object('pair', pairs);
  PERFORM move_party_rows(p_program, p_kind, p_merged, p_kept, rows);
  INSERT INTO party_merge (program_id, id, kind, kept_id, merged_id, moved, profile, was_archived_at, at, by_id)
  VALUES (p_program, p_id, p_kind, p_kept, p_merged, rows, p_before, CASE p_kind
    WHEN 'startup' THEN (SELECT s.archived_at FROM startup s WHERE s.program_id = p_program AND s.id = p_merged)
    ELSE (SELECT i.archived_at FROM investor i WHERE i.program_id = p_program AND i.id = p_merged) END, p_at, p_by);
  EXECUTE format('UPDATE %I SET merged_into = $1, archived_at = coalesce(archived_at, $2), version = version + 1
    WHERE program_id = $3 AND id = $4', p_kind) USING p_kept, p_at, p_program, p_merged;
END $$;
REVOKE ALL ON FUNCTION merge_parties(uuid, uuid, text, uuid, uuid, jsonb, timestamptz, uuid) FROM public;
GRANT EXECUTE ON FUNCTION merge_parties(uuid, uuid, text, uuid, uuid, jsonb, timestamptz, uuid) TO roundtable_app;

-- Everything that was moved goes back, with what was written on it since. What has left the kept party meanwhile stays where it is.
CREATE FUNCTION undo_merge(p_program uuid, p_merge uuid, p_at timestamptz, p_by uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  merge party_merge;
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR p_by IS DISTINCT FROM app_viewer() OR app_standing() NOT IN ('officer', 'admin') THEN
    RAISE EXCEPTION 'not the asker''s to undo' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO STRICT merge FROM party_merge m WHERE m.program_id = p_program AND m.id = p_merge AND m.undone_at IS NULL FOR UPDATE;
  EXECUTE format('UPDATE %I SET merged_into = NULL, archived_at = $1, version = version + 1 WHERE program_id = $2 AND id = $3',
    merge.kind) USING merge.was_archived_at, p_program, merge.merged_id;
  PERFORM move_party_rows(p_program, merge.kind, merge.kept_id, merge.merged_id, merge.moved);
  UPDATE party_merge SET undone_at = p_at, undone_by = p_by WHERE program_id = p_program AND id = p_merge;
END $$;
REVOKE ALL ON FUNCTION undo_merge(uuid, uuid, timestamptz, uuid) FROM public;
GRANT EXECUTE ON FUNCTION undo_merge(uuid, uuid, timestamptz, uuid) TO roundtable_app;
