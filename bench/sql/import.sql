-- Creates as many comments with their history as an import of the file, by two INSERTs in one transaction.
begin;
with copied as (
  insert into comment (id, receipt_number, plan_id, draft_id, organization_id, letter_id, section_id, locator_page,
      kind, content, author_full_name, restricted, status, client, sent_digest, received_at, updated_at)
    select uuidv7(), nextval('receipt_number'), d.plan_id, d.id, c.organization_id, null, s.id, c.locator_page,
      c.kind, c.content, c.author_full_name, false, 'RECEIVED', 'bench', c.sent_digest, now(), now()
    from (select * from comment where draft_id = :large order by received_at, id limit :lines) c
    join draft d on d.id = :copy
    left join section old on old.id = c.section_id
    left join section s on s.draft_id = d.id and s.code = old.code
    returning id)
insert into comment_history (comment_id, at, by_name, client, action, to_status)
  select id, now(), 'bench', 'bench', 'RECEIVED', 'RECEIVED' from copied;
commit;
