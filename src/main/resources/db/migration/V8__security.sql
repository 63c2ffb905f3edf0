-- Keys, download links, repeated requests and the audit.

-- A key is found by the SHA-256 of its (at least 256 random) bits; the prefix is for people.
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
    -- written once a minute at most, outside the request's own transaction
    last_used_at      timestamptz,
    -- a VIEWER that reads restricted comments, too
    reads_restricted  boolean not null default false,
    sample            boolean not null default false,
    check ((role = 'SUBMITTER') = (organization_code is not null)),
    check (not reads_restricted or role = 'VIEWER')
);
create index api_key_organization on api_key (organization_code);

-- The secret that download links are signed with, random, shared by all replicas, made at the first use. To make every
-- link void, delete the row and restart.
create table download_link_secret (
    one     boolean     primary key default true check (one),
    secret  bytea       not null check (octet_length(secret) = 32),
    made_at timestamptz not null default now()
);

-- Links that a coordinator made for longer than an hour. The token is not stored: it is signed, and names its row.
create table download_link (
    id         uuid primary key,
    path       text not null,
    plan_id    uuid not null references plan on delete cascade,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    check ((revoked_at is null) = (revoked_by is null))
);
create index download_link_plan on download_link (plan_id, id);

-- First answers to requests with an Idempotency-Key, written in the transaction of their effect.
create table idempotency_record (
    client     text not null,
    key        text not null,
    request    bytea not null check (length(request) = 32),
    status     int  not null check (status between 200 and 299),
    etag       text,
    location   text,
    body       bytea not null,
    created_at timestamptz not null,
    primary key (client, key)
);
-- For the hourly deletion.
create index idempotency_record_age on idempotency_record using brin (created_at);

-- Who changed or exported what, from where and in which request, and who was refused. Written in the transaction of
-- the change, hence few indexes: the newest rows are found by the key, a span of time by the BRIN index.
create table audit (
    position     bigint generated always as identity primary key,
    at           timestamptz not null,
    outcome      text not null check (outcome in ('DONE', 'REFUSED')),
    -- As of that time: keys, organizations and plans may be deleted since. Null: not known, or the service itself.
    name         text,
    client       text,
    role         text,
    organization text,
    credential   text,
    address      text,
    request_id   text,
    -- The operationId of the contract.
    operation    text,
    method       text,
    path         text,
    -- The format and the filters of an export, never words that were searched for.
    parameters   text,
    plan         text,
    draft        text,
    subject      text,
    -- The status and code of a refusal, and the number of refusals of the row: above a limit per minute they are summed.
    status       int,
    code         text,
    attempts     int not null default 1 check (attempts > 0)
);
create index audit_at on audit using brin (at);
create index audit_refused on audit (address, position) where outcome = 'REFUSED';

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end $$;
create trigger audit_append_only before update or delete on audit
    for each row execute function refuse_audit_change();
create trigger audit_no_truncate before truncate on audit
    for each statement execute function refuse_audit_change();
