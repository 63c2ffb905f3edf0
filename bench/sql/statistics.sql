-- The counts of the statistics: by organization, section and assignee, and the history steps by day.
select c.organization_id, c.section_id, c.assignee, c.status, c.result, count(*)
from comment c
where c.draft_id = :large
group by c.status, c.result, grouping sets ((c.organization_id), (c.section_id), (c.assignee));
select date_trunc('day', h.at), h.action, count(*)
from comment c
join comment_history h on h.comment_id = c.id
where c.draft_id = :large and h.action in ('RECEIVED', 'ANSWERED', 'APPROVED')
group by 1, 2;
