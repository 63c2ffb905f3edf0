-- What the service has always kept to, held by the tables too.

alter table comment_history
    add check (action in ('RECEIVED', 'CORRECTED', 'ASSIGNED', 'DRAFTED', 'ANSWERED', 'REVISED', 'APPROVED', 'RETURNED',
        'WITHDRAWN', 'FLAGGED', 'SPLIT', 'UNSPLIT', 'REACTED', 'FOLLOWED', 'ESCALATED', 'DIRECTED', 'REQUESTED', 'REPLIED')),
    add check (from_status in
        ('RECEIVED', 'ASSIGNED', 'DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'SPLIT')),
    add check (to_status in
        ('RECEIVED', 'ASSIGNED', 'DRAFTING', 'ANSWERED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'SPLIT'));

-- A point for the leaders is whole or not there, and they direct only what was put to them.
alter table comment
    add check (num_nulls(escalation_reason, escalation_by, escalation_at) in (0, 3)),
    add check (direction_text is not null or (direction_document is null and direction_date is null)),
    add check (direction_text is null or escalation_reason is not null),
    add check (num_nulls(reaction, reaction_by, reaction_at) in (0, 3)),
    add check (reaction is not null or reaction_note is null);

alter table comment_request add check ((reply is null) = (replied_by is null));

alter table consultee add check (jsonb_typeof(request_letters) = 'array');

alter table letter add check (replaces_id <> id);
