-- The entry that opens a pair's log (it comes from no stage) says only that the pair exists. A move that happened before
-- the pair was entered here, told later, is still a move: it stands above the opening, whatever their times.
CREATE OR REPLACE FUNCTION pair_state(p_program uuid, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, investor_id uuid, stage stage, stage_since timestamptz, reached stage,
               status pair_status, reason_code text, status_since timestamptz)
LANGUAGE sql STABLE ROWS 600 SET enable_nestloop = off AS $$
  WITH moves AS (
    SELECT e.pair_id, e.startup_id, max(e.to_stage) AS reached,
           (array_agg(e.to_stage ORDER BY e.from_stage IS NOT NULL DESC, e.effective_at DESC, e.seq DESC))[1] AS stage,
           (array_agg(e.effective_at ORDER BY e.from_stage IS NOT NULL DESC, e.effective_at DESC, e.seq DESC))[1] AS stage_since
    FROM stage_event e
    WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
      AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                        AND v.stage_event_id = e.id AND v.recorded_at < p_known_before)
    GROUP BY e.pair_id, e.startup_id
  ), statuses AS (
    SELECT DISTINCT ON (e.pair_id) e.pair_id, e.to_status, e.reason_code, e.effective_at
    FROM status_event e
    WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
      AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                        AND v.status_event_id = e.id AND v.recorded_at < p_known_before)
    ORDER BY e.pair_id, e.effective_at DESC, e.seq DESC
  )
  SELECT p.id, p.startup_id, p.investor_id, m.stage, m.stage_since, m.reached,
         coalesce(s.to_status, 'open'), s.reason_code, s.effective_at
  FROM moves m
  JOIN pair p ON p.program_id = p_program AND p.id = m.pair_id
  LEFT JOIN statuses s ON s.pair_id = m.pair_id
$$;
