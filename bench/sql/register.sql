-- The comments of a draft in the order of the register, by COPY. For psql: pgbench has no COPY.
\timing on
\o /dev/null
copy (
  select g.title, o.name, l.number, l.letter_date, s.code, s.title, c.content, c.proposal, c.result, c.response,
    c.revision_page, o.code, c.receipt_number, c.id
  from comment c
  join organization o on o.id = c.organization_id
  join organization_group g on g.code = o.group_code
  left join section s on s.id = c.section_id
  left join letter l on l.id = c.letter_id
  where c.draft_id = :draft
  order by g.position, o.position, o.code, l.letter_date, c.letter_id, s.path, c.received_at, c.id
) to stdout (format csv);
