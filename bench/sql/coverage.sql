-- The counts of the coverage: by body, and by section and body.
select organization_id, status, result, count(*) from comment where draft_id = :large group by 1, 2, 3;
select section_id, organization_id, count(*) from comment where draft_id = :large group by 1, 2;
