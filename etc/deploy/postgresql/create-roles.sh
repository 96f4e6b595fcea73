#!/usr/bin/env bash
# Creates what the platform needs on a PostgreSQL server, as its superuser. May be run again.
#   APP_PASSWORD=… BACKUP_PASSWORD=… etc/deploy/postgresql/create-roles.sh [database]      (PGHOST, PGPORT, PGUSER… as for psql)
#
# double_reduction         owns the database. No superuser and no BYPASSRLS: row-level security binds it.
# double_reduction_backup  reads every row of every county, for pg_dump, and writes nothing.
set -euo pipefail

database=${1:-double_reduction}
: "${APP_PASSWORD:?}" "${BACKUP_PASSWORD:?}"
export PGUSER=${PGUSER:-postgres}

psql -v ON_ERROR_STOP=1 -d "${PGDATABASE:-postgres}" -v app="$APP_PASSWORD" -v backup="$BACKUP_PASSWORD" -v database="$database" <<'SQL'
SELECT 'CREATE ROLE double_reduction' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'double_reduction') \gexec
SELECT 'CREATE ROLE double_reduction_backup' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'double_reduction_backup') \gexec
-- CREATEDB: counties may get databases of their own. Leave it out where the administrator creates them.
ALTER ROLE double_reduction LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE CREATEDB PASSWORD :'app';
ALTER ROLE double_reduction_backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD :'backup';
ALTER ROLE double_reduction_backup SET default_transaction_read_only = on;
GRANT pg_read_all_data TO double_reduction_backup;
SELECT format('CREATE DATABASE %I OWNER double_reduction ENCODING ''UTF8'' TEMPLATE template0', :'database')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO double_reduction_backup;
SQL
