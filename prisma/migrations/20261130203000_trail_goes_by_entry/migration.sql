-- What points at an entry of the trail goes with it when its program is deleted: looked up by the entry, so that the numbers and
-- deliveries of every other program are not read once for each. A program's numbers are still found by (program_id, seq).
ALTER TABLE "change_number" DROP CONSTRAINT "change_number_pkey",
  ADD CONSTRAINT "change_number_pkey" PRIMARY KEY ("entry_id", "program_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_entry_id_idx" ON "webhook_delivery"("entry_id");
