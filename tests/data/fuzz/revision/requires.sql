-- socrates-migration: 1
-- revision: 003
-- down_revision:
-- branch_labels: specs
-- database: socrates_specs
-- requires: socrates_auth@002
-- references: projects.user_id -> socrates_auth.users.id
-- title: Create projects table
-- create_date: 2025-11-05
-- phase: 1

-- migrate:up
CREATE TABLE projects (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    description TEXT,
    current_phase VARCHAR(50) DEFAULT 'discovery' NOT NULL,
    maturity_score INTEGER DEFAULT '0' NOT NULL,
    status VARCHAR(20) DEFAULT 'active' NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    updated_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX idx_projects_user_id ON projects (user_id);
CREATE INDEX idx_projects_status ON projects (status);
CREATE INDEX idx_projects_current_phase ON projects (current_phase);
CREATE INDEX idx_projects_maturity_score ON projects (maturity_score);

ALTER TABLE projects ADD CONSTRAINT check_projects_maturity_score
    CHECK (maturity_score >= 0 AND maturity_score <= 100);

-- migrate:down
ALTER TABLE projects DROP CONSTRAINT check_projects_maturity_score;
DROP INDEX idx_projects_maturity_score;
DROP INDEX idx_projects_current_phase;
DROP INDEX idx_projects_status;
DROP INDEX idx_projects_user_id;
DROP TABLE projects;
