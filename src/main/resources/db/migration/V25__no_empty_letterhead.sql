-- A field of the letterhead is null or shows something; "" was taken for a while.
update plan set letterhead =
    (select jsonb_object_agg(key, case when value = '""' then 'null' else value end) from jsonb_each(letterhead))
where exists (select from jsonb_each(letterhead) where value = '""');
