-- Who was asked, who has answered: letters whole, attachments, consultees, requests, the road of the plan.

create extension if not exists pg_trgm with schema public;

-- ---------------------------------------------------------------- letters

alter table letter
    add column plan_id      uuid references plan,
    add column occasion     text,
    add column in_reply_to  text,
    add column replaces_id  uuid references letter,
    add column classified   boolean not null default false,
    add column withdrawn_at timestamptz,
    add column late         boolean not null default false,
    add column external_id  text,
    add column client       text,
    add column sent_digest  bytea,
    add column updated_at   timestamptz,
    add constraint letter_external_id unique (plan_id, client, external_id),
    -- A letter is replaced once.
    add constraint letter_replaces unique (replaces_id),
    -- A document with a degree of secrecy is a stub: that it came, and nothing of what it says.
    add check (not classified or (subject is null and occasion is null));

update letter l set plan_id = (select plan_id from draft d where d.id = l.draft_id), updated_at = created_at;
alter table letter alter column plan_id set not null, alter column updated_at set not null;
create index letter_by_draft on letter (draft_id, created_at, id);
create index letter_arrival_number on letter (draft_id, arrival_number);

create table letter_history (
    id        bigint generated always as identity primary key,
    letter_id uuid not null references letter on delete cascade,
    at        timestamptz not null,
    by_name   text not null,
    client    text not null,
    action    text not null,
    changes   jsonb not null default '[]',
    reason    text
);
create index letter_history_letter on letter_history (letter_id, id);

-- Files lie in pieces, so that neither side ever holds one whole in memory.
create table attachment (
    id         uuid primary key,
    letter_id  uuid not null references letter,
    file_name  text not null check (file_name <> ''),
    media_type text not null,
    size       bigint not null check (size > 0),
    sha256     bytea not null check (length(sha256) = 32),
    created_at timestamptz not null,
    created_by text not null
);
create index attachment_letter on attachment (letter_id, id);

create table attachment_piece (
    attachment_id uuid not null references attachment on delete cascade,
    ordinal       int not null check (ordinal >= 0),
    bytes         bytea not null,
    primary key (attachment_id, ordinal)
);
-- Files of these types are compressed already.
alter table attachment_piece alter column bytes set storage external;

-- ---------------------------------------------------------------- consultees

create table consultee (
    draft_id            uuid not null references draft,
    organization_id     uuid not null references organization,
    -- [{"number": "…", "date": "…"}]: by which letters the body was asked
    request_letters     jsonb not null default '[]',
    -- null = the draft's
    due_on              date,
    dossier_received_on date,
    contact_name        text,
    contact_phone       text,
    contact_email       text,
    version             int not null default 0,
    primary key (draft_id, organization_id)
);
create index consultee_organization on consultee (organization_id);

-- Keyed by draft and body, not by the consultee's row: it outlives one that was asked by mistake.
create table consultee_history (
    id              bigint generated always as identity primary key,
    draft_id        uuid not null references draft,
    organization_id uuid not null references organization,
    at              timestamptz not null,
    by_name         text not null,
    client          text not null,
    action          text not null,
    changes         jsonb not null default '[]',
    reason          text
);
create index consultee_history_consultee on consultee_history (draft_id, organization_id, id);
create index consultee_history_organization on consultee_history (organization_id);

-- Chasing by hand: "đã gọi 12/5", "Văn bản đôn đốc số …".
create table contact_log (
    id              uuid primary key,
    draft_id        uuid not null references draft,
    organization_id uuid not null references organization,
    contacted_on    date not null,
    text            text not null check (text <> ''),
    at              timestamptz not null,
    by_name         text not null
);
create index contact_log_consultee on contact_log (draft_id, organization_id, at);
create index contact_log_organization on contact_log (organization_id);

-- One reminder of each kind to each silent body, whichever replica sends it.
create table reminder (
    draft_id        uuid not null references draft,
    organization_id uuid not null references organization,
    kind            text not null check (kind in ('BEFORE', 'ON_DAY')),
    sent_at         timestamptz not null,
    address         text not null,
    primary key (draft_id, organization_id, kind)
);
create index reminder_organization on reminder (organization_id);

-- ---------------------------------------------------------------- the road of the plan

create table milestone (
    plan_id     uuid not null references plan,
    ordinal     int not null,
    title       text not null check (title <> ''),
    planned_for date,
    reached_on  date,
    primary key (plan_id, ordinal)
);
alter table plan add column milestones_version int not null default 0;

-- ---------------------------------------------------------------- comments

alter table comment add column status_before_split text
    check ((status = 'SPLIT') = (status_before_split is not null));

create table comment_request (
    id              uuid primary key,
    comment_id      uuid not null references comment,
    organization_id uuid not null references organization,
    kind            text not null check (kind in ('OPINION', 'DATA', 'CLARIFICATION')),
    text            text not null check (text <> ''),
    due_on          date,
    asked_at        timestamptz not null,
    asked_by        text not null,
    reply           text check (reply <> ''),
    replied_at      timestamptz,
    replied_by      text,
    version         int not null default 0,
    check ((reply is null) = (replied_at is null))
);
create index comment_request_comment on comment_request (comment_id, id);
create index comment_request_organization on comment_request (organization_id, id);

-- ---------------------------------------------------------------- history is append-only everywhere

create or replace function refuse_history_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('sogopy.removing_sample', true) = 'on' then
        if tg_table_name = 'comment_history' and exists (
                select 1 from comment c join plan p on p.id = c.plan_id where c.id = old.comment_id and p.sample) then
            return old;
        elsif tg_table_name = 'letter_history' and exists (
                select 1 from letter l join plan p on p.id = l.plan_id where l.id = old.letter_id and p.sample) then
            return old;
        elsif tg_table_name = 'consultee_history' and exists (
                select 1 from draft d join plan p on p.id = d.plan_id where d.id = old.draft_id and p.sample) then
            return old;
        end if;
    end if;
    raise exception 'history is append-only';
end $$;
create trigger letter_history_append_only before update or delete on letter_history
    for each row execute function refuse_history_change();
create trigger letter_history_no_truncate before truncate on letter_history
    for each statement execute function refuse_history_change();
create trigger consultee_history_append_only before update or delete on consultee_history
    for each row execute function refuse_history_change();
create trigger consultee_history_no_truncate before truncate on consultee_history
    for each statement execute function refuse_history_change();
