-- Personal data: where names are stored, and their erasure at the request of a person.

-- The erasures, to be applied again after a restore: rows without applied_at are applied at the next start. The name is kept
-- for this alone, and no operation shows it.
create table personal_erasure (
    id         uuid primary key,
    person     text not null check (person <> ''),
    reason     text not null check (reason <> ''),
    at         timestamptz not null,
    by_name    text not null,
    client     text not null,
    applied_at timestamptz
);

-- Every place with the name of a person. kept: why an erasure leaves it, null = it is erased. text is searched, value is
-- shown to an administrator, null where the text is no personal field.
create view personal_data as
with place as (
    select d.id as draft_id, p.slug as plan, d.number as draft from draft d join plan p on p.id = d.plan_id
)
select 'AUTHOR' as kind, null::text as kept, c.id as id, d.plan, d.draft, o.code as organization,
    c.author_full_name as text, concat_ws(', ', c.author_full_name, c.author_position) as value
from comment c join place d on d.draft_id = c.draft_id join organization o on o.id = c.organization_id
union all
select 'CONTACT', null, null, d.plan, d.draft, o.code,
    c.contact_name, concat_ws(', ', c.contact_name, c.contact_phone, c.contact_email)
from consultee c join place d on d.draft_id = c.draft_id join organization o on o.id = c.organization_id
union all
select 'CONTACT_HISTORY', null, null, d.plan, d.draft, o.code, contact.value, contact.value
from consultee_history h
join place d on d.draft_id = h.draft_id
join organization o on o.id = h.organization_id
cross join jsonb_array_elements(h.changes) c
cross join lateral (values (c -> 'before'), (c -> 'after')) stored (contact)
cross join lateral (select concat_ws(', ', stored.contact ->> 'name', stored.contact ->> 'phone',
    stored.contact ->> 'email') as value) contact
where c ->> 'field' = 'contact'
union all
select 'CONTACT_NOTE', null, l.id, d.plan, d.draft, o.code, l.text, l.text
from contact_log l join place d on d.draft_id = l.draft_id join organization o on o.id = l.organization_id
union all
select 'ASSIGNEE', null, null, p.slug, null, null, one.listed ->> 'name', concat_ws(', ', one.listed ->> 'name', one.listed ->> 'email')
from plan p cross join jsonb_array_elements(p.assignees -> 'items') one (listed)
union all
select 'KEPT_ANSWER', null, null, null, null, null, convert_from(r.body, 'UTF8'), null
from idempotency_record r
union all
select 'SIGNER', 'OFFICIAL_LETTER', l.id, d.plan, d.draft, o.code,
    l.signer_full_name, concat_ws(', ', l.signer_full_name, l.signer_position)
from letter l join place d on d.draft_id = l.draft_id join organization o on o.id = l.organization_id
union all
select 'SIGNER', 'OFFICIAL_LETTER', l.id, d.plan, d.draft, null, l.header #>> '{signer,fullName}',
    concat_ws(', ', l.header #>> '{signer,fullName}', l.header #>> '{signer,position}')
from parked_letter l join place d on d.draft_id = l.draft_id
union all
select 'LETTER_HISTORY', 'OFFICIAL_LETTER', l.id, d.plan, d.draft, o.code, h.changes::text || ' ' || coalesce(h.reason, ''), null
from letter_history h
join letter l on l.id = h.letter_id
join place d on d.draft_id = l.draft_id
join organization o on o.id = l.organization_id
union all
select 'FILE', 'FILE', a.id, d.plan, d.draft, o.code,
    concat_ws('; ', a.file_name, l.signer_full_name, (select string_agg(c.author_full_name, '; ')
        from comment c where c.letter_id = l.id)), null
from attachment a
join letter l on l.id = a.letter_id
join place d on d.draft_id = l.draft_id
join organization o on o.id = l.organization_id
union all
select 'FILE', 'FILE', f.id, d.plan, d.draft, o.code, concat_ws('; ', f.file_name, f.created_by), null
from left_out_file f
join letter l on l.id = f.letter_id
join place d on d.draft_id = l.draft_id
join organization o on o.id = l.organization_id
union all
select 'FILE', 'FILE', f.id, d.plan, d.draft, null, concat_ws('; ', f.file_name, l.header #>> '{signer,fullName}'), null
from parked_file f join parked_letter l on l.id = f.parked_id join place d on d.draft_id = l.draft_id
union all
select 'FILE', 'FILE', m.id, d.plan, d.draft, null, concat_ws('; ', m.file_name, m.created_by), null
from minutes m join place d on d.draft_id = m.draft_id
union all
select 'EDITION', 'SEALED_EDITION', e.id, d.plan, d.draft, null, (select convert_from(string_agg(p.bytes, ''::bytea
        order by p.ordinal), 'UTF8') from edition_piece p where p.file_id = f.id), null
from edition_file f
join edition e on e.id = f.edition_id
join place d on d.draft_id = e.draft_id
where f.kind = 'REGISTER' and f.format = 'JSON'
union all
select 'COMMENT_TEXT', 'STATEMENT', c.id, d.plan, d.draft, o.code, concat_ws('; ', c.locator_quote, c.content, c.content_original,
    c.proposal, c.proposal_original, c.response, c.revision_note, c.return_reason, c.reaction_note, c.escalation_reason,
    c.direction_text, c.direction_document), null
from comment c join place d on d.draft_id = c.draft_id join organization o on o.id = c.organization_id
union all
select 'COMMENT_TEXT', 'STATEMENT', c.id, d.plan, d.draft, o.code, h.changes::text || ' ' || coalesce(h.reason, ''), null
from comment_history h
join comment c on c.id = h.comment_id
join place d on d.draft_id = c.draft_id
join organization o on o.id = c.organization_id
where h.changes <> '[]' or h.reason is not null
union all
select 'REQUEST_TEXT', 'STATEMENT', r.id, d.plan, d.draft, o.code, concat_ws('; ', r.text, r.reply), null
from comment_request r
join comment c on c.id = r.comment_id
join place d on d.draft_id = c.draft_id
join organization o on o.id = r.organization_id
union all
select 'LETTER_TEXT', 'STATEMENT', l.id, d.plan, d.draft, o.code, concat_ws('; ', l.subject, l.occasion), null
from letter l join place d on d.draft_id = l.draft_id join organization o on o.id = l.organization_id
union all
select 'LETTER_TEXT', 'STATEMENT', l.id, d.plan, d.draft, null, l.header ->> 'subject', null
from parked_letter l join place d on d.draft_id = l.draft_id
union all
-- People of the office and of bodies, as those who did something.
select 'OFFICIAL', 'OFFICIAL_ACT', c.id, d.plan, d.draft, o.code,
    concat_ws('; ', c.assignee, c.answered_by, c.reaction_by, c.escalation_by), null
from comment c join place d on d.draft_id = c.draft_id join organization o on o.id = c.organization_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', c.id, d.plan, d.draft, o.code, h.by_name, null
from comment_history h
join comment c on c.id = h.comment_id
join place d on d.draft_id = c.draft_id
join organization o on o.id = c.organization_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', r.id, d.plan, d.draft, o.code, concat_ws('; ', r.asked_by, r.replied_by), null
from comment_request r
join comment c on c.id = r.comment_id
join place d on d.draft_id = c.draft_id
join organization o on o.id = r.organization_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', l.id, d.plan, d.draft, o.code, concat_ws('; ', h.by_name, a.created_by), null
from letter l
join place d on d.draft_id = l.draft_id
join organization o on o.id = l.organization_id
left join letter_history h on h.letter_id = l.id
left join attachment a on a.letter_id = l.id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', l.id, d.plan, d.draft, null, concat_ws('; ', l.received_by, l.decided_by, l.reason), null
from parked_letter l join place d on d.draft_id = l.draft_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', null, d.plan, d.draft, o.code, concat_ws('; ', h.by_name, h.reason), null
from consultee_history h join place d on d.draft_id = h.draft_id join organization o on o.id = h.organization_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', l.id, d.plan, d.draft, o.code, l.by_name, null
from contact_log l join place d on d.draft_id = l.draft_id join organization o on o.id = l.organization_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', e.id, d.plan, d.draft, null, concat_ws('; ', e.sealed_by, e.issued_by, e.note,
    f.created_by, f.file_name, i.by_name, i.reason), null
from edition e
join place d on d.draft_id = e.draft_id
left join edition_file f on f.edition_id = e.id
left join issuance_correction i on i.edition_id = e.id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', null, d.plan, d.draft, null, s.default_assignee, null
from section s join place d on d.draft_id = s.draft_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', f.id, p.slug, null, null, concat_ws('; ', f.added_by, f.text), null
from phrase f join plan p on p.id = f.plan_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', l.id, p.slug, null, null, concat_ws('; ', l.created_by, l.revoked_by), null
from download_link l join plan p on p.id = l.plan_id
union all
select 'OFFICIAL', 'OFFICIAL_ACT', null, p.slug, null, null, p.letterhead::text || ' ' || p.askers::text, null
from plan p
union all
select 'KEY', 'OFFICIAL_ACT', k.id, null, null, k.organization_code, concat_ws('; ', k.name, k.client, k.created_by), null
from api_key k
union all
select 'ORGANIZATION', 'ORGANIZATION_NAME', o.id, null, null, o.code,
    concat_ws('; ', o.name, array_to_string(o.aliases, '; '), n.name), concat_ws('; ', o.name, n.name)
from organization o left join organization_name n on n.organization_id = o.id
union all
select 'AUDIT', 'AUDIT', null, a.plan, null, a.organization, a.name, null
from audit a
union all
select 'ERASURE', 'ERASURE', e.id, null, null, null, e.person, null
from personal_erasure e;

create function erased_words() returns text language sql immutable parallel safe
return '[đã xóa theo yêu cầu]';

-- Replaces what the pattern matches in a text; upper case is lower case.
create function erased(words text, pattern text) returns text language sql immutable parallel safe strict
return regexp_replace(words collate "und-x-icu", pattern, erased_words(), 'gi');

-- The one exception from the append-only histories. Erases a person as author, as contact with telephone and address, in
-- notes of contacts and in kept answers, and takes the person off the assignees of plans; returns how many places of each
-- kind.
--   person   regular expression for the name between other words
--   whole    the same for a field that holds a name: it is no part of a longer name
create function erase_person(person text, whole text, by_name text, client text, at timestamptz)
    returns table (kind text, places bigint) language plpgsql as $$
#variable_conflict use_column
declare
    bodies uuid[];
    details text;
    everything text := $1;
begin
    perform set_config('sogopy.erasing_person', 'on', true);

    -- Organizations whose contact the person is or was, with telephone and address. An assignee has no organization.
    with contact as (
        select c.organization_id as body, c.contact_name as name, c.contact_phone as phone, c.contact_email as email
        from consultee c
        union all
        select h.organization_id, stored.contact ->> 'name', stored.contact ->> 'phone', stored.contact ->> 'email'
        from consultee_history h
        cross join jsonb_array_elements(h.changes) c
        cross join lateral (values (c -> 'before'), (c -> 'after')) stored (contact)
        where c ->> 'field' = 'contact'
        union all
        select null, one.listed ->> 'name', null, one.listed ->> 'email'
        from plan p cross join jsonb_array_elements(p.assignees -> 'items') one (listed)
    ), own as (
        select body, detail
        from contact cross join lateral (values (phone), (email)) d (detail)
        where name collate "und-x-icu" ~* $2
    )
    select array_agg(distinct body) filter (where body is not null),
        string_agg(distinct regexp_replace(detail collate "und-x-icu", '([^[:alnum:]])', '\\\1', 'g'), '|')
            filter (where length(detail) >= 6)
    into bodies, details from own;
    if details is not null then
        everything := $1 || '|(?<![[:alnum:]])(?:' || details || ')(?![[:alnum:]])';
    end if;

    with erased as (
        update comment set author_full_name = erased_words(), author_position = null, version = version + 1, updated_at = $5
        where author_full_name collate "und-x-icu" ~* $2
        returning id, status
    ), noted as (
        insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status, changes, reason)
        select id, $5, $3, $4, 'CORRECTED', status, status,
            jsonb_build_array(jsonb_build_object('field', 'author', 'before', null, 'after',
                jsonb_build_object('fullName', erased_words(), 'position', null))),
            'Xóa dữ liệu cá nhân theo yêu cầu'
        from erased order by id
        returning 1
    )
    select count(*) into places from noted;
    kind := 'AUTHOR';
    return next;

    with erased as (
        update consultee set contact_name = erased_words(), contact_phone = null, contact_email = null, version = version + 1
        where contact_name collate "und-x-icu" ~* $2
        returning draft_id, organization_id
    ), noted as (
        insert into consultee_history (draft_id, organization_id, at, by_name, client, action, changes, reason)
        select draft_id, organization_id, $5, $3, $4, 'CHANGED',
            jsonb_build_array(jsonb_build_object('field', 'contact', 'before', null, 'after',
                jsonb_build_object('name', erased_words(), 'phone', null, 'email', null))),
            'Xóa dữ liệu cá nhân theo yêu cầu'
        from erased
        returning 1
    )
    select count(*) into places from noted;
    kind := 'CONTACT';
    return next;

    update consultee_history set changes = erased(changes::text, everything)::jsonb
    where organization_id = any (bodies) and changes::text collate "und-x-icu" ~* everything;
    get diagnostics places = row_count;
    kind := 'CONTACT_HISTORY';
    return next;

    update contact_log set text = erased(text, case when organization_id = any (bodies) then everything else $1 end)
    where text collate "und-x-icu" ~* case when organization_id = any (bodies) then everything else $1 end;
    get diagnostics places = row_count;
    kind := 'CONTACT_NOTE';
    return next;

    update reminder set address = erased_words()
    where organization_id = any (bodies) and details is not null and address ~* ('^(?:' || details || ')$');
    get diagnostics places = row_count;
    kind := 'REMINDER';
    return next;

    update plan set assignees_version = assignees_version + 1, assignees = jsonb_set(assignees, '{items}', coalesce((
        select jsonb_agg(one.listed order by one.n)
        from jsonb_array_elements(assignees -> 'items') with ordinality one (listed, n)
        where (one.listed ->> 'name') collate "und-x-icu" !~* $2), '[]'))
    where exists (select from jsonb_array_elements(assignees -> 'items') one (listed)
        where (one.listed ->> 'name') collate "und-x-icu" ~* $2);
    get diagnostics places = row_count;
    kind := 'ASSIGNEE';
    return next;

    update idempotency_record set body = convert_to(erased(convert_from(body, 'UTF8'), everything), 'UTF8')
    where convert_from(body, 'UTF8') collate "und-x-icu" ~* everything;
    get diagnostics places = row_count;
    kind := 'KEPT_ANSWER';
    return next;

    perform set_config('sogopy.erasing_person', 'off', true);
end $$;
