-- Letters, their history and their files.

create table letter (
    id               uuid primary key,
    plan_id          uuid not null,
    draft_id         uuid not null,
    organization_id  uuid not null references organization,
    number           text not null check (number <> ''),
    number_key       text not null check (number_key <> ''),
    letter_date      date not null,
    letter_year      int  not null generated always as (extract(year from letter_date)::int) stored,
    arrival_number   text,
    received_on      date,
    -- A letter whose day of arrival was not noted counts as arrived on the day it was entered.
    arrived_on       date not null generated always as
        (coalesce(received_on, (created_at at time zone 'Asia/Ho_Chi_Minh')::date)) stored,
    -- The arrival as a SUBMITTER states it; received_on is then the day of entry.
    claimed_received_on    date,
    claimed_arrival_number text,
    signer_full_name text,
    signer_position  text,
    position         text check (position in ('AGREES', 'AGREES_WITH_COMMENTS', 'COMMENTS', 'DISAGREES')),
    channel          text not null check (channel in ('LETTER', 'EDOC', 'EMAIL', 'PORTAL', 'WORKSHOP', 'SURVEY', 'COUNCIL')),
    subject          text,
    occasion         text,
    in_reply_to      text,
    replaces_id      uuid references letter,
    -- Codes of the organizations that it also speaks for: null = the default, empty = for its sender alone.
    on_behalf_of     text[],
    classified       boolean not null default false,
    withdrawn_at     timestamptz,
    external_id      text,
    client           text,
    sent_digest      bytea,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    version          int not null default 0,
    foreign key (draft_id, plan_id) references draft (id, plan_id),
    -- A letter is replaced once.
    constraint letter_replaces unique (replaces_id),
    check (replaces_id <> id),
    -- Of a document with a degree of secrecy only its arrival is recorded, and nothing of its content.
    check (not classified or (subject is null and occasion is null))
);
-- A corrected letter often comes under the number of the one that it replaces.
create unique index letter_identity on letter (draft_id, organization_id, number_key, letter_year)
    where withdrawn_at is null;
create unique index letter_external_id on letter (plan_id, client, external_id) where external_id is not null;
create index letter_by_draft on letter (draft_id, created_at, id);
create index letter_arrival_number on letter (draft_id, arrival_number);
-- For imports, which name letters by their numbers. letter_identity excludes withdrawn letters.
create index letter_named on letter (organization_id, number_key, letter_year);

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

-- Histories are append-only. The exceptions: the sample may be removed as a whole, a draft in preparation with the
-- history of its consultees, who have not been asked yet, and erase_person replaces the name of a person within the
-- changes of an entry. The conditions are nested:
-- PostgreSQL evaluates a condition as a whole, and no row has the columns of all three tables.
create function refuse_history_change() returns trigger language plpgsql as $$
declare
    of_sample boolean := false;
begin
    if tg_op = 'DELETE' and current_setting('sogopy.removing_sample', true) = 'on' then
        if tg_table_name = 'comment_history' then
            select p.sample into of_sample from comment c join plan p on p.id = c.plan_id where c.id = old.comment_id;
        elsif tg_table_name = 'letter_history' then
            select p.sample into of_sample from letter l join plan p on p.id = l.plan_id where l.id = old.letter_id;
        elsif tg_table_name = 'consultee_history' then
            select p.sample into of_sample from draft d join plan p on p.id = d.plan_id where d.id = old.draft_id;
        end if;
        if of_sample then
            return old;
        end if;
    end if;
    if tg_op = 'DELETE' and tg_table_name = 'consultee_history' then
        if current_setting('sogopy.removing_draft', true) = old.draft_id::text
                and exists (select from draft d where d.id = old.draft_id and d.status = 'PREPARING') then
            return old;
        end if;
    end if;
    if tg_op = 'UPDATE' and current_setting('sogopy.erasing_person', true) = 'on' then
        if to_jsonb(old) - 'changes' = to_jsonb(new) - 'changes' then
            return new;
        end if;
    end if;
    raise exception 'history is append-only';
end $$;
create trigger letter_history_append_only before update or delete on letter_history
    for each row execute function refuse_history_change();
create trigger letter_history_no_truncate before truncate on letter_history
    for each statement execute function refuse_history_change();

-- Files are stored in pieces, so that neither side buffers a whole file.
create table attachment (
    id         uuid primary key,
    letter_id  uuid not null references letter,
    file_name  text not null check (file_name <> ''),
    media_type text not null,
    file_risk  text not null check (file_risk in ('NONE', 'MACROS', 'ARCHIVE', 'UNKNOWN')),
    size       bigint not null check (size > 0),
    sha256     bytea not null check (length(sha256) = 32),
    created_at timestamptz not null,
    created_by text not null
);
create index attachment_letter on attachment (letter_id, id);

-- Programs and scripts that came with a letter: only these facts are kept.
create table left_out_file (
    id         uuid primary key,
    letter_id  uuid not null references letter,
    file_name  text not null check (file_name <> ''),
    media_type text not null,
    size       bigint not null check (size > 0),
    sha256     bytea not null check (length(sha256) = 32),
    created_at timestamptz not null,
    created_by text not null
);
create index left_out_file_letter on left_out_file (letter_id, id);

create table attachment_piece (
    file_id uuid not null references attachment on delete cascade,
    ordinal int not null check (ordinal >= 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
-- Files of most types are compressed already.
alter table attachment_piece alter column bytes set storage external;
