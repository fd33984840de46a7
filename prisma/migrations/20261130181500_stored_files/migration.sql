-- CreateEnum
CREATE TYPE "file_kind" AS ENUM ('material', 'logo', 'evidence');

-- CreateTable
CREATE TABLE "stored_file" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "file_kind" NOT NULL,
    "startup_id" UUID,
    "investor_id" UUID,
    "pair_id" UUID,
    "amount_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateIndex
CREATE INDEX "stored_file_program_id_startup_id_idx" ON "stored_file"("program_id", "startup_id");

-- CreateIndex
CREATE INDEX "stored_file_program_id_investor_id_idx" ON "stored_file"("program_id", "investor_id");

-- CreateIndex
CREATE INDEX "stored_file_program_id_amount_id_idx" ON "stored_file"("program_id", "amount_id");

-- CreateIndex
CREATE UNIQUE INDEX "amount_program_id_startup_id_pair_id_id_key" ON "amount"("program_id", "startup_id", "pair_id", "id");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_program_id_startup_id_fkey" FOREIGN KEY ("program_id", "startup_id") REFERENCES "startup"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_program_id_investor_id_fkey" FOREIGN KEY ("program_id", "investor_id") REFERENCES "investor"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_program_id_startup_id_pair_id_amount_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id", "amount_id") REFERENCES "amount"("program_id", "startup_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- A material or a logo belongs to one party, evidence to one amount. Evidence is never taken away, nor is that of a voided amount.
ALTER TABLE stored_file ADD CONSTRAINT stored_file_belongs CHECK (CASE kind
  WHEN 'evidence' THEN startup_id IS NOT NULL AND investor_id IS NULL AND pair_id IS NOT NULL AND amount_id IS NOT NULL
    AND archived_at IS NULL
  ELSE num_nonnulls(startup_id, investor_id) = 1 AND num_nonnulls(pair_id, amount_id) = 0 END);
ALTER TABLE stored_file ADD CONSTRAINT stored_file_sized CHECK (size > 0);
ALTER TABLE stored_file ADD CONSTRAINT stored_file_hashed CHECK (sha256 ~ '^[0-9a-f]{64}$');
-- A party shows one logo.
CREATE UNIQUE INDEX stored_file_logo_of_startup ON stored_file (program_id, startup_id) WHERE kind = 'logo' AND archived_at IS NULL;
CREATE UNIQUE INDEX stored_file_logo_of_investor ON stored_file (program_id, investor_id) WHERE kind = 'logo' AND archived_at IS NULL;

ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_file FORCE ROW LEVEL SECURITY;
REVOKE ALL ON stored_file FROM roundtable_app;
GRANT SELECT, INSERT ON stored_file TO roundtable_app;
GRANT UPDATE (archived_at, version) ON stored_file TO roundtable_app;
CREATE POLICY owner_sees_all ON stored_file TO CURRENT_USER USING (true) WITH CHECK (true);
-- A startup's people see their own files and those of investors, as they see the profiles.
CREATE POLICY app_select ON stored_file FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
    OR (SELECT app_standing()) = 'startup' AND (startup_id = app_startup() OR investor_id IS NOT NULL)));
CREATE POLICY app_insert ON stored_file FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup()));
CREATE POLICY app_update ON stored_file FOR UPDATE TO roundtable_app
  USING (program_id = app_program() AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
    OR (SELECT app_standing()) = 'startup' AND (startup_id = app_startup() OR investor_id IS NOT NULL)))
  WITH CHECK (program_id = app_program() AND kind <> 'evidence' AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup()));
CREATE TRIGGER stored_file_version_steps BEFORE UPDATE OF version ON stored_file FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND NEW.version::bigint - OLD.version NOT IN (0, 1)) EXECUTE FUNCTION refuse_version();

-- The trail tells a startup's people of files too: those that carry their startup.
CREATE OR REPLACE FUNCTION is_told_to_startups(p_command text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN split_part(p_command, '.', 1) IN
    ('pair', 'meeting', 'outcome', 'amount', 'wave', 'startup', 'investor', 'person', 'invitation', 'program', 'file')
  AND p_command NOT IN ('program.create', 'program.edit');

-- For the housekeeping job. What was deleted 30 days ago is forgotten; the trail still says who put it there and who took it away.
CREATE FUNCTION forget_deleted_files() RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM stored_file WHERE archived_at < now() - interval '30 days'
$$;
REVOKE ALL ON FUNCTION forget_deleted_files() FROM public;
GRANT EXECUTE ON FUNCTION forget_deleted_files() TO roundtable_app;
-- Which of these contents no row speaks of. It tells nothing of those that one does.
CREATE FUNCTION unknown_files(p_ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i FROM unnest(p_ids) i WHERE NOT EXISTS (SELECT FROM stored_file f WHERE f.id = i)
$$;
REVOKE ALL ON FUNCTION unknown_files(uuid[]) FROM public;
GRANT EXECUTE ON FUNCTION unknown_files(uuid[]) TO roundtable_app;

-- As for every table of a program: a closed one is read and not changed.
CREATE TRIGGER closed_stays BEFORE INSERT OR UPDATE OR DELETE ON stored_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_when_closed();
