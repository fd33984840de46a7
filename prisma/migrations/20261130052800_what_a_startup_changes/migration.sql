-- What of its own rows a startup's people may change, by value: what their commands do (lib/meeting/commands/mark.ts,
-- lib/pair/commands/edit.ts, refreshPair) and nothing beyond. The triggers ask only where the claim is a startup's, so that
-- the office's many changes cost nothing more.

-- ---------------------------------------------------------------------------------------------------------------
-- Meetings: the rules of marks (refusalsOfMark in lib/meeting/rules.ts).
CREATE FUNCTION keep_marks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mark record;
BEGIN
  IF app_standing() <> 'startup' OR NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  IF 'cancelled' IN (OLD.state, NEW.state) OR (OLD.state, OLD.no_show_side) IS NOT DISTINCT FROM (NEW.state, NEW.no_show_side)
     -- The clocks of the application and of the database may differ by a little.
     OR NEW.state <> 'scheduled' AND NEW.starts_at > clock_timestamp() + interval '5 minutes' THEN
    RAISE EXCEPTION 'no mark of a startup' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- What the office wrote down, the office corrects.
  IF OLD.state <> 'scheduled' THEN
    SELECT e.by_id INTO mark FROM meeting_event e
      WHERE e.program_id = OLD.program_id AND e.pair_id = OLD.pair_id AND e.meeting_id = OLD.id AND e.kind IN ('held', 'no_show')
      ORDER BY e.seq DESC LIMIT 1;
    IF FOUND AND NOT EXISTS (SELECT FROM membership m
        WHERE m.program_id = OLD.program_id AND m.person_id = mark.by_id AND m.startup_id = OLD.startup_id) THEN
      RAISE EXCEPTION 'the office marked this meeting' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER meeting_cancelled_keeps ON meeting;
DROP FUNCTION keep_cancelled();
CREATE TRIGGER meeting_marks BEFORE UPDATE ON meeting FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND app_role() = 'startup') EXECUTE FUNCTION keep_marks();

-- A startup's entry in the log of a meeting says what the meeting has just become: one that repeats the office's mark in its own
-- name would make that mark its own.
CREATE FUNCTION keep_meeting_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was record;
BEGIN
  PERFORM FROM meeting m
    WHERE m.program_id = NEW.program_id AND m.id = NEW.meeting_id AND m.no_show_side IS NOT DISTINCT FROM NEW.side
      AND m.state::text = CASE NEW.kind WHEN 'reopened' THEN 'scheduled' ELSE NEW.kind::text END
      AND m.starts_at = NEW.starts_at AND m.ends_at = NEW.ends_at;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the meeting stands otherwise' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT e.kind, e.side INTO was FROM meeting_event e
    WHERE e.program_id = NEW.program_id AND e.pair_id = NEW.pair_id AND e.meeting_id = NEW.meeting_id
      AND e.kind NOT IN ('changed', 'moved')
    ORDER BY e.seq DESC LIMIT 1;
  IF FOUND AND (was.kind = NEW.kind AND was.side IS NOT DISTINCT FROM NEW.side OR was.kind = 'booked' AND NEW.kind = 'reopened') THEN
    RAISE EXCEPTION 'the log says so already' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_event_true BEFORE INSERT ON meeting_event FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND app_role() = 'startup') EXECUTE FUNCTION keep_meeting_log();

-- A meeting has an outcome once it is held (recordOutcome marks it first).
DROP POLICY app_insert ON outcome;
CREATE POLICY app_insert ON outcome FOR INSERT TO roundtable_app WITH CHECK (
  program_id = app_program() AND by_id = app_viewer() AND ((SELECT app_standing()) IN ('officer', 'admin')
    OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND EXISTS (
      SELECT FROM meeting m WHERE m.program_id = outcome.program_id AND m.id = outcome.meeting_id AND m.state = 'held')));

-- What stands last in a log decides: no application says where an entry stands.
DO $$
DECLARE
  log record;
BEGIN
  FOR log IN
    SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE a.attname <> 'seq') AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege('roundtable_app', c.oid, 'INSERT')
      AND EXISTS (SELECT FROM pg_attribute s WHERE s.attrelid = c.oid AND s.attname = 'seq' AND s.atthasdef)
    GROUP BY c.relname
  LOOP
    EXECUTE format('REVOKE INSERT ON %I FROM roundtable_app', log.relname);
    EXECUTE format('GRANT INSERT (%s) ON %I TO roundtable_app', log.columns, log.relname);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Pairs: what a pair's logs make of its live amount and interest. refreshPair writes it; a startup writes nothing else.
CREATE FUNCTION live_amount_of(p_program uuid, p_pair uuid) RETURNS TABLE (rung rung, minor bigint, currency char(3), effective_on date)
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT x.rung, x.minor, x.currency, x.effective_on FROM (
    SELECT m.*, max(CASE WHEN m.rung >= 'rejected' THEN m.ord END) OVER () AS ended FROM (
      SELECT e.*, row_number() OVER (ORDER BY e.effective_on, e.seq) AS ord FROM amount e
      WHERE e.program_id = p_program AND e.pair_id = p_pair
        AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id AND v.amount_id = e.id)
    ) m) x
  WHERE x.rung < 'rejected' AND (x.ended IS NULL OR x.ord > x.ended)
  ORDER BY x.rung DESC, x.ord DESC LIMIT 1
$$;
CREATE FUNCTION interest_of(p_program uuid, p_pair uuid) RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT o.interest FROM outcome o WHERE o.program_id = p_program AND o.pair_id = p_pair
  ORDER BY o.effective_at DESC, o.seq DESC LIMIT 1
$$;

CREATE FUNCTION keep_pair_caches() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  live record;
BEGIN
  IF app_standing() <> 'startup' THEN
    RETURN NEW;
  END IF;
  IF (NEW.live_rung, NEW.live_minor, NEW.live_currency, NEW.live_on) IS DISTINCT FROM
     (OLD.live_rung, OLD.live_minor, OLD.live_currency, OLD.live_on) THEN
    SELECT * INTO live FROM (SELECT) one LEFT JOIN live_amount_of(NEW.program_id, NEW.id) a ON true;
    IF (NEW.live_rung, NEW.live_minor, NEW.live_currency, NEW.live_on) IS DISTINCT FROM
       (live.rung, live.minor, live.currency, live.effective_on) THEN
      RAISE EXCEPTION 'the log of amounts says otherwise' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  IF NEW.interest IS DISTINCT FROM OLD.interest AND NEW.interest IS DISTINCT FROM interest_of(NEW.program_id, NEW.id) THEN
    RAISE EXCEPTION 'the log of outcomes says otherwise' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.next_step_owner_id IS DISTINCT FROM OLD.next_step_owner_id AND NEW.next_step_owner_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM membership m WHERE m.program_id = NEW.program_id AND m.person_id = NEW.next_step_owner_id
        AND m.startup_id = NEW.startup_id AND m.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a startup''s step is its own team''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pair_caches BEFORE UPDATE ON pair FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND app_role() = 'startup') EXECUTE FUNCTION keep_pair_caches();
DROP TRIGGER pair_keeps ON pair;
CREATE TRIGGER pair_keeps BEFORE UPDATE ON pair FOR EACH ROW WHEN (current_user = 'roundtable_app' AND app_role() = 'startup')
  EXECUTE FUNCTION keep_columns('startup', 'stage', 'stage_since', 'status', 'reason_code', 'owner_id');

-- ---------------------------------------------------------------------------------------------------------------
-- A version goes up by one at a time, whoever writes: one at the end of the numbers could not be changed any more.
CREATE FUNCTION refuse_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version goes up by one' USING ERRCODE = 'insufficient_privilege';
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'version' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF version ON %I FOR EACH ROW
      WHEN (current_user = ''roundtable_app'' AND NEW.version::bigint - OLD.version NOT IN (0, 1)) EXECUTE FUNCTION refuse_version()',
      t || '_version_steps', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- A token of one's own lasts a year at most (MOST_DAYS in lib/token/schema.ts).
DROP POLICY app_insert ON api_token;
CREATE POLICY app_insert ON api_token FOR INSERT TO roundtable_app WITH CHECK (
  person_id = app_viewer() AND expires_at <= now() + interval '366 days' OR (SELECT app_standing()) = 'machine');

-- A token, or a link, that was taken back stays so, from the same instant on; a link is used once.
CREATE OR REPLACE FUNCTION keep_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
    RAISE EXCEPTION 'what was revoked stays revoked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION keep_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was accepted stays accepted' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER invitation_accepted BEFORE UPDATE OF accepted_at ON invitation FOR EACH ROW
  WHEN (current_user = 'roundtable_app' AND OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS DISTINCT FROM OLD.accepted_at)
  EXECUTE FUNCTION keep_accepted();
