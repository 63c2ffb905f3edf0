-- A migration waits for others to finish, and takes its time.
set local lock_timeout = 0;
set local statement_timeout = 0;
