-- One line for each object of the schema, in an order that does not depend on the order of the migrations. Names that
-- PostgreSQL makes for CHECK constraints depend on it, and are left out.
select line from (
  select 'extension ' || extname as line from pg_extension where extname <> 'plpgsql'
  union all
  select 'table ' || relname || case when relacl is null then '' else ' grants ' || relacl::text end
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
  union all
  select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by default' else '' end
    || case a.attgenerated when 's' then ' stored' else '' end
    || coalesce(' default ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\s+', ' ', 'g'), '')
    || coalesce(' collate ' || (select collname from pg_collation l
         where l.oid = a.attcollation and l.collname <> 'default'), '')
    || ' storage ' || a.attstorage::text
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
  union all
  select 'constraint ' || conrelid::regclass || case when contype = 'c' then '' else ' ' || conname end || ' '
    || pg_get_constraintdef(oid)
  from pg_constraint where contype in ('p', 'u', 'f', 'c', 'x') and connamespace = 'public'::regnamespace
  union all
  select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all
  select 'sequence ' || sequencename || ' ' || data_type || ' from ' || start_value || ' by ' || increment_by
  from pg_sequences where schemaname = 'public'
  union all
  select 'statistics ' || pg_get_statisticsobjdef(oid)
  from pg_statistic_ext where stxnamespace = 'public'::regnamespace
  union all
  select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
  union all
  select 'function ' || regexp_replace(regexp_replace(pg_get_functiondef(p.oid), '--[^\n]*', '', 'g'), '\s+', ' ', 'g') from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 'view ' || viewname || ' ' || regexp_replace(trim(definition), '\s+', ' ', 'g') from pg_views where schemaname = 'public'
  union all
  select 'type ' || typname from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
  union all
  select 'rows of change_head ' || count(*) from change_head
) catalogue
where line not like '%flyway_schema_history%'
order by line collate "C"
