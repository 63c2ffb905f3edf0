-- Official letters (edXML) whose sender is not known: they wait until the coordinator names the body.

create table parked_letter (
    id           uuid primary key,
    plan_id      uuid not null references plan,
    draft_id     uuid not null references draft,
    -- which message it is, so that the same one sent twice is one
    message_key  text not null check (message_key <> ''),
    -- what its header says: exchange.edxml.EdxmlHeader
    header       jsonb not null check (jsonb_typeof(header) = 'object'),
    -- SHA-256 of header and files
    digest       bytea not null check (length(digest) = 32),
    status       text not null default 'WAITING' check (status in ('WAITING', 'FILED', 'DROPPED')),
    letter_id    uuid references letter,
    -- the system that sent it, the name of its key, and the body that key is bound to
    client       text not null,
    received_by  text not null,
    key_organization text,
    received_at  timestamptz not null,
    reason       text check (reason <> ''),
    decided_at   timestamptz,
    decided_by   text,
    version      int not null default 0,
    check ((status = 'FILED') = (letter_id is not null)),
    check ((status = 'WAITING') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check (status <> 'DROPPED' or reason is not null)
);
create unique index parked_letter_message on parked_letter (draft_id, message_key) where status <> 'DROPPED';
create index parked_letter_draft on parked_letter (draft_id, received_at, id);
create index parked_letter_plan on parked_letter (plan_id);
create index parked_letter_letter on parked_letter (letter_id);

create table parked_file (
    id         uuid primary key,
    parked_id  uuid not null references parked_letter on delete cascade,
    ordinal    int not null check (ordinal >= 0),
    file_name  text not null check (file_name <> ''),
    media_type text not null,
    size       bigint not null check (size > 0),
    sha256     bytea not null check (length(sha256) = 32),
    unique (parked_id, ordinal)
);

create table parked_piece (
    file_id uuid not null references parked_file on delete cascade,
    ordinal int not null check (ordinal >= 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
alter table parked_piece alter column bytes set storage external;
