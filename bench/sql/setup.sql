-- For psql: copies what the lists show to the tables of plain Quarkus; tables with values for the scripts of pgbench.
insert into plain.organization (code, name, group_code) select code, name, group_code from organization;
insert into plain.draft (id, plan, number) select d.id, p.slug, d.number from draft d join plan p on p.id = d.plan_id;
insert into plain.section (id, draft_id, code, title) select id, draft_id, code, title from section;
insert into plain.comment (id, receipt_number, part, part_of, draft_id, section_id, also_sections, organization_code,
    letter_id, letter_number, letter_date, locator_page, kind, content, restricted, late, needs_review, status,
    answer_result, answer_response, answer_revision_page, answer_answered_by, answer_answered_at, received_at,
    updated_at, version)
  select c.id, c.receipt_number, c.part, c.part_of_id, c.draft_id, c.section_id,
    array(select s.code from comment_section cs join section s on s.id = cs.section_id
      where cs.comment_id = c.id order by cs.ordinal),
    o.code, l.id, l.number, l.letter_date, c.locator_page, c.kind, c.content, false, false, false, c.status, c.result,
    c.response, c.revision_page, c.answered_by, c.answered_at, c.received_at, c.updated_at, c.version
  from comment c
  join organization o on o.id = c.organization_id
  left join letter l on l.id = c.letter_id
  where c.client <> 'sample' and c.status <> 'SPLIT'
  order by c.received_at, c.id;
create schema bench;
create table bench.sent as select row_number() over () as n, * from plain.comment where status = 'RECEIVED' limit 70;
update bench.sent set draft_id = :'target';
create table bench.answered as
  select row_number() over () as n, id from plain.comment where draft_id = :'tenth' and status = 'APPROVED';
create table bench.question as
  select n, words from json_array_elements_text(:'questions') with ordinality as asked (words, n);
alter table bench.sent add primary key (n);
alter table bench.answered add primary key (n);
vacuum analyze;
