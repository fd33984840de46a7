#!/bin/sh
# Makes the database and its owner: may make the role of the application, is no superuser. Run once, as a superuser.
set -eu
psql --username "${POSTGRES_USER:-postgres}" --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" <<'SQL'
CREATE ROLE roundtable LOGIN CREATEROLE PASSWORD :'password';
GRANT SET ON PARAMETER "app.role" TO roundtable;
CREATE DATABASE roundtable OWNER roundtable;
-- Row-level security knows nothing of large objects, and the product keeps none.
\connect roundtable
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(lo_.*|loread|lowrite)$'
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM public', f);
  END LOOP;
END $$;
SQL
