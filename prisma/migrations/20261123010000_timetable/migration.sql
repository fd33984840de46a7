-- CreateEnum
CREATE TYPE "wish_word" AS ENUM ('neutral', 'like', 'must', 'no_thanks');

-- CreateEnum
CREATE TYPE "wish_side" AS ENUM ('startup', 'investor', 'office');

-- CreateEnum
CREATE TYPE "timetable_state" AS ENUM ('draft', 'published', 'replaced', 'withdrawn', 'discarded');

-- CreateEnum
CREATE TYPE "run_state" AS ENUM ('running', 'done', 'stopped', 'failed');

-- CreateTable
CREATE TABLE "timetable_rules" (
    "program_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "startup_floor" INTEGER NOT NULL DEFAULT 0,
    "investor_floor" INTEGER NOT NULL DEFAULT 0,
    "startup_max" INTEGER,
    "investor_max" INTEGER,
    "startup_rest_after" INTEGER,
    "investor_rest_after" INTEGER,
    "tables_at_once" INTEGER,
    "buffer_minutes" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "timetable_rules_pkey" PRIMARY KEY ("program_id","stage")
);

-- CreateTable
CREATE TABLE "wish" (
    "program_id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "side" "wish_side" NOT NULL,
    "said" "wish_word" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "wish_pkey" PRIMARY KEY ("program_id","pair_id","side")
);

-- CreateTable
CREATE TABLE "pair_weight" (
    "program_id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "weight" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "pair_weight_pkey" PRIMARY KEY ("program_id","pair_id")
);

-- CreateTable
CREATE TABLE "blackout" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "startup_id" UUID,
    "investor_id" UUID,
    "contact_id" UUID,
    "table_id" UUID,

    CONSTRAINT "blackout_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "fixed_table" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "startup_id" UUID,
    "investor_id" UUID,
    "table_id" UUID NOT NULL,

    CONSTRAINT "fixed_table_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "timetable" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER,
    "state" "timetable_state" NOT NULL DEFAULT 'draft',
    "seed" INTEGER,
    "proof" JSONB,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "based_on" UUID,
    "replaces" UUID,
    "before" JSONB,
    "base_seq" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,

    CONSTRAINT "timetable_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "timetable_meeting" (
    "program_id" UUID NOT NULL,
    "timetable_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "investor_id" UUID NOT NULL,
    "slot_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "table_id" UUID,
    "is_locked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "timetable_meeting_pkey" PRIMARY KEY ("program_id","timetable_id","pair_id")
);

-- CreateTable
CREATE TABLE "timetable_run" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "timetable_id" UUID NOT NULL,
    "state" "run_state" NOT NULL DEFAULT 'running',
    "failure" TEXT,
    "seed" INTEGER NOT NULL,
    "seconds" INTEGER NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "stop_requested" BOOLEAN NOT NULL DEFAULT false,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "by_id" UUID,

    CONSTRAINT "timetable_run_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pair_weight_program_id_startup_id_pair_id_key" ON "pair_weight"("program_id", "startup_id", "pair_id");

-- CreateIndex
CREATE UNIQUE INDEX "blackout_program_id_slot_id_startup_id_key" ON "blackout"("program_id", "slot_id", "startup_id");

-- CreateIndex
CREATE UNIQUE INDEX "blackout_program_id_slot_id_investor_id_key" ON "blackout"("program_id", "slot_id", "investor_id");

-- CreateIndex
CREATE UNIQUE INDEX "blackout_program_id_slot_id_contact_id_key" ON "blackout"("program_id", "slot_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "blackout_program_id_slot_id_table_id_key" ON "blackout"("program_id", "slot_id", "table_id");

-- CreateIndex
CREATE UNIQUE INDEX "fixed_table_program_id_stage_startup_id_key" ON "fixed_table"("program_id", "stage", "startup_id");

-- CreateIndex
CREATE UNIQUE INDEX "fixed_table_program_id_stage_investor_id_key" ON "fixed_table"("program_id", "stage", "investor_id");

-- CreateIndex
CREATE UNIQUE INDEX "timetable_program_id_stage_number_key" ON "timetable"("program_id", "stage", "number");

-- CreateIndex
CREATE INDEX "timetable_run_program_id_timetable_id_started_at_idx" ON "timetable_run"("program_id", "timetable_id", "started_at");

-- AddForeignKey
ALTER TABLE "timetable_rules" ADD CONSTRAINT "timetable_rules_program_id_stage_fkey" FOREIGN KEY ("program_id", "stage") REFERENCES "program_stage"("program_id", "stage") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish" ADD CONSTRAINT "wish_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_weight" ADD CONSTRAINT "pair_weight_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_program_id_slot_id_fkey" FOREIGN KEY ("program_id", "slot_id") REFERENCES "slot"("program_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_program_id_startup_id_fkey" FOREIGN KEY ("program_id", "startup_id") REFERENCES "startup"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_program_id_investor_id_fkey" FOREIGN KEY ("program_id", "investor_id") REFERENCES "investor"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_program_id_contact_id_fkey" FOREIGN KEY ("program_id", "contact_id") REFERENCES "contact"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_program_id_table_id_fkey" FOREIGN KEY ("program_id", "table_id") REFERENCES "venue_table"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixed_table" ADD CONSTRAINT "fixed_table_program_id_stage_fkey" FOREIGN KEY ("program_id", "stage") REFERENCES "program_stage"("program_id", "stage") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixed_table" ADD CONSTRAINT "fixed_table_program_id_startup_id_fkey" FOREIGN KEY ("program_id", "startup_id") REFERENCES "startup"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixed_table" ADD CONSTRAINT "fixed_table_program_id_investor_id_fkey" FOREIGN KEY ("program_id", "investor_id") REFERENCES "investor"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixed_table" ADD CONSTRAINT "fixed_table_program_id_table_id_fkey" FOREIGN KEY ("program_id", "table_id") REFERENCES "venue_table"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable" ADD CONSTRAINT "timetable_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable" ADD CONSTRAINT "timetable_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable" ADD CONSTRAINT "timetable_published_by_fkey" FOREIGN KEY ("published_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_meeting" ADD CONSTRAINT "timetable_meeting_program_id_timetable_id_fkey" FOREIGN KEY ("program_id", "timetable_id") REFERENCES "timetable"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_meeting" ADD CONSTRAINT "timetable_meeting_program_id_startup_id_investor_id_pair_i_fkey" FOREIGN KEY ("program_id", "startup_id", "investor_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "investor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_meeting" ADD CONSTRAINT "timetable_meeting_program_id_slot_id_fkey" FOREIGN KEY ("program_id", "slot_id") REFERENCES "slot"("program_id", "id") ON DELETE SET NULL ("slot_id") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_meeting" ADD CONSTRAINT "timetable_meeting_program_id_table_id_fkey" FOREIGN KEY ("program_id", "table_id") REFERENCES "venue_table"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_run" ADD CONSTRAINT "timetable_run_program_id_timetable_id_fkey" FOREIGN KEY ("program_id", "timetable_id") REFERENCES "timetable"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_run" ADD CONSTRAINT "timetable_run_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma cannot say. The referee of drafts too: nobody is in two places, no table is given twice. Checked at the
-- end of a statement, so that two meetings can trade places in one.
ALTER TABLE timetable_meeting
  ADD CONSTRAINT timetable_startup_once UNIQUE (program_id, timetable_id, startup_id, slot_id) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT timetable_investor_once UNIQUE (program_id, timetable_id, investor_id, slot_id) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT timetable_table_once UNIQUE (program_id, timetable_id, table_id, slot_id) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT timetable_meeting_lasts CHECK (ends_at > starts_at);

-- The meetings of a published timetable trade places in one transaction: still checked at once for everybody else.
ALTER TABLE meeting
  DROP CONSTRAINT meeting_startup_once,
  DROP CONSTRAINT meeting_investor_once,
  DROP CONSTRAINT meeting_table_once,
  ADD CONSTRAINT meeting_startup_once EXCLUDE USING gist
    (program_id WITH =, startup_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('scheduled', 'held'))
    DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT meeting_investor_once EXCLUDE USING gist
    (program_id WITH =, investor_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('scheduled', 'held'))
    DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT meeting_table_once EXCLUDE USING gist
    (program_id WITH =, table_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('scheduled', 'held') AND table_id IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE timetable_rules
  ADD CONSTRAINT timetable_rules_is_a_meeting CHECK (stage <> 'candidate'),
  ADD CONSTRAINT timetable_rules_sane CHECK (
    startup_floor >= 0 AND investor_floor >= 0 AND startup_max >= 1 AND investor_max >= 1 AND startup_rest_after >= 1
    AND investor_rest_after >= 1 AND tables_at_once >= 1 AND buffer_minutes >= 0);
ALTER TABLE pair_weight
  ADD CONSTRAINT pair_weight_scale CHECK (weight BETWEEN 1 AND 5);
ALTER TABLE blackout
  ADD CONSTRAINT blackout_of_one CHECK (num_nonnulls(startup_id, investor_id, contact_id, table_id) = 1);
ALTER TABLE fixed_table
  ADD CONSTRAINT fixed_table_of_one CHECK (num_nonnulls(startup_id, investor_id) = 1);
ALTER TABLE timetable
  ADD CONSTRAINT timetable_is_a_meeting CHECK (stage <> 'candidate'),
  ADD CONSTRAINT timetable_version_numbered CHECK ((state IN ('published', 'replaced', 'withdrawn')) = (number IS NOT NULL)),
  ADD CONSTRAINT timetable_published_when CHECK ((number IS NULL) = (published_at IS NULL));
-- One plan is in force at a time.
CREATE UNIQUE INDEX timetable_published_once ON timetable (program_id, stage) WHERE state = 'published';
-- One run works on a draft at a time.
CREATE UNIQUE INDEX timetable_run_once ON timetable_run (program_id, timetable_id) WHERE state = 'running';
ALTER TABLE timetable_run
  ADD CONSTRAINT timetable_run_ended CHECK ((state = 'running') = (ended_at IS NULL)),
  ADD CONSTRAINT timetable_run_failure CHECK ((state = 'failed') = (failure IS NOT NULL));

-- A version is frozen: its meetings stand as they were published. A slot taken out of the grid leaves their times.
CREATE FUNCTION refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at uuid := coalesce(NEW.timetable_id, OLD.timetable_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.slot_id IS NULL AND to_jsonb(NEW) - 'slot_id' = to_jsonb(OLD) - 'slot_id' THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM timetable t WHERE t.program_id = coalesce(NEW.program_id, OLD.program_id) AND t.id = at
             AND t.state <> 'draft') THEN
    RAISE EXCEPTION 'a published timetable is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER timetable_meeting_frozen BEFORE INSERT OR UPDATE OR DELETE ON timetable_meeting
  FOR EACH ROW EXECUTE FUNCTION refuse_frozen();

-- A no-thanks is final, whoever said it.
CREATE FUNCTION refuse_second_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.said = 'no_thanks' THEN
    RAISE EXCEPTION 'a no-thanks is final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER wish_final BEFORE UPDATE OR DELETE ON wish FOR EACH ROW EXECUTE FUNCTION refuse_second_word();

-- ---------------------------------------------------------------------------------------------------------------
-- The second wall. The plan is the office's and the managers'; a startup's people reach their own wishes alone.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['timetable_rules', 'pair_weight', 'blackout', 'fixed_table', 'timetable', 'timetable_meeting',
    'timetable_run', 'wish'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY managers_add_nothing ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (app_role() <> 'manager')$p$, t);
    EXECUTE format($p$CREATE POLICY managers_change_nothing ON %I AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (app_role() <> 'manager')$p$, t);
    EXECUTE format($p$CREATE POLICY managers_remove_nothing ON %I AS RESTRICTIVE FOR DELETE USING (app_role() <> 'manager')$p$, t);
    IF t <> 'wish' THEN
      EXECUTE format('CREATE POLICY program_wall ON %I USING (program_id = app_program() AND app_startup() IS NULL)', t);
    END IF;
  END LOOP;
END $$;

-- Whose a no-thanks is, nobody reads but whoever said it: the office does not see the row at all. The two functions
-- below speak as `wishes` and tell one word a pair.
CREATE POLICY wish_wall ON wish USING (
  program_id = app_program()
  AND CASE
    WHEN app_startup() IS NOT NULL THEN startup_id = app_startup() AND side = 'startup'
    ELSE said <> 'no_thanks' OR app_role() = 'wishes'
  END);

-- The strongest word on each pair; for a startup's people their own word on their own pairs.
CREATE FUNCTION pair_wish(p_program uuid) RETURNS TABLE (pair_id uuid, said wish_word)
LANGUAGE sql STABLE ROWS 600 SET app.role = 'wishes' AS $$
  SELECT w.pair_id, max(w.said) FROM wish w WHERE w.program_id = p_program GROUP BY w.pair_id
$$;

-- Writes one side's word. False where a no-thanks stands that the asker's word could not change: for a startup's people
-- their own, for the office anybody's, so that a refusal does not tell whose it is.
CREATE FUNCTION say_wish(p_program uuid, p_startup uuid, p_pair uuid, p_side wish_side, p_said wish_word, p_at timestamptz, p_by uuid)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  asking text := app_role();
  said_before boolean;
BEGIN
  IF asking = 'manager' THEN
    RAISE EXCEPTION 'a manager reads' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.role', 'wishes', true);
  said_before := EXISTS (SELECT FROM wish w WHERE w.program_id = p_program AND w.pair_id = p_pair AND w.said = 'no_thanks');
  IF NOT said_before THEN
    INSERT INTO wish AS w (program_id, startup_id, pair_id, side, said, at, by_id)
    VALUES (p_program, p_startup, p_pair, p_side, p_said, p_at, p_by)
    ON CONFLICT (program_id, pair_id, side) DO UPDATE SET said = excluded.said, at = excluded.at, by_id = excluded.by_id;
  END IF;
  PERFORM set_config('app.role', asking, true);
  RETURN NOT said_before;
END $$;

GRANT SELECT, INSERT, UPDATE ON timetable_rules, wish, pair_weight, blackout, fixed_table, timetable, timetable_meeting, timetable_run
  TO roundtable_app;
GRANT DELETE ON blackout, fixed_table, pair_weight, timetable_meeting TO roundtable_app;
