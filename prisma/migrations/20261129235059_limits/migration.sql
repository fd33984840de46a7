-- Limits, counted in the database so that any number of copies of the application share them.

-- CreateTable. Unlogged: counting never waits for the disk, and a crash of PostgreSQL may forget the counts.
CREATE UNLOGGED TABLE "limit_use" (
    "key_hash" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "limit_use_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE INDEX "limit_use_free_at_idx" ON "limit_use"("free_at");

-- Takes one permit of a limit of p_most within p_seconds: 0, or the whole seconds to wait when none is left. Permits come
-- back evenly, one each p_seconds / p_most (the generic cell rate algorithm): one row and one write a key, no window to
-- wait for the end of. p_cost -1 gives one back. A refused try takes none, so that trying does not make the wait longer.
CREATE FUNCTION take_permit(p_key_hash text, p_most integer, p_seconds integer, p_cost integer, p_now timestamptz)
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
  -- Each call sweeps a few rows that say nothing any more, so that addresses made up by the million do not stay.
  DELETE FROM limit_use WHERE key_hash IN (
    SELECT u.key_hash FROM limit_use u WHERE u.free_at < at ORDER BY u.free_at LIMIT 10 FOR UPDATE SKIP LOCKED);
  RETURN 0;
END $$;

-- The second wall: the application counts by the function alone; nobody reads, resets or forges a count.
REVOKE ALL ON limit_use FROM roundtable_app;
REVOKE ALL ON FUNCTION take_permit(text, integer, integer, integer, timestamptz) FROM public;
GRANT EXECUTE ON FUNCTION take_permit(text, integer, integer, integer, timestamptz) TO roundtable_app;
