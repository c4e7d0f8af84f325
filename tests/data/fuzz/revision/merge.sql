-- socrates-migration: 1
-- revision: 9
-- down_revision: 1, 2
-- database: a
-- irreversible: x
-- lock_timeout: 1s

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY i ON t (a);
-- migrate:down
