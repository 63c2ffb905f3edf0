-- A reminder is of one due day: after an extension the new day has reminders of its own.
alter table reminder add column due_on date;

-- Those that were sent get the day then in force. The one on the day was sent on it. For the other it is what the
-- first change of the body's own date since then replaced (null = the draft's), or, where there was none, what holds now.
update reminder r
set due_on = coalesce(
    case when r.kind = 'ON_DAY' then (r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date end,
    (select (c.change ->> 'before')::date
     from consultee_history h, jsonb_array_elements(h.changes) as c (change)
     where h.draft_id = r.draft_id and h.organization_id = r.organization_id and h.at > r.sent_at
       and c.change ->> 'field' = 'dueOn'
     order by h.id limit 1),
    (select k.due_on from consultee k
     where k.draft_id = r.draft_id and k.organization_id = r.organization_id
       and not exists (
         select 1 from consultee_history h, jsonb_array_elements(h.changes) as c (change)
         where h.draft_id = r.draft_id and h.organization_id = r.organization_id and h.at > r.sent_at
           and c.change ->> 'field' = 'dueOn')),
    (select d.due_on from draft d where d.id = r.draft_id),
    (r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date);

alter table reminder alter column due_on set not null;
alter table reminder drop constraint reminder_pkey;
alter table reminder add primary key (draft_id, organization_id, due_on, kind);

-- The mail server neither took it nor refused it in time: it may have gone out, and is not sent twice.
alter table reminder add column uncertain boolean not null default false;
