-- Which entries of a pair's logs count, by two clocks: what had happened by a bound, as far as it was known by another, and
-- not voided by then. Every question about a pair's state, money or figures goes through these functions. They have one
-- SELECT and no settings, so that PostgreSQL writes them into the question that calls them and uses its indexes.
CREATE FUNCTION stage_in_force(p_program uuid, p_before timestamptz, p_known_before timestamptz) RETURNS SETOF stage_event
LANGUAGE sql STABLE AS $$
  SELECT e.* FROM stage_event e
  WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
    AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                      AND v.stage_event_id = e.id AND v.recorded_at < p_known_before)
$$;

CREATE FUNCTION status_in_force(p_program uuid, p_before timestamptz, p_known_before timestamptz) RETURNS SETOF status_event
LANGUAGE sql STABLE AS $$
  SELECT e.* FROM status_event e
  WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
    AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                      AND v.status_event_id = e.id AND v.recorded_at < p_known_before)
$$;

-- Amounts have days: `p_on` counts itself.
CREATE FUNCTION amount_in_force(p_program uuid, p_on date, p_known_before timestamptz) RETURNS SETOF amount
LANGUAGE sql STABLE AS $$
  SELECT e.* FROM amount e
  WHERE e.program_id = p_program AND e.effective_on <= p_on AND e.recorded_at < p_known_before
    AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                      AND v.amount_id = e.id AND v.recorded_at < p_known_before)
$$;

-- The last entry of each pair: where it stood. The entry that opens a pair's log (it comes from no stage) says only that
-- the pair exists, so that every move stands above it, whatever their times.
CREATE FUNCTION last_stage_event(p_program uuid, p_before timestamptz, p_known_before timestamptz) RETURNS SETOF stage_event
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (e.pair_id) e.* FROM stage_in_force(p_program, p_before, p_known_before) e
  ORDER BY e.pair_id, e.from_stage IS NOT NULL DESC, e.effective_at DESC, e.seq DESC
$$;

CREATE FUNCTION last_status_event(p_program uuid, p_before timestamptz, p_known_before timestamptz) RETURNS SETOF status_event
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (e.pair_id) e.* FROM status_in_force(p_program, p_before, p_known_before) e
  ORDER BY e.pair_id, e.effective_at DESC, e.seq DESC
$$;

-- The last entry of each meeting, as far as was known: booked, held, cancelled and so on, and the time it then had.
CREATE FUNCTION last_meeting_event(p_program uuid, p_known_before timestamptz) RETURNS SETOF meeting_event
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (e.meeting_id) e.* FROM meeting_event e
  WHERE e.program_id = p_program AND e.recorded_at < p_known_before AND e.kind <> 'changed'
  ORDER BY e.meeting_id, e.seq DESC
$$;

-- The amounts of each pair since its ladder was last ended (rung `rejected` or beyond): the live one is the highest of them.
CREATE FUNCTION amount_since_end(p_program uuid, p_on date, p_known_before timestamptz)
RETURNS TABLE (id uuid, pair_id uuid, startup_id uuid, rung rung, minor bigint, currency char(3), effective_on date, seq bigint,
               source amount_source, evidence text)
LANGUAGE sql STABLE AS $$
  SELECT t.id, t.pair_id, t.startup_id, t.rung, t.minor, t.currency, t.effective_on, t.seq, t.source, t.evidence
  FROM (
    SELECT e.*, count(*) FILTER (WHERE e.rung >= 'rejected')
             OVER (PARTITION BY e.pair_id ORDER BY e.effective_on DESC, e.seq DESC ROWS UNBOUNDED PRECEDING) AS ends
    FROM amount_in_force(p_program, p_on, p_known_before) e
  ) t
  WHERE t.ends = 0
$$;

CREATE OR REPLACE FUNCTION pair_state(p_program uuid, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, investor_id uuid, stage stage, stage_since timestamptz, reached stage,
               status pair_status, reason_code text, status_since timestamptz)
LANGUAGE sql STABLE ROWS 600 SET enable_nestloop = off AS $$
  WITH moves AS (
    SELECT e.pair_id, e.startup_id, max(e.to_stage) AS reached,
           (array_agg(e.to_stage ORDER BY e.from_stage IS NOT NULL DESC, e.effective_at DESC, e.seq DESC))[1] AS stage,
           (array_agg(e.effective_at ORDER BY e.from_stage IS NOT NULL DESC, e.effective_at DESC, e.seq DESC))[1] AS stage_since
    FROM stage_in_force(p_program, p_before, p_known_before) e
    GROUP BY e.pair_id, e.startup_id
  )
  SELECT p.id, p.startup_id, p.investor_id, m.stage, m.stage_since, m.reached,
         coalesce(s.to_status, 'open'), s.reason_code, s.effective_at
  FROM moves m
  JOIN pair p ON p.program_id = p_program AND p.id = m.pair_id
  LEFT JOIN last_status_event(p_program, p_before, p_known_before) s ON s.pair_id = m.pair_id
$$;

CREATE OR REPLACE FUNCTION pair_amount(p_program uuid, p_on date, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, amount_id uuid, rung rung, minor bigint, currency char(3), effective_on date, source amount_source)
LANGUAGE sql STABLE ROWS 100 SET enable_nestloop = off AS $$
  SELECT DISTINCT ON (e.pair_id) e.pair_id, e.startup_id, e.id, e.rung, e.minor, e.currency, e.effective_on, e.source
  FROM amount_since_end(p_program, p_on, p_known_before) e
  ORDER BY e.pair_id, e.rung DESC, e.effective_on DESC, e.seq DESC
$$;

CREATE OR REPLACE FUNCTION pair_money(p_program uuid, p_on date, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, amount_id uuid, rung rung, minor bigint, currency char(3),
               effective_on date, closed boolean, left_out boolean)
LANGUAGE sql STABLE ROWS 100 SET enable_nestloop = off AS $$
  WITH standing AS (
    SELECT a.*, coalesce(s.to_status IN ('passed', 'withdrawn'), false) AS closed
    FROM pair_amount(p_program, p_on, p_known_before) a
    LEFT JOIN last_status_event(p_program, p_before, p_known_before) s ON s.pair_id = a.pair_id
  )
  SELECT t.pair_id, t.startup_id, t.amount_id, t.rung, t.minor, t.currency, t.effective_on, t.closed,
         t.closed AND t.rung < 'signed'
  FROM standing t
$$;

CREATE OR REPLACE FUNCTION pair_met(p_program uuid, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, stage stage, first_met_at timestamptz)
LANGUAGE sql STABLE ROWS 600 SET enable_nestloop = off AS $$
  SELECT m.pair_id, m.startup_id, m.stage, min(l.starts_at)
  FROM meeting m
  JOIN last_meeting_event(p_program, p_known_before) l ON l.meeting_id = m.id
  WHERE m.program_id = p_program AND l.kind = 'held' AND l.starts_at < p_before
  GROUP BY m.pair_id, m.startup_id, m.stage
$$;

-- The live amount of one pair by all that is known now.
CREATE OR REPLACE FUNCTION live_amount_of(p_program uuid, p_pair uuid)
RETURNS TABLE (rung rung, minor bigint, currency char(3), effective_on date) LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT e.rung, e.minor, e.currency, e.effective_on FROM amount_since_end(p_program, 'infinity', 'infinity') e
  WHERE e.pair_id = p_pair
  ORDER BY e.rung DESC, e.effective_on DESC, e.seq DESC LIMIT 1
$$;
