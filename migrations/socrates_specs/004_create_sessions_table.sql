-- socrates-migration: 1
-- revision: 004
-- down_revision: 003
-- database: socrates_specs
-- title: Create sessions table
-- create_date: 2025-11-05
-- phase: 1

-- migrate:up
CREATE TABLE sessions (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    project_id UUID NOT NULL,
    mode VARCHAR(20) DEFAULT 'socratic' NOT NULL,
    status VARCHAR(20) DEFAULT 'active' NOT NULL,
    started_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    ended_at TIMESTAMP WITHOUT TIME ZONE,
    created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    updated_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    PRIMARY KEY (id)
);

ALTER TABLE sessions ADD CONSTRAINT fk_sessions_project_id
    FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE;

CREATE INDEX idx_sessions_project_id ON sessions (project_id);
CREATE INDEX idx_sessions_status ON sessions (status);
CREATE INDEX idx_sessions_mode ON sessions (mode);

-- migrate:down
DROP INDEX idx_sessions_mode;
DROP INDEX idx_sessions_status;
DROP INDEX idx_sessions_project_id;
ALTER TABLE sessions DROP CONSTRAINT fk_sessions_project_id;
DROP TABLE sessions;
