-- People who have signed in at the desk.

-- The cookie holds a random id; its SHA-256 (hex) is stored. A session ends with its code, too.
create table desk_session (
    id         text primary key check (length(id) = 64),
    key_id     uuid not null references api_key on delete cascade,
    started_at timestamptz not null,
    expires_at timestamptz not null
);
create index desk_session_key on desk_session (key_id);
-- For the hourly deletion.
create index desk_session_expiry on desk_session (expires_at);
