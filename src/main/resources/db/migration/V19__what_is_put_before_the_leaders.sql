-- The few comments of which more is to be asked than what their letter says, told before the comments themselves: ADR 0020.
create index comment_stances on comment (draft_id) where escalation_reason is not null or reaction is not null;
