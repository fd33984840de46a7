-- What comes from an archive happened long ago: no webhook tells of it (20261130213417_restore_archives).
-- As in 20261130214500_many_rows_at_once beside that.
CREATE OR REPLACE FUNCTION tell_webhooks() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM webhook w WHERE w.ended_at IS NULL) OR is_restored_now(app_program()) THEN
    RETURN NULL;
  END IF;
  WITH told AS (
      INSERT INTO webhook_delivery (id, webhook_id, person_id, entry_id, event)
      SELECT gen_random_uuid(), w.id, w.person_id, e.id, e.command
      FROM written e JOIN webhook w ON w.ended_at IS NULL
        AND (cardinality(w.program_ids) = 0 OR e.program_id = ANY (w.program_ids))
        AND ('*' = ANY (w.events) OR e.command = ANY (w.events) OR split_part(e.command, '.', 1) || '.*' = ANY (w.events))
      WHERE e.program_id IS NOT NULL
        AND (w.token_id IS NULL OR EXISTS (
          SELECT FROM api_token t WHERE t.id = w.token_id AND t.revoked_at IS NULL AND t.expires_at > now()))
        AND (
        EXISTS (SELECT FROM membership m WHERE m.program_id = e.program_id AND m.person_id = w.person_id AND m.ended_at IS NULL)
        OR EXISTS (SELECT FROM person p WHERE p.id = w.person_id AND p.is_admin))
      RETURNING id
  )
  INSERT INTO mail_queue.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
    deletion_seconds, keep_until)
  SELECT q.name, jsonb_build_object('deliveryId', t.id), q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
    q.retry_delay_max, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second'
  FROM told t JOIN mail_queue.queue q ON q.name = 'webhooks';
  RETURN NULL;
END $$;
