-- A day's exchange rate is corrected by a further entry, never in place: "as known" totals in won keep what was known.
DROP INDEX "fx_rate_program_id_base_quote_on_day_key";
ALTER TABLE "fx_rate" ADD COLUMN "seq" BIGSERIAL NOT NULL;
CREATE INDEX "fx_rate_program_id_base_quote_on_day_idx" ON "fx_rate"("program_id", "base", "quote", "on_day");

CREATE TRIGGER fx_rate_append_only BEFORE UPDATE OR DELETE ON fx_rate FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER fx_rate_not_truncated BEFORE TRUNCATE ON fx_rate FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
REVOKE UPDATE ON fx_rate FROM roundtable_app;
GRANT USAGE ON SEQUENCE fx_rate_seq_seq TO roundtable_app;
