-- Why the message of a known sender was parked: a platform.http.problem.WarningCode.
alter table parked_letter add column obstacle text check (obstacle <> '');
