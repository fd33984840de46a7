-- Entries of a program's trail under numbers that only grow, for others that follow what changes. A number that is taken when
-- the entry is written would not do: whoever commits late would turn up below a number that was read already. So an entry is
-- numbered once it is committed and somebody asks (number_changes), one asker of a program at a time.
CREATE TABLE change_number (
  program_id uuid NOT NULL,
  entry_id uuid NOT NULL REFERENCES audit_entry (id) ON DELETE CASCADE,
  seq bigint,
  PRIMARY KEY (program_id, entry_id)
);
CREATE UNIQUE INDEX change_number_program_id_seq_key ON change_number (program_id, seq);
CREATE INDEX change_number_waiting ON change_number (program_id) WHERE seq IS NULL;
INSERT INTO change_number (program_id, entry_id, seq)
SELECT e.program_id, e.id, row_number() OVER (PARTITION BY e.program_id ORDER BY e.at, e.id)
FROM audit_entry e WHERE e.program_id IS NOT NULL;

CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO change_number (program_id, entry_id) SELECT e.program_id, e.id FROM written e WHERE e.program_id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_changes AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION note_change();

-- Numbers what is committed and has no number yet, in the program of whoever asks. Whoever held the lock before has committed
-- their numbers: each statement here sees them.
CREATE FUNCTION number_changes() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  program constant uuid := app_program();
BEGIN
  IF program IS NULL OR NOT EXISTS (SELECT FROM change_number WHERE program_id = program AND seq IS NULL) THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(program || ' change numbers', 0));
  UPDATE change_number c SET seq = n.seq FROM (
    SELECT w.entry_id, row_number() OVER (ORDER BY e.at, e.id)
      + (SELECT coalesce(max(m.seq), 0) FROM change_number m WHERE m.program_id = program) AS seq
    FROM change_number w JOIN audit_entry e ON e.id = w.entry_id
    WHERE w.program_id = program AND w.seq IS NULL) n
  WHERE c.program_id = program AND c.entry_id = n.entry_id;
END $$;
REVOKE ALL ON FUNCTION number_changes() FROM public;
GRANT EXECUTE ON FUNCTION number_changes() TO roundtable_app;

-- Whoever reads the entry reads its number; nobody writes one.
ALTER TABLE change_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE change_number FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_sees_all ON change_number TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY app_select ON change_number FOR SELECT TO roundtable_app USING (
  program_id = app_program() AND EXISTS (SELECT FROM audit_entry e WHERE e.id = entry_id));
REVOKE ALL ON change_number FROM roundtable_app;
GRANT SELECT ON change_number TO roundtable_app;
