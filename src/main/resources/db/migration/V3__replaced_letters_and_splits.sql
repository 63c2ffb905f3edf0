-- A corrected letter often comes under the number of the one it replaces.
alter table letter drop constraint letter_identity;
create unique index letter_identity on letter (draft_id, organization_id, number_key, letter_year)
    where withdrawn_at is null;

-- Parts of a split that was undone stay, with their history, but free their numbers for the next split.
alter table comment
    add column split_undone boolean not null default false,
    add check (not split_undone or (part is not null and status = 'WITHDRAWN')),
    drop constraint comment_receipt;
create unique index comment_receipt on comment (receipt_number, part) nulls not distinct where not split_undone;

-- One "if" inside the other: a condition is looked at as a whole, and no row has the columns of all three tables.
create or replace function refuse_history_change() returns trigger language plpgsql as $$
declare
    of_sample boolean := false;
begin
    if tg_op = 'DELETE' and current_setting('sogopy.removing_sample', true) = 'on' then
        if tg_table_name = 'comment_history' then
            select p.sample into of_sample from comment c join plan p on p.id = c.plan_id where c.id = old.comment_id;
        elsif tg_table_name = 'letter_history' then
            select p.sample into of_sample from letter l join plan p on p.id = l.plan_id where l.id = old.letter_id;
        elsif tg_table_name = 'consultee_history' then
            select p.sample into of_sample from draft d join plan p on p.id = d.plan_id where d.id = old.draft_id;
        end if;
        if of_sample then
            return old;
        end if;
    end if;
    raise exception 'history is append-only';
end $$;
