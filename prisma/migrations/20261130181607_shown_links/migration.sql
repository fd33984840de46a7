-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "shown" BOOLEAN NOT NULL DEFAULT false;

-- Whoever invited somebody new may hand the link over. It opens what was given with it and nothing else: as soon as the person is
-- given more, here or in another program, only the mails open the account.
CREATE FUNCTION end_shown_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE invitation i SET revoked_at = now()
    WHERE i.person_id = (CASE TG_TABLE_NAME WHEN 'person' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'person_id' END)::uuid
      AND i.shown AND i.accepted_at IS NULL AND i.revoked_at IS NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION end_shown_links() FROM PUBLIC;
CREATE TRIGGER membership_ends_shown_links AFTER INSERT OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION end_shown_links();
CREATE TRIGGER person_ends_shown_links AFTER UPDATE OF is_admin ON person FOR EACH ROW
  WHEN (NEW.is_admin AND NOT OLD.is_admin) EXECUTE FUNCTION end_shown_links();
GRANT SELECT (shown) ON invitation TO roundtable_app;
