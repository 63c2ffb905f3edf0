-- The UPDATEs of an answer and its approval: two transactions on a comment of the service.
\set n random(1, :answered)
update comment set status = 'ANSWERED', result = 'ACCEPTED', response = 'Tiếp thu, đã bổ sung vào dự thảo.',
    revision_pages = '48', answered_by = 'bench', answered_at = now(), updated_at = now(), version = version + 1
  where id = (select id from bench.answered where n = :n);
update comment set status = 'APPROVED', updated_at = now(), version = version + 1
  where id = (select id from bench.answered where n = :n);
