-- For psql, once after the imports: two comments in three are answered and approved. Older builds have no approved_at.
select coalesce(string_agg(', approved_at = now()', ''), '') as approved
  from pg_attribute where attrelid = 'comment'::regclass and attname = 'approved_at' \gset
begin;
create temp table answered on commit drop as
  select id from comment where status = 'RECEIVED' and client <> 'sample' and receipt_number % 3 > 0;
update comment c set status = 'APPROVED', result = case receipt_number % 4 when 0 then 'EXPLAINED' else 'ACCEPTED' end,
    response = 'Tiếp thu ý kiến của quý cơ quan, đơn vị tư vấn đã rà soát và bổ sung vào dự thảo.',
    revision_page = 1 + receipt_number % 600, answered_by = 'Tư vấn', answered_at = now(), updated_at = now(),
    version = version + 2 :approved
  from answered a where a.id = c.id;
insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status)
  select id, now(), 'Tư vấn', 'bench', 'ANSWERED', 'RECEIVED', 'ANSWERED' from answered;
insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status)
  select id, now(), 'Sở', 'bench', 'APPROVED', 'ANSWERED', 'APPROVED' from answered;
commit;
vacuum analyze;
