-- Writes the rows of one POST of a comment in one transaction: comment, history (whose trigger adds the event of the
-- feed), the response stored under the Idempotency-Key, and the audit entry. bench.py compares the rows of both.
\set n random(1, :comments)
\set key random(1, 1000000000000000000)
begin;
select status, etag, location, body from idempotency_record where client = 'bench' and key = :key::text;
insert into comment (id, receipt_number, plan_id, draft_id, organization_id, letter_id, section_id, locator_page, kind,
    content, restricted, status, client, sent_digest, received_at, updated_at)
  select uuidv7(), nextval('receipt_number'), d.plan_id, d.id, o.id, l.id, s.id, b.page, b.kind, b.content, false,
    'RECEIVED', 'bench', sha256(b.content::bytea), now(), now()
  from bench.comment b
  join draft d on d.id = :target
  join organization o on o.code = b.organization
  left join section s on s.draft_id = d.id and s.code = b.section
  left join letter l on l.draft_id = d.id and l.organization_id = o.id and l.number = b.letter
  where b.n = :n
  returning id \gset
insert into comment_history (comment_id, at, by_name, client, action, to_status)
  values (:id, now(), 'bench', 'bench', 'RECEIVED', 'RECEIVED');
insert into idempotency_record (client, key, request, status, etag, location, body, created_at)
  select 'bench', :key::text, sha256(content::bytea), 201, '"0"', '/api/v1/comments/bench', content::bytea, now() from bench.comment where n = :n;
insert into audit (at, outcome, name, client, role, credential, address, operation, method, path, subject, status)
  values (now(), 'DONE', 'bench', 'bench', 'SUBMITTER', 'bench', '127.0.0.1', 'createComment', 'POST',
    '/api/v1/plans/{plan}/drafts/{draft}/comments', :id, 201);
commit;
