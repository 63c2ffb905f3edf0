-- Codes of people, who sign in with them at the desk; other keys belong to systems.
alter table api_key
    add person boolean not null default false,
    -- until the code is stopped
    add email text,
    add check (email is null or person);
