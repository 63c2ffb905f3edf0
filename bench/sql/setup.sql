-- For psql: tables for the scripts of pgbench. Comment n is of the nth organization by code.
create schema bench;
create table bench.comment (
  n int primary key, organization text, letter text, section text, page int, kind text, content text);
insert into bench.comment
  select n, o.code, c -> 'letter' ->> 'number', c ->> 'section', (c -> 'locator' ->> 'page')::int, c ->> 'kind',
    c ->> 'content'
  from json_array_elements(:'comments') with ordinality as sent (c, n)
  join (select code, row_number() over (order by code) as n from organization) o using (n);
create table bench.question (n int primary key, words text);
insert into bench.question
  select n, words from json_array_elements_text(:'questions') with ordinality as sent (words, n);
