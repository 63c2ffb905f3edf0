-- The first page of the open items of a part of the outline, with the columns that a comment shows.
\set part random(1, 7)
select c.*, s.code, s.title, o.code, o.name, l.number, l.letter_date
from comment c
join organization o on o.id = c.organization_id
left join section s on s.id = c.section_id
left join letter l on l.id = c.letter_id
where c.draft_id = :large and c.status = 'RECEIVED'
  and c.section_id in (
    select id from section where draft_id = :large and (code = :part::text or code like :part || '.%'))
order by c.received_at, c.id
limit 50;
