-- The words of each draft for themselves, not of each plan: most searches are of one draft, and those of a plan ask for its few drafts.
drop index comment_search;
create index comment_search on comment using gin (draft_id, search);
