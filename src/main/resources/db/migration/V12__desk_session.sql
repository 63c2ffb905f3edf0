-- People who have signed in at the desk.

-- The cookie holds a random id; its SHA-256 (hex) is stored. A session ends with its code, too. It is that of a code
-- (key_id), or of an account of the OpenID provider (person, and the ID token that its sign-out needs).
create table desk_session (
    id         text primary key check (length(id) = 64),
    key_id     uuid references api_key on delete cascade,
    person     jsonb,
    id_token   text,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    check ((key_id is null) = (person is not null)),
    check ((person is null) = (id_token is null))
);
create index desk_session_key on desk_session (key_id);
-- For the hourly deletion.
create index desk_session_expiry on desk_session (expires_at);
