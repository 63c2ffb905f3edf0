-- A migration waits for the locks of others, and runs without a time limit.
set local lock_timeout = 0;
set local statement_timeout = 0;
