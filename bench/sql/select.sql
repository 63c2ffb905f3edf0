-- One plain SELECT of the 50 comments of the first page, from a table without joins.
select * from plain.comment where draft_id = :large order by received_at, id limit 50;
