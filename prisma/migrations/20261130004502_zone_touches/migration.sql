-- The days of a funnel are days of its program's home zone: where that changes, what was kept is no longer true. Other
-- settings of a program stand in no kept funnel.
CREATE FUNCTION touch_own_program() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO program_touch (program_id, xid) VALUES (NEW.id, pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER program_zone_touches AFTER UPDATE OF home_zone ON program FOR EACH ROW
  WHEN (OLD.home_zone IS DISTINCT FROM NEW.home_zone) EXECUTE FUNCTION touch_own_program();
