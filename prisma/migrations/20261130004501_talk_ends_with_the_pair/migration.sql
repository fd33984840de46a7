-- Each pair's live amount with the pair's status in force by the same two clocks. Rungs below `signed` are talk, and talk
-- ends with the pair: `left_out` says that this amount stands in no sum. `p_on` is the day, `p_before` the instant it ends.
CREATE FUNCTION pair_money(p_program uuid, p_on date, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, amount_id uuid, rung rung, minor bigint, currency char(3),
               effective_on date, closed boolean, left_out boolean)
LANGUAGE sql STABLE ROWS 100 SET enable_nestloop = off AS $$
  WITH statuses AS (
    SELECT DISTINCT ON (e.pair_id) e.pair_id, e.to_status
    FROM status_event e
    WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
      AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                        AND v.status_event_id = e.id AND v.recorded_at < p_known_before)
    ORDER BY e.pair_id, e.effective_at DESC, e.seq DESC
  ), standing AS (
    SELECT a.pair_id, a.startup_id, a.amount_id, a.rung, a.minor, a.currency, a.effective_on,
           coalesce(s.to_status IN ('passed', 'withdrawn'), false) AS closed
    FROM pair_amount(p_program, p_on, p_known_before) a
    LEFT JOIN statuses s ON s.pair_id = a.pair_id
  )
  SELECT t.pair_id, t.startup_id, t.amount_id, t.rung, t.minor, t.currency, t.effective_on, t.closed,
         t.closed AND t.rung < 'signed'
  FROM standing t
$$;
