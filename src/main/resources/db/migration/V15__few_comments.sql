-- The lists of a few comments among many read an index that has only these.
drop index comment_stances;
create index comment_stances on comment (draft_id)
    where escalation_reason is not null or reaction is not null or direction_text is not null;
-- Accepted comments that may lack the place of the change: a named section is looked up in the next outline.
create index comment_placeless on comment (draft_id, received_at, id)
    where result in ('ACCEPTED', 'PARTIALLY_ACCEPTED')
      and (revision_section is not null or revision_page is null and revision_note is null);
