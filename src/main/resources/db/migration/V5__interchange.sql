-- Stock phrases and parked letters.

-- Words for comparing phrases with answers: no case, only letters and digits, with accents. A blank at both ends lets
-- whole words be compared. The collation makes "letter" mean one of any alphabet, whatever the locale of the database.
create function phrase_words(words text) returns text
    language sql immutable parallel safe strict
return ' ' || btrim(regexp_replace(lower(words collate "und-x-icu"), '[^[:alnum:]]{2,}|[^[:alnum:] ]', ' ', 'g')) || ' ';

-- Signs that distinguish phrases of the same words: "< 5 %" is not "> 5 %", "1\" is not "1". Punctuation of sentences is
-- not among them.
create function phrase_signs(words text) returns text
    language sql immutable parallel safe strict
return regexp_replace(words, '[^\\/%‰&@#*§+=<>|~^`$€£¥°±×÷≤≥≠≈→←]', '', 'g');

-- The pattern, for LIKE, has the fixed words, and % for what is filled in. Phrases of the same words and signs for the
-- same result are one.
create table phrase (
    id       uuid primary key,
    plan_id  uuid not null references plan,
    text     text not null check (text <> ''),
    pattern  text collate "C" not null check (pattern ~ '[^% ]'),
    result   text check (result in ('ACCEPTED', 'PARTIALLY_ACCEPTED', 'EXPLAINED', 'ALREADY_COVERED', 'NOTED', 'OUT_OF_SCOPE')),
    added_by text not null,
    added_at timestamptz not null
);
create unique index phrase_identity on phrase (plan_id, pattern, coalesce(result, ''), phrase_signs(text));

-- Official letters (edXML) of an unknown sender or date, parked until the coordinator decides.
create table parked_letter (
    id               uuid primary key,
    plan_id          uuid not null references plan,
    draft_id         uuid not null references draft,
    -- identifies the message: the same one sent twice is stored once
    message_key      text not null check (message_key <> ''),
    -- interchange.edxml.EdxmlHeader
    header           jsonb not null check (jsonb_typeof(header) = 'object'),
    -- SHA-256 of header and files
    digest           bytea not null check (length(digest) = 32),
    status           text not null default 'WAITING' check (status in ('WAITING', 'FILED', 'DROPPED')),
    letter_id        uuid references letter,
    -- the sending system, the name of its key, and the organization of that key
    client           text not null,
    received_by      text not null,
    key_organization text,
    received_at      timestamptz not null,
    reason           text check (reason <> ''),
    decided_at       timestamptz,
    decided_by       text,
    version          int not null default 0,
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
    -- null: a program or script, which has no pieces
    file_risk  text check (file_risk in ('NONE', 'MACROS', 'ARCHIVE', 'UNKNOWN')),
    size       bigint not null check (size > 0),
    sha256     bytea not null check (length(sha256) = 32),
    unique (parked_id, ordinal)
);

-- Rows of work-lists that were in conflict, until their sender has seen the comment in a later list.
create table worklist_conflict (
    comment_id uuid not null references comment on delete cascade,
    credential text not null check (credential <> ''),
    at         timestamptz not null,
    primary key (comment_id, credential)
);
create index worklist_conflict_credential on worklist_conflict (credential);

create table parked_piece (
    file_id uuid not null references parked_file on delete cascade,
    ordinal int not null check (ordinal >= 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
alter table parked_piece alter column bytes set storage external;
