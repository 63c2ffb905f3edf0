-- One plain INSERT: a table with a primary key, three foreign keys and one index.
\set n random(1, 70)
insert into plain.comment (id, draft_id, section_id, also_sections, organization_code, letter_id, letter_number,
    letter_date, locator_page, kind, content, restricted, late, needs_review, status, received_at, updated_at, version)
  select uuidv7(), draft_id, section_id, also_sections, organization_code, letter_id, letter_number, letter_date,
    locator_page, kind, content, restricted, late, needs_review, status, now(), now(), 0
  from bench.sent where n = :n;
