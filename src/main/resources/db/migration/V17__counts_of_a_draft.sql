-- What a draft's counts are made of, in order of the comments' ids: all of it is read from here, not from a table whose
-- rows are fifteen times as wide.
create index comment_counts on comment (draft_id, id)
    include (organization_id, letter_id, section_id, status, result, assignee, answer_due_on, restricted, received_at);

-- When comments were last answered and approved: ADR 0007.
create index comment_history_steps on comment_history (action, comment_id, at) where action in ('ANSWERED', 'APPROVED');
