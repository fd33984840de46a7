-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "previous_sealed_secret" TEXT,
ADD COLUMN     "previous_until" TIMESTAMPTZ(3);

-- A webhook's key is made anew: the one before signs beside it until the time given, so that a receiver can be changed over.
GRANT SELECT (previous_until) ON webhook TO roundtable_app;

-- For its owner alone, who may write keys and not read them. Gives the new version, null where it is not theirs.
CREATE FUNCTION replace_webhook_key(p_webhook uuid, p_sealed text, p_until timestamptz) RETURNS integer LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE webhook SET sealed_secret = p_sealed, version = version + 1, previous_until = p_until,
    previous_sealed_secret = CASE WHEN p_until IS NOT NULL THEN sealed_secret END
  WHERE id = p_webhook AND person_id = app_viewer() AND ended_at IS NULL
  RETURNING version
$$;
REVOKE ALL ON FUNCTION replace_webhook_key(uuid, text, timestamptz) FROM public;
GRANT EXECUTE ON FUNCTION replace_webhook_key(uuid, text, timestamptz) TO roundtable_app;

-- The same as before (20261130185500_webhooks), with the key before while it still signs.
DROP FUNCTION delivery_to_send(uuid);
CREATE FUNCTION delivery_to_send(p_delivery uuid) RETURNS TABLE (webhook_id uuid, url text, sealed_secret text,
  previous_sealed_secret text, event text, created_at timestamptz, program_id uuid, slug text, entry_id uuid, person_id uuid,
  role text, startup_id uuid, is_live boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.id, w.url, w.sealed_secret, CASE WHEN w.previous_until > now() THEN w.previous_sealed_secret END, d.event, d.created_at,
    e.program_id, g.slug, d.entry_id, w.person_id,
    CASE WHEN p.is_admin THEN 'admin' ELSE m.role::text END, m.startup_id,
    w.ended_at IS NULL AND p.archived_at IS NULL AND d.state = 'waiting'
      AND (w.token_id IS NULL OR EXISTS (
        SELECT FROM api_token t WHERE t.id = w.token_id AND t.revoked_at IS NULL AND t.expires_at > now()))
      AND (e.program_id IS NULL OR p.is_admin OR m.id IS NOT NULL)
  FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id JOIN person p ON p.id = w.person_id
  LEFT JOIN audit_entry e ON e.id = d.entry_id LEFT JOIN program g ON g.id = e.program_id
  LEFT JOIN membership m ON m.program_id = e.program_id AND m.person_id = w.person_id AND m.ended_at IS NULL
  WHERE d.id = p_delivery AND app_role() = 'post'
$$;
REVOKE ALL ON FUNCTION delivery_to_send(uuid) FROM public;
GRANT EXECUTE ON FUNCTION delivery_to_send(uuid) TO roundtable_app;

-- For the housekeeping job. What was delivered, or was not to be told, is forgotten after 30 days; what was given up, which may
-- still be sent again, after 90. Keys that sign no more are forgotten too. The trail of the changes themselves stays.
CREATE FUNCTION forget_deliveries() RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM webhook_delivery d
  WHERE d.state <> 'waiting' AND coalesce(d.tried_at, d.created_at) < now() - CASE d.state
    WHEN 'failed' THEN interval '90 days' ELSE interval '30 days' END;
  UPDATE webhook SET previous_sealed_secret = NULL, previous_until = NULL WHERE previous_until <= now();
$$;
REVOKE ALL ON FUNCTION forget_deliveries() FROM public;
GRANT EXECUTE ON FUNCTION forget_deliveries() TO roundtable_app;
