-- The tables around the letters are the post's as well: whoever else asks stops no mail by the settings of the queue.
-- queue_letter() puts a letter in as the owner and finds its queue as before.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['version', 'queue', 'instance', 'warning', 'job_dependency', 'schedule', 'subscription', 'bam', 'queue_stats']
  LOOP
    EXECUTE format('ALTER TABLE mail_queue.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY post_carries ON mail_queue.%I USING (public.app_role() = 'post')$p$, t);
  END LOOP;
END $$;

-- A startup says how a meeting went. It cancels none and brings none back, as it writes no event of it.
CREATE FUNCTION keep_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IS DISTINCT FROM NEW.state AND 'cancelled' IN (OLD.state, NEW.state) AND app_standing() = 'startup' THEN
    RAISE EXCEPTION 'a startup cancels no meeting' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_cancelled_keeps BEFORE UPDATE OF state ON meeting FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_cancelled();

-- A token, or a link, that was taken back does not come back: a new password has ended it.
CREATE FUNCTION keep_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL THEN
    RAISE EXCEPTION 'what was revoked stays revoked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_token_ended BEFORE UPDATE OF revoked_at ON api_token FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_ended();
CREATE TRIGGER invitation_ended BEFORE UPDATE OF revoked_at ON invitation FOR EACH ROW WHEN (current_user = 'roundtable_app')
  EXECUTE FUNCTION keep_ended();
