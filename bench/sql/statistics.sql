-- The counts of the statistics: by organization and letter, by section, organization and assignee, by day.
select organization_id, letter_id, status, result, count(*) from comment where draft_id = :large group by 1, 2, 3, 4;
select section_id, organization_id, assignee, status, result, count(*)
from comment where draft_id = :large group by 1, 2, 3, 4, 5;
select received_on, answered_on, approved_on, status, count(*) from comment where draft_id = :large group by 1, 2, 3, 4;
