-- Comments, their history, and requests to other organizations about one comment.

-- Text for searching: no accents, no case, only letters and digits. unaccent() itself is only STABLE (its dictionary
-- could change), and an index cannot use it. Naming the dictionary makes the wrapper safe. Its rules map đ to d.
-- PostgreSQL's parser reads "IX.2" or "4.859,96" as host names and versions: hence blanks in place of punctuation.
-- The pattern passes over single blanks: a replacement takes 0.5 µs, and most of a text's gaps are single blanks.
create function search_text(words text) returns text
    language sql immutable parallel safe strict
return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, words)),
    '[^[:alnum:]]{2,}|[^[:alnum:] ]', ' ', 'g');

-- The same with accents, for a search of the exact spelling.
create function accent_text(words text) returns text
    language sql immutable parallel safe strict
return regexp_replace(lower(words collate "und-x-icu"), '[][!-/:-@\\^_`{-~]+', ' ', 'g');

-- The content of a comment for finding duplicates: blanks and case do not count. It passes over single blanks, too.
create function content_digest(words text) returns uuid
    language sql immutable parallel safe strict
return md5(regexp_replace(lower(words collate "und-x-icu"),
    '[[:space:]\u00A0\u2000-\u200B\u202F\u3000]{2,}|[^\S ]|[\u00A0\u2000-\u200B\u202F\u3000]', ' ', 'g'))::uuid;

-- A sequence, because all writers would wait for a counter row. Numbers rise and may have gaps.
create sequence receipt_number as bigint start 1001;

create table comment (
    id                  uuid primary key,
    receipt_number      bigint not null,
    part                int check (part > 0),
    part_of_id          uuid references comment,
    plan_id             uuid not null,
    draft_id            uuid not null,
    organization_id     uuid not null references organization,
    letter_id           uuid references letter,
    section_id          uuid,
    locator_pages       text,
    locator_page        int generated always as (substring(locator_pages from '^[0-9]+')::int) stored,
    locator_paragraph   int,
    locator_quote       text,
    kind                text not null,
    content             text not null check (content <> ''),
    content_original    text,
    proposal            text,
    proposal_original   text,
    author_full_name    text,
    author_position     text,
    restricted          boolean not null,
    needs_review        boolean not null default false,
    status              text not null,
    status_before_split text,
    split_undone        boolean not null default false,
    assignee            text,
    result              text,
    response            text check (response <> ''),
    revision_section    text,
    revision_pages      text,
    revision_page       int generated always as (substring(revision_pages from '^[0-9]+')::int) stored,
    revision_note       text,
    same_as_id          uuid references comment,
    answered_by         text,
    answered_at         timestamptz,
    approved_at         timestamptz,
    return_reason       text,
    answer_due_on       date,
    reaction            text,
    reaction_note       text,
    reaction_by         text,
    reaction_at         timestamptz,
    escalation_reason   text,
    escalation_by       text,
    escalation_at       timestamptz,
    direction_text      text,
    direction_document  text,
    direction_date      date,
    sealed_in           uuid[] not null default '{}',
    follows_id          uuid references comment,
    -- whether it ever had a further section, a request or a comment that follows it; most comments have none
    has_children        boolean not null default false,
    external_id         text,
    client              text not null,
    sent_digest         bytea not null,
    received_at         timestamptz not null,
    updated_at          timestamptz not null,
    version             int not null default 0,
    received_on         date not null generated always as ((received_at at time zone 'Asia/Ho_Chi_Minh')::date) stored,
    answered_on         date generated always as ((answered_at at time zone 'Asia/Ho_Chi_Minh')::date) stored,
    approved_on         date generated always as ((approved_at at time zone 'Asia/Ho_Chi_Minh')::date) stored,
    -- computed by the triggers comment_new_words and comment_changed_words
    content_digest      uuid not null,
    search              tsvector not null,
    foreign key (draft_id, plan_id) references draft (id, plan_id),
    foreign key (draft_id, section_id) references section (draft_id, id)
);
-- The parts of a split that was undone stay, with their history, and free their numbers for the next split.
create unique index comment_receipt on comment (receipt_number, part) nulls not distinct where not split_undone;
create unique index comment_external_id on comment (plan_id, client, external_id) where external_id is not null;
-- Lists by arrival filter by it alone: the rows of the table are fifteen times as wide.
create index comment_by_arrival on comment (draft_id, received_at, id)
    include (section_id, status, restricted, split_undone, has_children);
-- The counts of a draft read only this index and the two below, each in its order (ADR 0018). The table's rows are fifty
-- times as wide, and an index without INCLUDE stores equal keys once.
create index comment_by_organization on comment
    (organization_id, draft_id, letter_id, status, result, restricted, answer_due_on, received_on);
create index comment_count_sections on comment
    (draft_id, section_id, organization_id, assignee, status, result, answer_due_on, reaction, restricted);
create index comment_count_days on comment (draft_id, received_on, answered_on, approved_on, status, restricted);
-- The comments that may have further sections, for the coverage.
create index comment_count_further on comment (draft_id, id, organization_id, section_id, status, restricted)
    where has_children;
create index comment_by_letter on comment (letter_id);
create index comment_part_of on comment (part_of_id) where part_of_id is not null;
create index comment_same_as on comment (same_as_id) where same_as_id is not null;
create index comment_follows on comment (follows_id) where follows_id is not null;
-- Most searches are of one draft, and those of a plan ask for its few drafts.
create index comment_search on comment using gin (draft_id, search);
-- A duplicate has the content as it was first accepted. Body, letter and draft are compared in the row. Parts of a split
-- are excluded, because they did not arrive.
create index comment_same_content on comment (content_digest) where part_of_id is null;
-- The few comments with an escalation or a reaction: ADR 0020.
create index comment_stances on comment (draft_id) where escalation_reason is not null or reaction is not null;

-- In place of CHECK constraints, which PostgreSQL parses for every statement.
create function refuse_contradiction() returns trigger language plpgsql as $$
begin
    if (new.kind in ('MISSING', 'DATA', 'CHANGE', 'QUESTION', 'EDITORIAL', 'OTHER')
            and new.status in
                ('RECEIVED', 'ASSIGNED', 'DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'SPLIT')
            and new.result in
                ('ACCEPTED', 'PARTIALLY_ACCEPTED', 'EXPLAINED', 'ALREADY_COVERED', 'NOTED', 'OUT_OF_SCOPE')
            and new.reaction in ('AGREED', 'MAINTAINED')
            and (new.part is null) = (new.part_of_id is null)
            and (new.status not in ('DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED')
                or (new.result is not null and new.response is not null))
            and (new.status not in ('RECEIVED', 'ASSIGNED') or new.result is null)
            and (new.status <> 'RECEIVED' or new.assignee is null)
            and (new.status <> 'ASSIGNED' or new.assignee is not null)
            and (new.status <> 'RETURNED' or new.return_reason is not null)
            and (new.status = 'SPLIT') = (new.status_before_split is not null)
            and (not new.split_undone or (new.part is not null and new.status = 'WITHDRAWN'))
            -- An escalation and a reaction are complete or absent. A direction answers an escalation.
            and num_nulls(new.escalation_reason, new.escalation_by, new.escalation_at) in (0, 3)
            and (new.direction_text is not null or (new.direction_document is null and new.direction_date is null))
            and (new.direction_text is null or new.escalation_reason is not null)
            and num_nulls(new.reaction, new.reaction_by, new.reaction_at) in (0, 3)
            and (new.reaction is not null or new.reaction_note is null)) is false then
        raise exception 'comment % has an unknown word, or columns that contradict each other', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger comment_consistent after insert or update on comment
    for each row execute function refuse_contradiction();

-- The accepted words are kept beside every later correction, whoever writes to the table.
create function keep_original_words() returns trigger language plpgsql as $$
begin
    if new.content_original is distinct from coalesce(old.content_original,
            case when new.content is distinct from old.content then old.content end)
       or new.proposal_original is distinct from coalesce(old.proposal_original,
            case when new.proposal is distinct from old.proposal then coalesce(old.proposal, '') end) then
        raise exception 'the original words of comment % must be kept', old.id;
    end if;
    return null;
end $$;
create trigger comment_original after update on comment
    for each row when (old.content is distinct from new.content or old.proposal is distinct from new.proposal
        or old.content_original is distinct from new.content_original
        or old.proposal_original is distinct from new.proposal_original)
    execute function keep_original_words();

-- In place of generated columns: an UPDATE by the service sets all columns, and PostgreSQL would compute these for each
-- change of a status.
create function compute_words() returns trigger language plpgsql as $$
begin
    new.content_digest := content_digest(coalesce(new.content_original, new.content));
    new.search := strip(to_tsvector('simple',
        search_text(new.content || ' ' || coalesce(new.proposal, '') || ' ' || coalesce(new.response, ''))));
    return new;
end $$;
create trigger comment_new_words before insert on comment
    for each row execute function compute_words();
create trigger comment_changed_words before update on comment
    for each row when (old.content is distinct from new.content or old.proposal is distinct from new.proposal
        or old.response is distinct from new.response)
    execute function compute_words();

create table comment_section (
    comment_id uuid not null references comment on delete cascade,
    ordinal    int  not null,
    section_id uuid not null references section,
    primary key (comment_id, ordinal)
);
create index comment_section_section on comment_section (section_id);

-- Marks the comment whose id is in the column of this name.
create function mark_parent() returns trigger language plpgsql as $$
begin
    update comment set has_children = true where id = (to_jsonb(new) ->> tg_argv[0])::uuid and not has_children;
    return null;
end $$;
create trigger comment_section_parent after insert on comment_section
    for each row execute function mark_parent('comment_id');
create trigger comment_follower_parent after insert on comment
    for each row when (new.follows_id is not null) execute function mark_parent('follows_id');

-- Domains, whose checks a session parses once: those of the table are parsed for every statement.
create domain comment_status as text
    check (value in ('RECEIVED', 'ASSIGNED', 'DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'SPLIT'));
create domain comment_action as text
    check (value in ('RECEIVED', 'CORRECTED', 'ASSIGNED', 'DRAFTED', 'ANSWERED', 'REVISED', 'APPROVED', 'RETURNED',
        'WITHDRAWN', 'FLAGGED', 'SPLIT', 'UNSPLIT', 'REACTED', 'FOLLOWED', 'ESCALATED', 'DIRECTED', 'REQUESTED', 'REPLIED'));

create table comment_history (
    id          bigint generated always as identity,
    comment_id  uuid not null references comment on delete cascade,
    at          timestamptz not null,
    by_name     text not null,
    client      text not null,
    action      comment_action not null,
    from_status comment_status,
    to_status   comment_status not null,
    changes     jsonb not null default '[]',
    reason      text,
    primary key (comment_id, id)
);
create trigger comment_history_append_only before update or delete on comment_history
    for each row execute function refuse_history_change();
create trigger comment_history_no_truncate before truncate on comment_history
    for each statement execute function refuse_history_change();

create table comment_request (
    id              uuid primary key,
    comment_id      uuid not null references comment,
    organization_id uuid not null references organization,
    kind            text not null check (kind in ('OPINION', 'DATA', 'CLARIFICATION')),
    text            text not null check (text <> ''),
    due_on          date,
    asked_at        timestamptz not null,
    asked_by        text not null,
    reply           text check (reply <> ''),
    replied_at      timestamptz,
    replied_by      text,
    version         int not null default 0,
    check ((reply is null) = (replied_at is null)),
    check ((reply is null) = (replied_by is null))
);
create index comment_request_comment on comment_request (comment_id, id);
create index comment_request_organization on comment_request (organization_id, id);
create trigger comment_request_parent after insert on comment_request
    for each row execute function mark_parent('comment_id');
