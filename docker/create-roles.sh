#!/bin/sh
# Runs once, when the database's folder is empty. Two roles, neither of them a superuser:
# the owner of the tables, for migrations only, and the application's own, to which row-level security applies.
set -eu
psql -v ON_ERROR_STOP=1 -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role foerdertakt_owner login nosuperuser nobypassrls password :'owner_password';
create role foerdertakt_app login nosuperuser nobypassrls password :'app_password';
grant foerdertakt_app to foerdertakt_owner;
create database foerdertakt owner foerdertakt_owner;
SQL
