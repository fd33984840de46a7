-- An idempotency key belongs to a person, a program (the nil id for what is of none) and an operation, and is forgotten after
-- 48 hours. Keys given before do not say of what they are: none of them is carried over.
DELETE FROM "idempotency_key";

-- AlterTable
ALTER TABLE "idempotency_key" DROP CONSTRAINT "idempotency_key_pkey",
ADD COLUMN     "operation" TEXT NOT NULL,
ADD COLUMN     "program_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
ADD CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id", "program_id", "operation", "key");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

GRANT SELECT (operation, program_id) ON idempotency_key TO roundtable_app;

-- Forgets a few keys of anybody that are over; each new key sweeps, so that they do not pile up.
CREATE FUNCTION forget_keys() RETURNS void LANGUAGE sql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM idempotency_key WHERE (person_id, program_id, operation, key) IN (
    SELECT k.person_id, k.program_id, k.operation, k.key FROM idempotency_key k
    WHERE k.created_at < now() - interval '48 hours' ORDER BY k.created_at LIMIT 20 FOR UPDATE SKIP LOCKED)
$$;
