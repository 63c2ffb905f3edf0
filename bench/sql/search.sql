-- The first comments of a draft that contain two words, by arrival.
\set n random(1, 32)
select c.*, s.code, s.title, o.code, o.name, l.number, l.letter_date
from comment c
join organization o on o.id = c.organization_id
left join section s on s.id = c.section_id
left join letter l on l.id = c.letter_id
where c.draft_id = :large
  and c.search @@ (select plainto_tsquery('simple', search_text(words)) from bench.question where n = :n)
order by c.received_at, c.id
limit 50;
