-- socrates-migration: 1
-- revision: 001
-- down_revision:
-- branch_labels: auth
-- database: socrates_auth
-- title: Create users table
-- create_date: 2025-11-05
-- phase: 1
-- lint:ignore redundant-index the plan lists it beside the unique constraint

-- migrate:up
CREATE TABLE users (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    email VARCHAR(255) NOT NULL,
    hashed_password VARCHAR(255) NOT NULL,
    is_active BOOLEAN DEFAULT true NOT NULL,
    is_verified BOOLEAN DEFAULT false NOT NULL,
    status VARCHAR(20) DEFAULT 'active' NOT NULL,
    role VARCHAR(20) DEFAULT 'user' NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    updated_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (email)
);

CREATE INDEX idx_users_email ON users (email);
CREATE INDEX idx_users_is_active ON users (is_active);
CREATE INDEX idx_users_status ON users (status);

-- migrate:down
DROP INDEX idx_users_status;
DROP INDEX idx_users_is_active;
DROP INDEX idx_users_email;
DROP TABLE users;
