-- The change feed: events for other systems, in one order that never changes.
--
-- A transaction leaves its events in change_arrival. The first reader of the feed afterwards moves what has been committed
-- to change and numbers it. It holds change_head meanwhile: one at a time, each in a snapshot taken after the one before
-- has committed. So no position appears below one that can be seen. These are plain tables, without sequences or
-- transaction ids in what a reader holds: a dump contains the order.

create domain change_type as text
    check (value in ('letter.received', 'comment.received', 'comment.answered', 'comment.returned', 'comment.approved',
        'comment.withdrawn', 'comment.reacted', 'edition.sealed'));

create table change_arrival (
    id              bigint generated always as identity primary key,
    -- the id of the CloudEvent
    event           text not null,
    type            change_type not null,
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

-- A session plans the statement once, for one row or for an import. LATERAL with OFFSET 0 is not merged into the query around
-- it: each row of the history is looked up by its index, whatever number of rows was expected.
create function note_comment_changes() returns trigger language plpgsql as $$
begin
    insert into change_arrival (event, type, subject, plan_id, organization_id, at, for_office, for_body)
    select 'comment-' || e.id, e.type, n.comment_id, c.plan_id, c.organization_id, e.at, e.for_office, e.for_body
    from new_rows n
    cross join lateral (select plan_id, organization_id from comment where id = n.comment_id offset 0) c
    cross join lateral (
        select n.id, n.at, comment_change(n.action, n.from_status, n.to_status) as type, true as for_office,
            n.action not in ('ANSWERED', 'RETURNED') as for_body
        union all
        -- Events that the organization did not see before the approval.
        select h.id, h.at, comment_change(h.action, h.from_status, h.to_status), false, true
        from comment_history h
        where n.action = 'APPROVED' and h.comment_id = n.comment_id and h.action in ('ANSWERED', 'RETURNED')
            and h.id < n.id and h.id > coalesce((select max(p.id) from comment_history p
                where p.comment_id = n.comment_id and p.action = 'APPROVED' and p.id < n.id), 0)
    ) e
    where e.type is not null
    order by n.id, e.id;
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

-- A letter that was entered under the wrong organization is new, with its comments, to the right one. The office knows it.
create function note_letter_move() returns trigger language plpgsql as $$
begin
    insert into change_arrival (event, type, subject, plan_id, organization_id, at, for_office, for_body)
    values ('letter-' || new.id || '-' || new.version, 'letter.received', new.id, new.plan_id, new.organization_id,
        new.updated_at, false, true);
    insert into change_arrival (event, type, subject, plan_id, organization_id, at, for_office, for_body)
    select 'comment-' || c.id || '-' || new.version, 'comment.received', c.id, c.plan_id, new.organization_id,
        new.updated_at, false, true
    from comment c
    where c.letter_id = new.id and c.status not in ('WITHDRAWN', 'SPLIT')
    order by c.id;
    return null;
end $$;
create trigger letter_moved after update of organization_id on letter
    for each row when (old.organization_id <> new.organization_id) execute function note_letter_move();

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
