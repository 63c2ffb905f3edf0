-- Editions: the register as it was sealed, and every file made of it.

create table edition (
    id                    uuid primary key,
    draft_id              uuid not null references draft,
    number                int  not null check (number > 0),
    note                  text check (note <> ''),
    allow_unanswered      boolean not null,
    allow_unplaced        boolean not null,
    comments              int  not null check (comments >= 0),
    unanswered            int  not null,
    unplaced              int  not null,
    -- Who may not see restricted comments does not see an edition that has some, nor counts that include them.
    restricted            int  not null check (restricted >= 0),
    restricted_unanswered int  not null default 0 check (restricted_unanswered between 0 and restricted),
    restricted_unplaced   int  not null default 0 check (restricted_unplaced between 0 and restricted),
    -- SHA-256 of the sealed register, as canonical JSON
    digest                bytea not null check (length(digest) = 32),
    sealed_at             timestamptz not null,
    sealed_by             text not null,
    client                text not null,
    -- entered once, after the report was signed; corrected with an entry in issuance_correction
    report_number         text check (report_number <> ''),
    report_date           date,
    issued_at             timestamptz,
    issued_by             text,
    corrections           int not null default 0 check (corrections >= 0),
    version               int not null default 0,
    constraint edition_number unique (draft_id, number),
    check ((report_number is null) = (report_date is null)
        and (report_number is null) = (issued_at is null)
        and (report_number is null) = (issued_by is null))
);

-- What number and date of a report were before each correction.
create table issuance_correction (
    id            bigint generated always as identity primary key,
    edition_id    uuid not null references edition on delete cascade,
    report_number text not null,
    report_date   date not null,
    at            timestamptz not null,
    by_name       text not null,
    client        text not null,
    reason        text not null check (reason <> '')
);
create index issuance_correction_edition on issuance_correction (edition_id, id);

create table edition_file (
    id          uuid primary key,
    edition_id  uuid not null references edition,
    -- a register in one of its formats, or the copy that was signed and stamped
    kind        text not null check (kind in ('REGISTER', 'SIGNED_COPY')),
    format      text not null check (format in ('JSON', 'CSV', 'XLSX', 'DOCX', 'PDF', 'HTML', 'ZIP')),
    by_topic    boolean not null,
    public_form boolean not null,
    issued      boolean not null,
    -- how often number and date had been corrected, for a form that prints them
    correction  int not null check (correction >= 0),
    file_name   text not null check (file_name <> ''),
    media_type  text not null,
    size        bigint not null check (size > 0),
    sha256      bytea not null check (length(sha256) = 32),
    created_at  timestamptz not null,
    created_by  text not null,
    -- whether a signed copy has a digital signature
    has_signature boolean,
    check ((kind = 'SIGNED_COPY') = (has_signature is not null)),
    check (kind = 'REGISTER' or (format = 'PDF' and not by_topic and not public_form and issued))
);
create index edition_file_edition on edition_file (edition_id, created_at);
create index edition_file_sha256 on edition_file (sha256);
-- Each form is made once, whichever replica is asked.
create unique index edition_file_form on edition_file (edition_id, format, by_topic, public_form, issued, correction)
    where kind = 'REGISTER';

create table edition_piece (
    file_id uuid not null references edition_file on delete cascade,
    ordinal int not null check (ordinal >= 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
alter table edition_piece alter column bytes set storage external;

-- A sealed edition does not change, except for the number and date of the report. The sample may be removed.
create function refuse_edition_change() returns trigger language plpgsql as $$
declare
    changeable text[] := array['report_number', 'report_date', 'corrections', 'version'];
begin
    if tg_op = 'DELETE' and current_setting('sogopy.removing_sample', true) = 'on' then
        return old;
    end if;
    if tg_table_name = 'edition' and tg_op = 'UPDATE' then
        if old.report_number is null then
            changeable := changeable || array['issued_at', 'issued_by'];
        end if;
        if new.report_number is not null and to_jsonb(old) - changeable = to_jsonb(new) - changeable then
            return new;
        end if;
    end if;
    raise exception 'an edition is not changed';
end $$;
create trigger edition_unchanged before update or delete on edition
    for each row execute function refuse_edition_change();
create trigger issuance_correction_unchanged before update or delete on issuance_correction
    for each row execute function refuse_edition_change();
create trigger edition_file_unchanged before update or delete on edition_file
    for each row execute function refuse_edition_change();
create trigger edition_piece_unchanged before update or delete on edition_piece
    for each row execute function refuse_edition_change();
