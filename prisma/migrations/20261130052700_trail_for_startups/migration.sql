-- The trail tells nobody of what its reader may not read. A startup's people read of their own rows, but not of commands about
-- tables that are closed to them: timetables with their weights, absences and fixed tables, and reports. prisma/trail-walls.test.ts
-- says of each command what it is about.
CREATE FUNCTION is_told_to_startups(p_command text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN split_part(p_command, '.', 1) IN
    ('pair', 'meeting', 'outcome', 'amount', 'wave', 'startup', 'investor', 'person', 'invitation', 'program')
  AND p_command NOT IN ('program.create', 'program.edit');

-- Of a note that the asker may not read, not even that it was written.
DROP POLICY app_select ON audit_entry;
CREATE POLICY app_select ON audit_entry FOR SELECT TO roundtable_app USING (
  program_id = app_program()
    AND ((SELECT app_standing()) IN ('officer', 'manager', 'admin')
      OR (SELECT app_standing()) = 'startup' AND startup_id = app_startup() AND is_told_to_startups(command))
    AND (subject <> 'note' OR subject_id IN (SELECT n.id::text FROM note n WHERE n.program_id = app_program()))
  OR (SELECT app_standing()) = 'admin' AND app_program() IS NULL);
