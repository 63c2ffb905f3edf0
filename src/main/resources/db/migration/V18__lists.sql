-- The words of each plan for themselves: a search in one plan must not read the words of all others.
create extension if not exists btree_gin with schema public;
drop index comment_search;
create index comment_search on comment using gin (plan_id, search);

-- A draft belongs to one plan: without this PostgreSQL takes the rows of both to be a small part of either.
create statistics comment_draft_of_plan (dependencies) on plan_id, draft_id from comment;
