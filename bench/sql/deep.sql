-- The page in the middle of the draft, after the last comment of the previous page.
select c.*, s.code, s.title, o.code, o.name, l.number, l.letter_date
from comment c
join organization o on o.id = c.organization_id
left join section s on s.id = c.section_id
left join letter l on l.id = c.letter_id
where c.draft_id = :large
  and (c.received_at, c.id) > ((select received_at from comment where id = :middle), :middle::uuid)
order by c.received_at, c.id
limit 50;
