-- The round: consultees, contacts made by people, and reminders by mail.

create table consultee (
    draft_id            uuid not null references draft,
    organization_id     uuid not null references organization,
    -- [{"number": "…", "date": "…"}]: the letters by which the organization was asked
    request_letters     jsonb not null default '[]' check (jsonb_typeof(request_letters) = 'array'),
    -- null = the due date of the draft
    due_on              date,
    dossier_received_on date,
    contact_name        text,
    contact_phone       text,
    contact_email       text,
    version             int not null default 0,
    primary key (draft_id, organization_id)
);
create index consultee_organization on consultee (organization_id);
create trigger consultee_reference before insert or update or delete on consultee
    for each statement execute function renew_reference_version();

-- The key is draft and organization, not the consultee's row: the history of one that was asked by mistake remains.
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
create trigger consultee_history_append_only before update or delete on consultee_history
    for each row execute function refuse_history_change();
create trigger consultee_history_no_truncate before truncate on consultee_history
    for each statement execute function refuse_history_change();

-- Contacts made by people: "đã gọi 12/5", "Văn bản đôn đốc số …".
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

-- One reminder of each kind for each due date, whichever replica sends it: after an extension the new date has its own.
create table reminder (
    draft_id        uuid not null references draft,
    organization_id uuid not null references organization,
    due_on          date not null,
    kind            text not null check (kind in ('BEFORE', 'ON_DAY')),
    sent_at         timestamptz not null,
    address         text not null,
    -- The mail server neither accepted nor refused it in time. It may have gone out and is not sent twice.
    uncertain       boolean not null default false,
    primary key (draft_id, organization_id, due_on, kind)
);
create index reminder_organization on reminder (organization_id);

-- Minutes of meetings about a draft, as files.
create table minutes (
    id         uuid primary key,
    draft_id   uuid not null references draft,
    file_name  text not null check (file_name <> ''),
    media_type text not null,
    file_risk  text not null check (file_risk in ('NONE', 'MACROS', 'ARCHIVE', 'UNKNOWN')),
    size       bigint not null check (size > 0),
    sha256     bytea not null check (length(sha256) = 32),
    created_at timestamptz not null,
    created_by text not null
);
create index minutes_draft on minutes (draft_id, id);

create table minutes_piece (
    file_id uuid not null references minutes on delete cascade,
    ordinal int not null check (ordinal >= 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
alter table minutes_piece alter column bytes set storage external;
