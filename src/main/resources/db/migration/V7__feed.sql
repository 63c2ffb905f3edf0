-- The change feed: events for other systems, in one order that never changes.
--
-- A transaction leaves its events in change_arrival. The first reader of the feed afterwards moves what has been committed
-- to change and numbers it. It holds change_head meanwhile: one at a time, each in a snapshot taken after the one before
-- has committed. So no position appears below one that can be seen. These are plain tables, without sequences or
-- transaction ids in what a reader holds: a dump contains the order.

create table change_arrival (
    id              bigint generated always as identity primary key,
    -- the id of the CloudEvent
    event           text not null,
    type            text not null check (type in ('letter.received', 'comment.received', 'comment.answered',
        'comment.returned', 'comment.approved', 'comment.withdrawn', 'comment.reacted', 'edition.sealed')),
    subject         uuid not null,
    plan_id         uuid not null,
    -- the organization that wrote; null for what is the office's own
    organization_id uuid,
    at              timestamptz not null,
    -- The office sees an answer when it is given, the organization when it is approved: two rows, one event.
    for_office      boolean not null,
    for_body        boolean not null
);

create table change (
    position        bigint primary key,
    event           text not null,
    type            text not null,
    subject         uuid not null,
    plan_id         uuid not null,
    organization_id uuid,
    at              timestamptz not null,
    for_office      boolean not null,
    for_body        boolean not null
);
create index change_of_office on change (plan_id, position) where for_office;
create index change_of_body on change (organization_id, plan_id, position) where for_body;

-- One row: the highest position given so far.
create table change_head (
    only_one boolean primary key default true check (only_one),
    position bigint not null
);
insert into change_head (position) values (0);

-- The event of an entry of a comment's history; null = none. When a split is undone, readers that saw a
-- part get the event of its removal.
create function comment_change(action text, from_status text, to_status text) returns text
    language sql immutable parallel safe
return case
    when action in ('RECEIVED', 'ANSWERED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'REACTED')
        then 'comment.' || lower(action)
    when action = 'UNSPLIT' and to_status = 'WITHDRAWN' and from_status <> 'WITHDRAWN'
        then 'comment.withdrawn'
end;

-- The plan of the statement within is made once a session, perhaps while the table is small, and before 100,000 rows are
-- imported. It must not be one that reads the whole table.
create function note_comment_changes() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    insert into change_arrival (event, type, subject, plan_id, organization_id, at, for_office, for_body)
    select 'comment-' || told.id, told.type, c.id, c.plan_id, c.organization_id, told.at, told.for_office, told.for_body
    from (
        select n.id, n.id as told_with, n.comment_id, n.at, comment_change(n.action, n.from_status, n.to_status) as type,
            true as for_office, n.action not in ('ANSWERED', 'RETURNED') as for_body
        from new_rows n
        union all
        -- Events that the organization did not see before the approval.
        select h.id, n.id, h.comment_id, h.at, comment_change(h.action, h.from_status, h.to_status), false, true
        from new_rows n
        join comment_history h on h.comment_id = n.comment_id and h.id < n.id
        where n.action = 'APPROVED' and h.action in ('ANSWERED', 'RETURNED')
            and not exists (select 1 from comment_history p
                where p.comment_id = h.comment_id and p.action = 'APPROVED' and p.id > h.id and p.id < n.id)
    ) told
    join comment c on c.id = told.comment_id
    where told.type is not null
    order by told.told_with, told.id;
    return null;
end $$;
create trigger comment_history_changes after insert on comment_history
    referencing new table as new_rows for each statement execute function note_comment_changes();

create function note_letter_changes() returns trigger language plpgsql as $$
begin
    insert into change_arrival (event, type, subject, plan_id, organization_id, at, for_office, for_body)
    select 'letter-' || n.id, 'letter.received', n.id, n.plan_id, n.organization_id, n.created_at, true, true
    from new_rows n
    order by n.id;
    return null;
end $$;
create trigger letter_changes after insert on letter
    referencing new table as new_rows for each statement execute function note_letter_changes();

create function note_edition_changes() returns trigger language plpgsql as $$
begin
    insert into change_arrival (event, type, subject, plan_id, organization_id, at, for_office, for_body)
    select 'edition-' || n.id, 'edition.sealed', n.id, d.plan_id, null, n.sealed_at, true, false
    from new_rows n join draft d on d.id = n.draft_id
    order by n.id;
    return null;
end $$;
create trigger edition_changes after insert on edition
    referencing new table as new_rows for each statement execute function note_edition_changes();
