-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'delivered', 'failed', 'withheld');

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_id" UUID,
    "url" TEXT NOT NULL,
    "events" TEXT[] NOT NULL,
    "program_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "sealed_secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "entry_id" UUID,
    "event" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_person_id_idx" ON "webhook"("person_id");
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- The queue: tried again after ten seconds, then ever later up to six hours, about a day in all.
SELECT mail_queue.create_queue('webhooks', '{"policy": "standard", "retryLimit": 12, "retryDelay": 10, "retryBackoff": true,
  "retryDelayMax": 21600, "expireInSeconds": 60, "retentionSeconds": 1209600, "deleteAfterSeconds": 60}'::jsonb);

-- Puts a delivery into the queue, in the caller's transaction; the same columns as pg-boss fills from its queue.
CREATE FUNCTION queue_delivery(p_delivery uuid) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO mail_queue.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
    deletion_seconds, keep_until)
  SELECT q.name, jsonb_build_object('deliveryId', p_delivery), q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
    q.retry_delay_max, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second'
  FROM mail_queue.queue q WHERE q.name = 'webhooks'
$$;
REVOKE ALL ON FUNCTION queue_delivery(uuid) FROM public;

-- What changes in a program is told to the webhooks of those who are in it, from the transaction of the change: it goes out
-- when that is committed. Whether its owner may read it is asked when it is sent.
CREATE FUNCTION tell_webhooks() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  delivery uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM webhook w WHERE w.ended_at IS NULL) THEN
    RETURN NULL;
  END IF;
  FOR delivery IN
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
  LOOP
    PERFORM queue_delivery(delivery);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_webhooks AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION tell_webhooks();

-- The owner of a webhook asks for a try (no delivery given) or for one that was made already to be sent again.
CREATE FUNCTION ask_delivery(p_webhook uuid, p_delivery uuid) RETURNS uuid LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  delivery uuid := p_delivery;
BEGIN
  IF NOT EXISTS (SELECT FROM webhook w WHERE w.id = p_webhook AND w.person_id = app_viewer() AND w.ended_at IS NULL) THEN
    RETURN NULL;
  END IF;
  IF delivery IS NULL THEN
    INSERT INTO webhook_delivery (id, webhook_id, person_id, event)
    VALUES (gen_random_uuid(), p_webhook, app_viewer(), 'webhook.test') RETURNING id INTO delivery;
  ELSE
    UPDATE webhook_delivery SET state = 'waiting', tries = 0 WHERE id = delivery AND webhook_id = p_webhook AND state <> 'waiting'
      RETURNING id INTO delivery;
  END IF;
  IF delivery IS NOT NULL THEN
    PERFORM queue_delivery(delivery);
  END IF;
  RETURN delivery;
END $$;

-- For the post alone: what is to be sent, where, and as whom; is_live says whether its owner and its token still stand.
CREATE FUNCTION delivery_to_send(p_delivery uuid) RETURNS TABLE (webhook_id uuid, url text, sealed_secret text, event text,
  created_at timestamptz, program_id uuid, slug text, entry_id uuid, person_id uuid, role text, startup_id uuid, is_live boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.id, w.url, w.sealed_secret, d.event, d.created_at, e.program_id, g.slug, d.entry_id, w.person_id,
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
CREATE FUNCTION note_delivery(p_delivery uuid, p_state delivery_state, p_status integer, p_problem text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE webhook_delivery SET state = p_state, status = p_status, problem = p_problem, tries = tries + 1, tried_at = now()
  WHERE id = p_delivery AND app_role() = 'post'
$$;
REVOKE ALL ON FUNCTION ask_delivery(uuid, uuid), delivery_to_send(uuid), note_delivery(uuid, delivery_state, integer, text) FROM public;
GRANT EXECUTE ON FUNCTION ask_delivery(uuid, uuid), delivery_to_send(uuid), note_delivery(uuid, delivery_state, integer, text) TO roundtable_app;

-- ---------------------------------------------------------------------------------------------------------------
-- A webhook is its owner's alone. Its secret is sealed, and read by the post's function.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhook', 'webhook_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_sees_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM roundtable_app', t);
  END LOOP;
END $$;
CREATE POLICY app_select ON webhook FOR SELECT TO roundtable_app USING (person_id = app_viewer());
CREATE POLICY app_insert ON webhook FOR INSERT TO roundtable_app WITH CHECK (person_id = app_viewer());
CREATE POLICY app_update ON webhook FOR UPDATE TO roundtable_app USING (person_id = app_viewer());
GRANT SELECT (id, person_id, token_id, url, events, program_ids, created_at, ended_at, version), INSERT ON webhook TO roundtable_app;
GRANT UPDATE (url, events, program_ids, ended_at, version) ON webhook TO roundtable_app;
CREATE POLICY app_select ON webhook_delivery FOR SELECT TO roundtable_app USING (person_id = app_viewer());
GRANT SELECT ON webhook_delivery TO roundtable_app;
