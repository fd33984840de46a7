-- Published figures, the follow-up asked again after months, targets per stage, the limit above which an amount wants
-- evidence, and funnels kept for whole installations.

-- CreateEnum
CREATE TYPE "wave_answer_state" AS ENUM ('talking', 'invested', 'ended', 'no_contact');

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "evidence_limit" BIGINT;

-- AlterTable
ALTER TABLE "program_stage" ADD COLUMN     "target_days" INTEGER;

-- CreateTable
CREATE TABLE "report" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,
    "sentence_ko" TEXT NOT NULL,
    "sentence_en" TEXT NOT NULL,
    "note" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "wave_answer" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "months" SMALLINT NOT NULL,
    "state" "wave_answer_state" NOT NULL,
    "note" TEXT,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,

    CONSTRAINT "wave_answer_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "program_touch" (
    "program_id" UUID NOT NULL,
    "xid" BIGINT NOT NULL,

    CONSTRAINT "program_touch_pkey" PRIMARY KEY ("program_id","xid")
);

-- CreateTable
CREATE TABLE "funnel_rollup" (
    "program_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "known_on" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "snapshot" TEXT NOT NULL,

    CONSTRAINT "funnel_rollup_pkey" PRIMARY KEY ("program_id","as_of","known_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_program_id_number_key" ON "report"("program_id", "number");

-- CreateIndex
CREATE INDEX "wave_answer_program_id_pair_id_months_seq_idx" ON "wave_answer"("program_id", "pair_id", "months", "seq");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave_answer" ADD CONSTRAINT "wave_answer_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave_answer" ADD CONSTRAINT "wave_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_touch" ADD CONSTRAINT "program_touch_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funnel_rollup" ADD CONSTRAINT "funnel_rollup_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.
ALTER TABLE program ADD CONSTRAINT program_evidence_limit CHECK (evidence_limit >= 0);
ALTER TABLE program_stage ADD CONSTRAINT program_stage_target CHECK (target_days BETWEEN 1 AND 1000);
ALTER TABLE report ADD CONSTRAINT report_number CHECK (number > 0);
ALTER TABLE wave_answer
  ADD CONSTRAINT wave_answer_months CHECK (months IN (2, 6, 12)),
  ADD CONSTRAINT wave_answer_not_ahead CHECK (effective_at <= recorded_at);

-- What was published, and what was answered, stays.
DO $$
DECLARE log text;
BEGIN
  FOREACH log IN ARRAY ARRAY['report', 'wave_answer'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', log || '_append_only', log);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', log || '_not_truncated', log);
  END LOOP;
END $$;

-- A kept funnel is true as long as every change to its program is inside the snapshot it was counted in. Each
-- transaction that changes what a funnel counts leaves its number here, once a program: nobody waits for anybody.
CREATE FUNCTION touch_program() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO program_touch (program_id, xid)
  SELECT DISTINCT c.program_id, pg_current_xact_id()::text::bigint FROM changed c
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pair', 'startup', 'investor', 'stage_event', 'status_event', 'void', 'meeting', 'meeting_event', 'amount', 'fx_rate'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_program()', t || '_touches', t);
  END LOOP;
  -- Archived and restored parties leave the funnel and come back.
  FOREACH t IN ARRAY ARRAY['startup', 'investor'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_program()', t || '_change_touches', t);
  END LOOP;
END $$;

-- The second wall.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report', 'wave_answer', 'program_touch', 'funnel_rollup'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['report', 'wave_answer'] LOOP
    EXECUTE format($p$CREATE POLICY managers_add_nothing ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (app_role() <> 'manager')$p$, t);
  END LOOP;
END $$;
CREATE POLICY program_wall ON report USING (program_id = app_program() AND app_startup() IS NULL);
CREATE POLICY program_wall ON wave_answer USING (
  program_id = app_program() AND (app_startup() IS NULL OR startup_id = app_startup()));
-- Whoever reads a program's funnel: its office and managers, and admins, from outside the program too.
CREATE FUNCTION reads_funnel_of(p_program uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app_startup() IS NULL AND (p_program = app_program() OR app_role() = 'admin' OR EXISTS (
    SELECT FROM membership m WHERE m.program_id = p_program AND m.person_id = app_viewer() AND m.ended_at IS NULL
      AND m.role IN ('officer', 'manager')))
$$;
CREATE POLICY touch_seen ON program_touch FOR SELECT USING (reads_funnel_of(program_id));
CREATE POLICY touch_left ON program_touch FOR INSERT WITH CHECK (program_id = app_program());
CREATE POLICY touch_swept ON program_touch FOR DELETE USING (program_id = app_program());
CREATE POLICY rollup_seen ON funnel_rollup FOR SELECT USING (reads_funnel_of(program_id));
CREATE POLICY rollup_kept ON funnel_rollup FOR INSERT WITH CHECK (program_id = app_program() AND app_startup() IS NULL);
CREATE POLICY rollup_renewed ON funnel_rollup FOR UPDATE USING (program_id = app_program() AND app_startup() IS NULL);
CREATE POLICY rollup_swept ON funnel_rollup FOR DELETE USING (program_id = app_program() AND app_startup() IS NULL);

GRANT SELECT, INSERT ON report, wave_answer TO roundtable_app;
GRANT SELECT, INSERT, DELETE ON program_touch TO roundtable_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON funnel_rollup TO roundtable_app;
GRANT USAGE ON SEQUENCE wave_answer_seq_seq TO roundtable_app;
