-- The counts of the coverage: by organization, and by section and organization.
select organization_id, status, result, count(*) from comment where draft_id = :large group by 1, 2, 3;
select section_id, organization_id, count(*) from comment where draft_id = :large group by 1, 2;
