-- Forgets what says nothing any more: idempotency keys after 48 hours, limits whose permits are all back, e-mail links and
-- offers to a passkey a day after they ended, kept funnels that are no longer true and the touches that nothing kept has to
-- be told of.
CREATE OR REPLACE FUNCTION forget_what_is_over() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  program uuid;
BEGIN
  DELETE FROM idempotency_key WHERE (person_id, program_id, operation, key) IN (
    SELECT k.person_id, k.program_id, k.operation, k.key FROM idempotency_key k
    WHERE k.created_at < now() - interval '48 hours' FOR UPDATE SKIP LOCKED);
  DELETE FROM limit_use WHERE key_hash IN (
    SELECT u.key_hash FROM limit_use u WHERE u.free_at < now() FOR UPDATE SKIP LOCKED);
  DELETE FROM sign_in_link WHERE expires_at < now() - interval '1 day';
  DELETE FROM passkey_challenge WHERE expires_at < now() - interval '1 day';
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
