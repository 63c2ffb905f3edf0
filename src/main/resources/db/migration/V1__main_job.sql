-- The schema of the main job: who comments, on what, and what became of it.
-- Rules that live here are the last guard; the service refuses the same things earlier and says why.

create extension if not exists unaccent with schema public;

-- Text for searching: no accents, no case, nothing but letters and digits. unaccent() itself is only STABLE
-- (its dictionary could change), which an index cannot use; naming the dictionary makes the wrapper safe.
-- Its rules map đ to d. PostgreSQL's parser reads "IX.2" or "4.859,96" as host names and versions, hence the
-- blanks in place of punctuation.
create function search_text(words text) returns text
    language sql immutable parallel safe strict
return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, words)), '[^[:alnum:]]+', ' ', 'g');

-- The same, with its accents: for the question "was it written exactly so?".
create function accent_text(words text) returns text
    language sql immutable parallel safe strict
return regexp_replace(lower(words collate "und-x-icu"), '[][!-/:-@\\^_`{-~]+', ' ', 'g');

create table organization_group (
    code     text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    title    text not null check (title <> ''),
    position int  not null unique deferrable initially deferred,
    sample   boolean not null default false
);

create table organization (
    id         uuid primary key,
    code       text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name       text not null check (name <> ''),
    group_code text not null references organization_group,
    position   int  not null check (position >= 0),
    aliases    text[] not null default '{}',
    e_ids      text[] not null default '{}',
    sample     boolean not null default false,
    version    int  not null default 0
);
create index organization_group_code on organization (group_code, position);

-- Names are bound to a time: a register prints the name as it was when the letter was sent.
create table organization_name (
    organization_id uuid not null references organization on delete cascade,
    ordinal         int  not null,
    name            text not null check (name <> ''),
    valid_from      date,
    valid_to        date,
    primary key (organization_id, ordinal),
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
);

create table plan (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title      text not null check (title <> ''),
    letterhead jsonb not null,
    sample     boolean not null default false,
    version    int not null default 0
);

create table draft (
    id              uuid primary key,
    plan_id         uuid not null references plan,
    number          int  not null check (number between 1 and 99),
    title           text not null check (title <> ''),
    status          text not null check (status in ('PREPARING', 'OPEN', 'CLOSED')),
    opened_on       date,
    due_on          date,
    answer_due_on   date,
    outline_version int not null default 0,
    version         int not null default 0,
    unique (plan_id, number)
);

-- path: four digits a level, in outline order; "below" is a prefix of it.
create table section (
    id               uuid primary key,
    draft_id         uuid not null references draft,
    lineage_id       uuid not null,
    code             text not null check (code <> ''),
    code_key         text not null,
    title            text not null check (title <> ''),
    parent_id        uuid references section deferrable initially deferred,
    path             text collate "C" not null check (path ~ '^([0-9]{4}){1,8}$'),
    responsible      text[] not null default '{}',
    default_assignee text,
    unique (draft_id, code_key),
    unique (draft_id, path)
);
create index section_parent on section (parent_id);
create index section_lineage on section (lineage_id);

-- A key is known by the SHA-256 of its (at least 256 random) bits; the prefix is for people.
create table api_key (
    id                uuid primary key,
    name              text not null check (name <> ''),
    role              text not null check (role in ('SUBMITTER', 'CONSULTANT', 'COORDINATOR', 'VIEWER', 'ADMIN')),
    organization_code text references organization (code),
    client            text not null check (client <> ''),
    plans             text[],
    prefix            text not null,
    hash              bytea not null unique check (length(hash) = 32),
    created_at        timestamptz not null,
    created_by        text not null,
    expires_on        date,
    revoked_at        timestamptz,
    sample            boolean not null default false,
    check ((role = 'SUBMITTER') = (organization_code is not null))
);
create index api_key_organization on api_key (organization_code);

create table letter (
    id               uuid primary key,
    draft_id         uuid not null references draft,
    organization_id  uuid not null references organization,
    number           text not null check (number <> ''),
    number_key       text not null check (number_key <> ''),
    letter_date      date not null,
    letter_year      int  not null generated always as (extract(year from letter_date)::int) stored,
    arrival_number   text,
    received_on      date,
    signer_full_name text,
    signer_position  text,
    position         text check (position in ('AGREES', 'AGREES_WITH_COMMENTS', 'COMMENTS', 'DISAGREES')),
    channel          text not null check (channel in ('LETTER', 'EDOC', 'EMAIL', 'PORTAL', 'WORKSHOP', 'SURVEY', 'COUNCIL')),
    subject          text,
    created_at       timestamptz not null,
    version          int not null default 0,
    constraint letter_identity unique (draft_id, organization_id, number_key, letter_year)
);
create index letter_organization on letter (organization_id);

-- Not a counter row: a counter would put all writers in one queue. Numbers rise and may have gaps.
create sequence receipt_number as bigint start 1001;

create table comment (
    id                 uuid primary key,
    receipt_number     bigint not null,
    part               int check (part > 0),
    part_of_id         uuid references comment,
    plan_id            uuid not null references plan,
    draft_id           uuid not null references draft,
    organization_id    uuid not null references organization,
    letter_id          uuid references letter,
    section_id         uuid references section,
    locator_page       int,
    locator_paragraph  int,
    locator_quote      text,
    kind               text not null check (kind in ('MISSING', 'DATA', 'CHANGE', 'QUESTION', 'EDITORIAL', 'OTHER')),
    content            text not null check (content <> ''),
    content_original   text,
    proposal           text,
    proposal_original  text,
    author_full_name   text,
    author_position    text,
    restricted         boolean not null,
    late               boolean not null,
    needs_review       boolean not null default false,
    status             text not null check (status in
        ('RECEIVED', 'ASSIGNED', 'DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'SPLIT')),
    assignee           text,
    result             text check (result in
        ('ACCEPTED', 'PARTIALLY_ACCEPTED', 'EXPLAINED', 'ALREADY_COVERED', 'NOTED', 'OUT_OF_SCOPE')),
    response           text check (response <> ''),
    revision_section   text,
    revision_page      int,
    revision_note      text,
    same_as_id         uuid references comment,
    answered_by        text,
    answered_at        timestamptz,
    return_reason      text,
    answer_due_on      date,
    reaction           text check (reaction in ('AGREED', 'MAINTAINED')),
    reaction_note      text,
    reaction_by        text,
    reaction_at        timestamptz,
    escalation_reason  text,
    escalation_by      text,
    escalation_at      timestamptz,
    direction_text     text,
    direction_document text,
    direction_date     date,
    sealed_in          uuid[] not null default '{}',
    follows_id         uuid references comment,
    external_id        text,
    client             text not null,
    sent_digest        bytea not null,
    received_at        timestamptz not null,
    updated_at         timestamptz not null,
    version            int not null default 0,
    search             tsvector not null generated always as (to_tsvector('simple',
        search_text(content || ' ' || coalesce(proposal, '') || ' ' || coalesce(response, '')))) stored,
    constraint comment_receipt unique nulls not distinct (receipt_number, part),
    constraint comment_external_id unique (plan_id, client, external_id),
    check ((part is null) = (part_of_id is null)),
    check (status not in ('DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED') or (result is not null and response is not null)),
    check (status not in ('RECEIVED', 'ASSIGNED') or result is null),
    check (status <> 'RECEIVED' or assignee is null),
    check (status <> 'ASSIGNED' or assignee is not null),
    check (status <> 'RETURNED' or return_reason is not null)
);
create index comment_by_arrival on comment (draft_id, received_at, id);
create index comment_by_plan on comment (plan_id, received_at, id);
create index comment_by_organization on comment (organization_id, draft_id);
create index comment_by_section on comment (section_id);
create index comment_by_letter on comment (letter_id);
create index comment_part_of on comment (part_of_id) where part_of_id is not null;
create index comment_same_as on comment (same_as_id) where same_as_id is not null;
create index comment_follows on comment (follows_id) where follows_id is not null;
create index comment_search on comment using gin (search);

-- The words as accepted stay beside every later correction, whoever writes to the table.
create function keep_original_words() returns trigger language plpgsql as $$
begin
    if new.content_original is distinct from coalesce(old.content_original,
            case when new.content is distinct from old.content then old.content end)
       or new.proposal_original is distinct from coalesce(old.proposal_original,
            case when new.proposal is distinct from old.proposal then coalesce(old.proposal, '') end) then
        raise exception 'the original words of comment % must be kept', old.id;
    end if;
    return new;
end $$;
create trigger comment_original before update on comment
    for each row when (old.content is distinct from new.content or old.proposal is distinct from new.proposal
        or old.content_original is distinct from new.content_original
        or old.proposal_original is distinct from new.proposal_original)
    execute function keep_original_words();

create table comment_section (
    comment_id uuid not null references comment on delete cascade,
    ordinal    int  not null,
    section_id uuid not null references section,
    primary key (comment_id, ordinal)
);
create index comment_section_section on comment_section (section_id);

create table comment_history (
    id          bigint generated always as identity primary key,
    comment_id  uuid not null references comment on delete cascade,
    at          timestamptz not null,
    by_name     text not null,
    client      text not null,
    action      text not null,
    from_status text,
    to_status   text not null,
    changes     jsonb not null default '[]',
    reason      text
);
create index comment_history_comment on comment_history (comment_id, id);

-- History is append-only. The one exception is the sample, which may be removed as a whole.
create function refuse_history_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('sogopy.removing_sample', true) = 'on' and exists (
            select 1 from comment c join plan p on p.id = c.plan_id where c.id = old.comment_id and p.sample) then
        return old;
    end if;
    raise exception 'history is append-only';
end $$;
create trigger comment_history_append_only before update or delete on comment_history
    for each row execute function refuse_history_change();
create trigger comment_history_no_truncate before truncate on comment_history
    for each statement execute function refuse_history_change();

-- First answers to requests with an Idempotency-Key, written in the transaction of their effect.
create table idempotency_record (
    client     text not null,
    key        text not null,
    request    bytea not null check (length(request) = 32),
    status     int  not null check (status between 200 and 299),
    headers    jsonb not null,
    body       bytea not null,
    created_at timestamptz not null,
    primary key (client, key)
);
create index idempotency_record_age on idempotency_record (created_at);
