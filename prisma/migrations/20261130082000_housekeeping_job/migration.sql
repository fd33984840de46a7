-- What is over is forgotten by a job every few minutes, no longer by each request that writes something new: requests that
-- sweep wait for each other, and write more than they need to. pg-boss gives the job to one server, however many there are.

-- A limit counts as before (20261129235059_limits) and sweeps nothing.
CREATE OR REPLACE FUNCTION take_permit(p_key_hash text, p_most integer, p_seconds integer, p_cost integer, p_now timestamptz)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  at constant timestamptz := coalesce(p_now, clock_timestamp());
  whole constant interval := make_interval(secs => p_seconds);
  step constant interval := make_interval(secs => p_seconds::double precision / p_most * p_cost);
  -- Times are kept in microseconds: what rounding adds up to over a whole limit takes nobody's last permit.
  slack constant interval := interval '10 milliseconds';
  wait integer := 0;
BEGIN
  -- A row further ahead than a whole limit was written under another clock or a wider limit.
  INSERT INTO limit_use AS u (key_hash, free_at) VALUES (p_key_hash, at + step)
  ON CONFLICT (key_hash) DO UPDATE SET free_at = greatest(least(u.free_at, at + whole), at) + step
    WHERE greatest(least(u.free_at, at + whole), at) + step <= at + whole + slack;
  IF NOT FOUND THEN
    SELECT ceil(extract(epoch FROM least(u.free_at, at + whole) + step - whole - at)) INTO wait
    FROM limit_use u WHERE u.key_hash = p_key_hash;
    RETURN greatest(wait, 1);
  END IF;
  RETURN 0;
END $$;

DROP FUNCTION forget_keys();

-- Forgets what says nothing any more: idempotency keys after 48 hours, limits whose permits are all back, kept funnels that
-- are no longer true and the touches that nothing kept has to be told of.
CREATE FUNCTION forget_what_is_over() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  program uuid;
BEGIN
  DELETE FROM idempotency_key WHERE (person_id, program_id, operation, key) IN (
    SELECT k.person_id, k.program_id, k.operation, k.key FROM idempotency_key k
    WHERE k.created_at < now() - interval '48 hours' FOR UPDATE SKIP LOCKED);
  DELETE FROM limit_use WHERE key_hash IN (
    SELECT u.key_hash FROM limit_use u WHERE u.free_at < now() FOR UPDATE SKIP LOCKED);
  FOR program IN SELECT DISTINCT t.program_id FROM program_touch t LOOP
    -- Whoever counts a funnel shares this lock until it is kept: its snapshot is then known here. A program that is being
    -- counted waits for the next time.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended(program || ' kept funnel', 0));
    DELETE FROM funnel_rollup r WHERE r.program_id = program AND EXISTS (
      SELECT FROM program_touch t
      WHERE t.program_id = r.program_id AND NOT pg_visible_in_snapshot(t.xid::text::xid8, r.snapshot::pg_snapshot));
    DELETE FROM program_touch t WHERE t.program_id = program
      AND t.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      AND NOT EXISTS (SELECT FROM funnel_rollup r WHERE r.program_id = t.program_id
        AND NOT pg_visible_in_snapshot(t.xid::text::xid8, r.snapshot::pg_snapshot));
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION forget_what_is_over() FROM public;
GRANT EXECUTE ON FUNCTION forget_what_is_over() TO roundtable_app;

-- Readers keep funnels and forget none.
REVOKE DELETE ON funnel_rollup, program_touch FROM roundtable_app;

-- ---------------------------------------------------------------------------------------------------------------
-- The job, every ten minutes, one at a time; and the queue by which pg-boss hands out what is due. pg-boss makes sure of
-- its own queue at each start, and notes the last job of a schedule: row-level security leaves both to the role of the queue.
SELECT mail_queue.create_queue('housekeeping', '{"policy": "exclusive", "retryLimit": 3, "retryDelay": 30, "retryBackoff": true,
  "expireInSeconds": 120, "retentionSeconds": 3600, "deleteAfterSeconds": 3600}'::jsonb);
SELECT mail_queue.create_queue('__pgboss__send-it', '{"policy": "standard"}'::jsonb);
INSERT INTO mail_queue.schedule (name, cron, timezone) VALUES ('housekeeping', '*/10 * * * *', 'UTC');
GRANT EXECUTE ON FUNCTION mail_queue.create_queue(text, jsonb) TO roundtable_app;
GRANT INSERT ON mail_queue.queue TO roundtable_app;
GRANT UPDATE ON mail_queue.schedule TO roundtable_app;
