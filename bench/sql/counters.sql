-- For psql: what the server has written, rows written to each table, and blocks of each index that were looked at.
select 'bytes', pg_current_wal_insert_lsn() - '0/0'::pg_lsn
union all select 'records', wal_records from pg_stat_wal
union all select 'rows ' || relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables
  where schemaname = 'public'
union all select 'index ' || relname || ' ' || indexrelname, idx_blks_hit + idx_blks_read from pg_statio_user_indexes
  where schemaname = 'public';
