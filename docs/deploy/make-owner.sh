#!/bin/sh
# Makes the database and its owner: may make the role of the application, is no superuser. Run once, as a superuser.
set -eu
psql --username "${POSTGRES_USER:-postgres}" --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" <<'SQL'
CREATE ROLE roundtable LOGIN CREATEROLE PASSWORD :'password';
GRANT SET ON PARAMETER "app.role" TO roundtable;
CREATE DATABASE roundtable OWNER roundtable;
SQL
