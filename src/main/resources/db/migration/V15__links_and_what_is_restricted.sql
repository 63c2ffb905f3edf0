-- Download links: what they are signed with, one random secret that all replicas share, made at the first use. To make
-- every link void, delete the row and restart.
create table download_link_secret (
    one     boolean     primary key default true check (one),
    secret  bytea       not null check (octet_length(secret) = 32),
    made_at timestamptz not null default now()
);

-- Who may not see restricted comments is not shown counts with them in either. Of editions sealed before, the
-- comments as they are now say it best.
alter table edition
    add column restricted_unanswered int not null default 0 check (restricted_unanswered between 0 and restricted),
    add column restricted_unplaced   int not null default 0 check (restricted_unplaced between 0 and restricted);
alter table edition disable trigger edition_unchanged;
update edition e set
    restricted_unanswered = least(e.restricted, e.unanswered, (
        select count(*) from comment c where e.id = any (c.sealed_in) and c.restricted and c.status <> 'APPROVED')),
    restricted_unplaced = least(e.restricted, e.unplaced, (
        select count(*) from comment c where e.id = any (c.sealed_in) and c.restricted and c.status = 'APPROVED'
          and c.result in ('ACCEPTED', 'PARTIALLY_ACCEPTED')
          and num_nonnulls(c.revision_section, c.revision_page, c.revision_note) = 0));
alter table edition enable trigger edition_unchanged;
