-- CreateTable
CREATE TABLE "match_weights" (
    "program_id" UUID NOT NULL,
    "sector" SMALLINT NOT NULL,
    "round" SMALLINT NOT NULL,
    "ticket" SMALLINT NOT NULL,
    "region" SMALLINT NOT NULL,
    "meetings" SMALLINT NOT NULL,
    "wishes" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "match_weights_pkey" PRIMARY KEY ("program_id")
);

-- AddForeignKey
ALTER TABLE "match_weights" ADD CONSTRAINT "match_weights_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.
ALTER TABLE match_weights
  ADD CONSTRAINT match_weights_scale CHECK (least(sector, round, ticket, region, meetings, wishes) >= 0
    AND greatest(sector, round, ticket, region, meetings, wishes) BETWEEN 1 AND 100);
CREATE TRIGGER match_weights_version_steps BEFORE UPDATE OF version ON match_weights FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND NEW.version::bigint - OLD.version NOT IN (0, 1)) EXECUTE FUNCTION refuse_version();

ALTER TABLE match_weights ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_weights FORCE ROW LEVEL SECURITY;
REVOKE ALL ON match_weights FROM roundtable_app;
GRANT SELECT, INSERT ON match_weights TO roundtable_app;
GRANT UPDATE (sector, round, ticket, region, meetings, wishes, at, version) ON match_weights TO roundtable_app;
CREATE POLICY owner_sees_all ON match_weights TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY app_select ON match_weights FOR SELECT TO roundtable_app
  USING (program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'admin'));
CREATE POLICY app_insert ON match_weights FOR INSERT TO roundtable_app
  WITH CHECK (program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'admin'));
CREATE POLICY app_update ON match_weights FOR UPDATE TO roundtable_app
  USING (program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'admin'))
  WITH CHECK (program_id = app_program() AND (SELECT app_standing()) IN ('officer', 'admin'));

-- Takes the office's own word back, as if it had not been said; false beside a no-thanks, whoever said it.
CREATE FUNCTION take_back_wish(p_program uuid, p_pair uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p_program IS DISTINCT FROM app_program() OR app_standing() NOT IN ('officer', 'admin') THEN
    RAISE EXCEPTION 'not the asker''s wish to take back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM wish w WHERE w.program_id = p_program AND w.pair_id = p_pair AND w.said = 'no_thanks') THEN
    RETURN false;
  END IF;
  DELETE FROM wish w WHERE w.program_id = p_program AND w.pair_id = p_pair AND w.side = 'office';
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION take_back_wish(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_wish(uuid, uuid) TO roundtable_app;

-- When the last word on each pair was said, for those who read all wishes; of a pair with a no-thanks nothing, for a word that
-- was said before it, or after it, would rule a side out.
CREATE FUNCTION pair_wish_time(p_program uuid) RETURNS TABLE (pair_id uuid, at timestamptz)
LANGUAGE sql STABLE ROWS 600 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.pair_id, max(w.at) FROM wish w
  WHERE w.program_id = p_program AND p_program = app_program() AND (SELECT app_standing()) IN ('officer', 'manager', 'admin')
  GROUP BY w.pair_id HAVING max(w.said) <> 'no_thanks'
$$;
REVOKE ALL ON FUNCTION pair_wish_time(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pair_wish_time(uuid) TO roundtable_app;

CREATE TRIGGER closed_stays BEFORE INSERT OR UPDATE OR DELETE ON match_weights FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_when_closed();
