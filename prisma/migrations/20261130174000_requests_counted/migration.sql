-- Counts one request of a sign-in or API token (lib/platform/database.ts), in the statement that looks up whose it is. Gives
-- the seconds to wait, 0 where the request is allowed; how many are left; and the seconds until all of them are free again.
CREATE FUNCTION count_request(p_access text, p_most integer, p_seconds integer, p_now timestamptz)
RETURNS TABLE (wait integer, remaining integer, reset integer) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  key constant text := encode(sha256(convert_to('requests' || chr(10) || p_access, 'UTF8')), 'hex');
  at constant timestamptz := coalesce(p_now, clock_timestamp());
  ahead double precision;
BEGIN
  wait := take_permit(key, p_most, p_seconds, 1, at);
  SELECT extract(epoch FROM u.free_at - at) INTO ahead FROM limit_use u WHERE u.key_hash = key;
  remaining := greatest(0, floor((p_seconds - ahead) * p_most / p_seconds + 0.01));
  reset := greatest(0, ceil(ahead));
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION count_request(text, integer, integer, timestamptz) FROM public;
GRANT EXECUTE ON FUNCTION count_request(text, integer, integer, timestamptz) TO roundtable_app;
