-- The product keeps no large objects, and row-level security knows nothing of them: nobody makes one. The functions belong to the
-- superuser. Where the owner of the database is none, PostgreSQL warns and leaves them as they are; docs/deploy/make-owner.sh
-- does the same as the superuser.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(lo_.*|loread|lowrite)$'
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM public', f);
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'large objects stay open: the owner of the database is no superuser';
END $$;
