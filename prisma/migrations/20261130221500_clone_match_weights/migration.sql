-- A clone takes over the weights of suggestions with the other settings; otherwise the same (20261130180500_clone_and_delete_programs).
CREATE OR REPLACE FUNCTION clone_program(p_clone uuid, p_slug text, p_name text, p_name_en text, p_at timestamptz, p_means means, p_days integer,
  p_parts text[]) RETURNS jsonb LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  source constant uuid := app_program();
  own constant text := $c$jsonb_build_object('id', cloned_id($2, r.id), 'created_at', $3, 'version', 1)$c$;
  copied jsonb := '{}';
  n integer;
BEGIN
  IF source IS NULL OR app_standing() <> 'admin' THEN
    RAISE EXCEPTION 'an admin clones a program' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM program g WHERE g.id = source FOR KEY SHARE;
  -- The source may be closed; what is written from here on is of the clone.
  PERFORM set_config('app.program', p_clone::text, true);
  INSERT INTO program SELECT n.* FROM program g CROSS JOIN LATERAL jsonb_populate_record(NULL::program, to_jsonb(g)
    || jsonb_build_object('id', p_clone, 'slug', p_slug, 'name', p_name, 'name_en', p_name_en, 'created_at', p_at, 'version', 1,
      'as_of_default', NULL, 'is_sample', false, 'archived_at', NULL, 'closed_at', NULL, 'setup_step', NULL)
    || CASE WHEN 'settings' = ANY (p_parts) THEN '{}' ELSE jsonb_build_object('venue', '', 'venue_en', '',
      'evidence_limit', NULL, 'large_amount', NULL, 'requires_second_factor', false) END) n
  WHERE g.id = source;

  IF 'stages' = ANY (p_parts) THEN
    n := clone_rows('program_stage', source, p_clone, p_at, 'true', format(
      $c$jsonb_build_object('starts_on', r.starts_on + %1$s, 'ends_on', r.ends_on + %1$s) || %2$L::jsonb$c$,
      p_days, CASE WHEN 'targets' = ANY (p_parts) THEN '{}' ELSE '{"target_days": null}' END));
    copied := copied || jsonb_build_object('stages', n);
    IF 'settings' = ANY (p_parts) THEN
      PERFORM clone_rows('timetable_rules', source, p_clone, p_at, 'true', $c$'{"version": 1}'$c$);
    END IF;
  END IF;
  IF 'settings' = ANY (p_parts) THEN
    PERFORM clone_rows('match_weights', source, p_clone, p_at, 'true', $c$jsonb_build_object('at', $3, 'version', 1)$c$);
  END IF;
  IF 'slots' = ANY (p_parts) THEN
    INSERT INTO slot SELECT n.* FROM slot r
      JOIN program_stage s ON s.program_id = r.program_id AND s.stage = r.stage
      CROSS JOIN LATERAL (SELECT ((r.starts_at AT TIME ZONE s.time_zone) + make_interval(days => p_days)) AT TIME ZONE s.time_zone AS at) moved
      CROSS JOIN LATERAL jsonb_populate_record(NULL::slot, to_jsonb(r) || jsonb_build_object('program_id', p_clone,
        'id', cloned_id(p_clone, r.id), 'starts_at', moved.at, 'ends_at', moved.at + (r.ends_at - r.starts_at))) n
    WHERE r.program_id = source;
    GET DIAGNOSTICS n = ROW_COUNT;
    copied := copied || jsonb_build_object('slots', n);
  END IF;
  IF 'tables' = ANY (p_parts) THEN
    n := clone_rows('venue_table', source, p_clone, p_at, 'r.archived_at IS NULL', $c$jsonb_build_object('id', cloned_id($2, r.id))$c$);
    copied := copied || jsonb_build_object('tables', n);
  END IF;
  IF 'startups' = ANY (p_parts) THEN
    n := clone_rows('startup', source, p_clone, p_at, 'r.archived_at IS NULL', own);
    copied := copied || jsonb_build_object('startups', n);
  END IF;
  IF 'investors' = ANY (p_parts) THEN
    n := clone_rows('investor', source, p_clone, p_at, 'r.archived_at IS NULL', own);
    copied := copied || jsonb_build_object('investors', n);
  END IF;
  -- Whoever agreed that their data goes abroad agreed for that program: they are asked again.
  IF 'contacts' = ANY (p_parts) THEN
    n := clone_rows('contact', source, p_clone, p_at, $c$r.archived_at IS NULL AND (
        EXISTS (SELECT FROM startup o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.startup_id))
        OR EXISTS (SELECT FROM investor o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.investor_id)))$c$,
      own || $c$ || jsonb_build_object('consent_at', NULL, 'startup_id', cloned_id($2, r.startup_id),
        'investor_id', cloned_id($2, r.investor_id))$c$);
    copied := copied || jsonb_build_object('contacts', n);
  END IF;
  IF 'people' = ANY (p_parts) THEN
    n := clone_rows('membership', source, p_clone, p_at, $c$r.ended_at IS NULL
        AND EXISTS (SELECT FROM person o WHERE o.id = r.person_id AND o.archived_at IS NULL)
        AND (r.startup_id IS NULL
          OR EXISTS (SELECT FROM startup o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.startup_id)))$c$,
      own || $c$ || jsonb_build_object('startup_id', cloned_id($2, r.startup_id))$c$);
    copied := copied || jsonb_build_object('people', n);
  END IF;
  IF 'settings' = ANY (p_parts) AND 'stages' = ANY (p_parts) THEN
    PERFORM clone_rows('fixed_table', source, p_clone, p_at, $c$
        EXISTS (SELECT FROM venue_table o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.table_id))
        AND (EXISTS (SELECT FROM startup o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.startup_id))
          OR EXISTS (SELECT FROM investor o WHERE o.program_id = $2 AND o.id = cloned_id($2, r.investor_id)))$c$,
      $c$jsonb_build_object('id', cloned_id($2, r.id), 'table_id', cloned_id($2, r.table_id),
        'startup_id', cloned_id($2, r.startup_id), 'investor_id', cloned_id($2, r.investor_id))$c$);
  END IF;
  -- Every startup meets every investor as a candidate, as where they are added one by one (lib/party/commands/open-pairs.ts).
  INSERT INTO pair (program_id, id, startup_id, investor_id, stage_since, created_at)
    SELECT p_clone, cloned_id(s.id, i.id), s.id, i.id, p_at, p_at
    FROM startup s JOIN investor i ON i.program_id = s.program_id WHERE s.program_id = p_clone;
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO stage_event (program_id, id, startup_id, pair_id, to_stage, effective_at, recorded_at, by_id, means)
    SELECT p.program_id, cloned_id(p.id, p.id), p.startup_id, p.id, 'candidate', p_at, p_at, app_viewer(), p_means
    FROM pair p WHERE p.program_id = p_clone;
  PERFORM set_config('app.program', source::text, true);
  RETURN copied || jsonb_build_object('pairs', n);
END $$;
