-- CreateEnum
CREATE TYPE "view_noun" AS ENUM ('pairs', 'meetings', 'startups', 'investors');

-- CreateTable
CREATE TABLE "saved_view" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "noun" "view_noun" NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "default_for" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateIndex
CREATE INDEX "saved_view_program_id_noun_idx" ON "saved_view"("program_id", "noun");

-- CreateIndex
CREATE INDEX "saved_view_person_id_idx" ON "saved_view"("person_id");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE saved_view
  ALTER COLUMN default_for SET NOT NULL,
  ADD CONSTRAINT saved_view_name CHECK (char_length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT saved_view_address CHECK (char_length(address) <= 8000 AND address ~ '^[\x21-\x7e]*$'),
  ADD CONSTRAINT saved_view_roles CHECK (default_for <@ ARRAY['admin', 'officer', 'manager', 'startup']),
  -- Nobody's list opens with a view that they cannot see.
  ADD CONSTRAINT saved_view_opens_if_shared CHECK (is_shared AND archived_at IS NULL OR default_for = '{}');
-- A list opens with one view for a role.
CREATE UNIQUE INDEX saved_view_for_admin ON saved_view (program_id, noun) WHERE default_for @> ARRAY['admin'];
CREATE UNIQUE INDEX saved_view_for_officer ON saved_view (program_id, noun) WHERE default_for @> ARRAY['officer'];
CREATE UNIQUE INDEX saved_view_for_manager ON saved_view (program_id, noun) WHERE default_for @> ARRAY['manager'];
CREATE UNIQUE INDEX saved_view_for_startup ON saved_view (program_id, noun) WHERE default_for @> ARRAY['startup'];

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON saved_view TO roundtable_app;
GRANT UPDATE (name, address, is_shared, default_for, archived_at, version) ON saved_view TO roundtable_app;
CREATE POLICY owner_sees_all ON saved_view TO CURRENT_USER USING (true) WITH CHECK (true);
-- Shared views are the office's and the managers'; a startup's people see those that their lists open with. What one
-- keeps for oneself nobody else sees.
CREATE POLICY app_select ON saved_view FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND CASE (SELECT app_standing())
    WHEN 'admin' THEN is_shared OR person_id = app_viewer()
    WHEN 'officer' THEN is_shared OR person_id = app_viewer()
    WHEN 'manager' THEN is_shared OR person_id = app_viewer()
    WHEN 'startup' THEN person_id = app_viewer() OR is_shared AND default_for @> ARRAY['startup']
    ELSE false END);
CREATE POLICY app_insert ON saved_view FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND person_id = app_viewer() AND CASE (SELECT app_standing())
    WHEN 'admin' THEN true
    WHEN 'officer' THEN true
    WHEN 'manager' THEN NOT is_shared
    WHEN 'startup' THEN NOT is_shared
    ELSE false END);
CREATE POLICY app_update ON saved_view FOR UPDATE TO roundtable_app
  USING (program_id = app_program() AND CASE (SELECT app_standing())
    WHEN 'admin' THEN is_shared OR person_id = app_viewer()
    WHEN 'officer' THEN is_shared OR person_id = app_viewer()
    WHEN 'manager' THEN NOT is_shared AND person_id = app_viewer()
    WHEN 'startup' THEN NOT is_shared AND person_id = app_viewer()
    ELSE false END);

CREATE TRIGGER saved_view_version_steps BEFORE UPDATE OF version ON saved_view FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND NEW.version::bigint - OLD.version NOT IN (0, 1)) EXECUTE FUNCTION refuse_version();

-- The trail tells a startup's people of views too: as of everything, of those that stand beside their startup.
CREATE OR REPLACE FUNCTION is_told_to_startups(p_command text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN split_part(p_command, '.', 1) IN
    ('pair', 'meeting', 'outcome', 'amount', 'wave', 'startup', 'investor', 'person', 'invitation', 'program', 'file', 'view')
  AND p_command NOT IN ('program.create', 'program.edit');
