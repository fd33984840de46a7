-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('join', 'admin', 'reset');

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "purpose" "link_purpose" NOT NULL DEFAULT 'join';

-- DropTable
DROP TABLE "sign_in_failure";

-- CreateTable
CREATE TABLE "known_browser" (
    "person_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("person_id","secret_hash")
);

-- AddForeignKey
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, DELETE ON known_browser TO roundtable_app;
GRANT UPDATE (last_at) ON known_browser TO roundtable_app;

-- Links without a program: those for a new password lasted two hours, those that make an admin fourteen days. Forced
-- row-level security would hide every row from the owner, who migrates.
ALTER TABLE invitation NO FORCE ROW LEVEL SECURITY;
UPDATE invitation SET purpose = CASE WHEN expires_at < created_at + interval '1 day' THEN 'reset' ELSE 'admin' END::link_purpose
  WHERE program_id IS NULL;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
