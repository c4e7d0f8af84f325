-- socrates-migration: 1
-- revision: 002
-- down_revision: 001
-- database: socrates_auth
-- title: Create refresh_tokens table
-- create_date: 2025-11-05
-- phase: 1
-- lint:ignore redundant-index the plan lists it beside the unique constraint

-- migrate:up
CREATE TABLE refresh_tokens (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    token VARCHAR(500) NOT NULL,
    expires_at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    is_revoked BOOLEAN DEFAULT false NOT NULL,
    created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW() NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (token)
);

ALTER TABLE refresh_tokens ADD CONSTRAINT fk_refresh_tokens_user_id
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

CREATE INDEX idx_refresh_tokens_user_id ON refresh_tokens (user_id);
CREATE INDEX idx_refresh_tokens_token ON refresh_tokens (token);
CREATE INDEX idx_refresh_tokens_expires_at ON refresh_tokens (expires_at);

-- migrate:down
DROP INDEX idx_refresh_tokens_expires_at;
DROP INDEX idx_refresh_tokens_token;
DROP INDEX idx_refresh_tokens_user_id;
ALTER TABLE refresh_tokens DROP CONSTRAINT fk_refresh_tokens_user_id;
DROP TABLE refresh_tokens;
