-- The counts of the coverage: by organization and letter, and by section and organization.
select organization_id, letter_id, status, result, count(*) from comment where draft_id = :large group by 1, 2, 3, 4;
select section_id, organization_id, count(*) from comment where draft_id = :large group by 1, 2;
