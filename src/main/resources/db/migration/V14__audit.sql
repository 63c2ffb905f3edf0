-- Who changed or took out what, from where and in which request, and who was refused. Written in the transaction of
-- the change, hence few indexes: the newest rows come first by the key, a span of time by the BRIN index.
create table audit (
    position     bigint generated always as identity primary key,
    at           timestamptz not null,
    outcome      text not null check (outcome in ('DONE', 'REFUSED')),
    -- As of that time: keys, organizations and plans may be gone by now. Null: not known, or the service itself.
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
    -- What was asked of an export: its form and its filters, never words that were searched for.
    parameters   text,
    plan         text,
    draft        text,
    subject      text,
    -- The status and the code of a refusal, and how many this row stands for: above some a minute they are counted.
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
