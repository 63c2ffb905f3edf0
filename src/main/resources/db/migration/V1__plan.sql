-- Organizations, plans, drafts and their outlines.
-- Checks in the tables are the last guard. The service refuses the same things earlier and gives the reason.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;

-- ---------------------------------------------------------------- organizations

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
    version    int  not null default 0,
    established_on    date,
    dissolved_on      date,
    dissolution_basis text,
    check (established_on < dissolved_on)
);
create index organization_group_code on organization (group_code, position);

-- An organization may end: dissolved_on is the first day without it. Chains are followed, circles are refused.
create table organization_successor (
    organization_id uuid not null references organization,
    successor_id    uuid not null references organization,
    primary key (organization_id, successor_id),
    check (organization_id <> successor_id)
);
create index organization_successor_successor on organization_successor (successor_id);

-- A name is valid for a period: a register prints the name that was valid on the date of the letter.
create table organization_name (
    organization_id uuid not null references organization on delete cascade,
    ordinal         int  not null,
    name            text not null check (name <> ''),
    valid_from      date,
    valid_to        date,
    primary key (organization_id, ordinal),
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
);

-- ---------------------------------------------------------------- plans

create table plan (
    id                 uuid primary key,
    slug               text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title              text not null check (title <> ''),
    letterhead         jsonb not null,
    -- [{"groups": ["…"], "letterhead": {…}}]: the bodies that ask other groups under their own letterhead
    askers             jsonb not null default '[]' check (jsonb_typeof(askers) = 'array'),
    sample             boolean not null default false,
    version            int not null default 0,
    milestones_version int not null default 0,
    -- plan.PlanAssignees
    assignees          jsonb not null default '{"items": []}' check (jsonb_typeof(assignees) = 'object'),
    assignees_version  int not null default 0
);

create table milestone (
    plan_id     uuid not null references plan,
    ordinal     int not null,
    title       text not null check (title <> ''),
    planned_for date,
    reached_on  date,
    primary key (plan_id, ordinal)
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
    kind            text not null default 'CONSULTATION' check (kind in ('CONSULTATION', 'APPRAISAL')),
    -- Of the report; null = by kind and plan
    report_subject  text check (report_subject <> ''),
    addressee       text check (addressee <> ''),
    -- {"url": "…", "from": "…", "to": "…"}: where and when it was published; null = it was not
    publication     jsonb,
    -- A letter or comment to a closed draft is late, even without a due date.
    closed_at       timestamptz,
    outline_version int not null default 0,
    version         int not null default 0,
    unique (plan_id, number),
    -- for the foreign keys of letters and comments
    unique (id, plan_id)
);

-- path: four digits a level, in the order of the outline. The sections below one have its path as prefix.
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
    unique (draft_id, path),
    unique (draft_id, id)
);
create index section_parent on section (parent_id);
create index section_lineage on section (lineage_id);

-- ---------------------------------------------------------------- names in memory

-- Readers keep names and due dates in memory as long as this number is the same. A number is never used again, not even
-- after a rollback.
create table reference_version (
    only_one boolean primary key default true check (only_one),
    version  bigint not null generated always as identity
);
insert into reference_version default values;

create function renew_reference_version() returns trigger language plpgsql as $$
begin
    update reference_version set version = default;
    return null;
end $$;
create trigger organization_reference before insert or update or delete on organization
    for each statement execute function renew_reference_version();
create trigger organization_successor_reference before insert or update or delete on organization_successor
    for each statement execute function renew_reference_version();
create trigger draft_reference before insert or update or delete on draft
    for each statement execute function renew_reference_version();
create trigger section_reference before insert or update or delete on section
    for each statement execute function renew_reference_version();
