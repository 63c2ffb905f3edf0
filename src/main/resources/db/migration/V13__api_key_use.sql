-- When a key was last shown: written once a minute at most, beside what the request itself does.
alter table api_key add last_used_at timestamptz;
