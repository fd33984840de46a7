-- How many timetables may be solved at one time: of a program, for a person, and of the whole installation, whichever copy
-- of the application they were started from. Counted behind a lock of their own, so that many who start at once are
-- counted one after the other. A run whose server went silent (deadline_at) counts no more.
CREATE FUNCTION keep_runs_few() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  running record;
  full_of text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('timetable runs', 0));
  SELECT count(*) FILTER (WHERE r.program_id = NEW.program_id) AS of_program,
         count(*) FILTER (WHERE r.by_id = NEW.by_id) AS of_person,
         count(*) AS of_all
  INTO running FROM timetable_run r WHERE r.state = 'running' AND r.deadline_at >= NEW.started_at;
  full_of := CASE WHEN running.of_program >= 6 THEN 'program' WHEN running.of_person >= 6 THEN 'person'
                  WHEN running.of_all >= 12 THEN 'all' END;
  IF full_of IS NOT NULL THEN
    RAISE EXCEPTION 'too many runs: constraint "timetable_run_few_of_%"', full_of
      USING ERRCODE = 'check_violation', CONSTRAINT = 'timetable_run_few_of_' || full_of, TABLE = 'timetable_run';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION keep_runs_few() FROM public;
CREATE TRIGGER timetable_run_few BEFORE INSERT ON timetable_run FOR EACH ROW WHEN (NEW.state = 'running') EXECUTE FUNCTION keep_runs_few();

-- The counting function belongs to the owner, whom the walls of a program would hold back too: it counts over all of them.
CREATE POLICY owner_counts ON timetable_run FOR SELECT TO CURRENT_USER USING (true);
