-- Words for comparing phrases with answers: no case, nothing but letters and digits, but with accents; a blank
-- at both ends, so that whole words are compared. The collation makes "letter" mean one of any alphabet, whatever
-- the locale of the database.
create function phrase_words(words text) returns text
    language sql immutable parallel safe strict
return ' ' || btrim(regexp_replace(lower(words collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g')) || ' ';

-- The stock phrases of an office. The pattern, for LIKE, has the fixed words, and % for what is filled in; phrases
-- of the same words for the same result are one.
create table phrase (
    id       uuid primary key,
    plan_id  uuid not null references plan,
    text     text not null check (text <> ''),
    pattern  text collate "C" not null check (pattern ~ '[^% ]'),
    result   text check (result in ('ACCEPTED', 'PARTIALLY_ACCEPTED', 'EXPLAINED', 'ALREADY_COVERED', 'NOTED', 'OUT_OF_SCOPE')),
    added_by text not null,
    added_at timestamptz not null
);
create unique index phrase_identity on phrase (plan_id, pattern, coalesce(result, ''));
