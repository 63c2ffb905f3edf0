-- What a comment says, for the question "has it come already?": blanks and case do not matter.
create function said(words text) returns uuid
    language sql immutable parallel safe strict
return md5(regexp_replace(lower(words collate "und-x-icu"), '[[:space:]\u00A0\u2000-\u200B\u202F\u3000]+', ' ', 'g'))::uuid;

-- As it was first accepted, whatever it was corrected to. Points of a comment that was split did not come by themselves.
-- The words are what tells comments apart: body, letter and draft are looked at in the row.
create index comment_said on comment (said(coalesce(content_original, content))) where part_of_id is null;

-- Comments by the thousand name their letters; the identity knows only those that stand.
create index letter_named on letter (organization_id, number_key, letter_year);
