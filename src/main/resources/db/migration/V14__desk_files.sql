-- Work of the desk that goes on when its person leaves the page: "Tệp của tôi". Kept for seven days.
create table desk_work (
    id          uuid primary key,
    draft_id    uuid not null references draft on delete cascade,
    -- as Caller.credential: an API key or an account
    credential  text not null,
    -- whether the person saw restricted comments at the start
    restricted  boolean not null,
    caption     text not null check (caption <> ''),
    row_count   int not null check (row_count >= 0),
    started_at  timestamptz not null,
    -- the last sign of life of the process that does it
    seen_at     timestamptz not null,
    finished_at timestamptz,
    -- the sentence of a failure
    problem     text check (problem <> ''),
    -- the page of the result, or the file
    address     text check (address <> ''),
    file_name   text check (file_name <> ''),
    media_type  text,
    size        bigint check (size > 0),
    sha256      text check (length(sha256) = 64),
    check (num_nonnulls(problem, address, file_name) <= 1),
    check ((finished_at is null) = (num_nonnulls(problem, address, file_name) = 0)),
    check (num_nonnulls(file_name, media_type, size, sha256) in (0, 4))
);
create index desk_work_person on desk_work (credential, started_at);
create index desk_work_draft on desk_work (draft_id);
-- For the hourly deletion.
create index desk_work_start on desk_work (started_at);

create table desk_work_piece (
    file_id uuid not null references desk_work on delete cascade,
    ordinal int not null check (ordinal >= 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
alter table desk_work_piece alter column bytes set storage external;
