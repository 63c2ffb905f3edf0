-- What download links are signed with: one random secret that all replicas share, made at the first use. To make
-- every link void, delete the row and restart.
create table download_link_secret (
    one     boolean     primary key default true check (one),
    secret  bytea       not null check (octet_length(secret) = 32),
    made_at timestamptz not null default now()
);
