-- Issues, their history and who is told, of many tenants.
CREATE TYPE visibility AS ENUM ('private', 'internal', 'public');
CREATE TYPE priority AS ENUM ('low', 'normal', 'high');
CREATE DOMAIN slug AS text CONSTRAINT slug_form CHECK (VALUE ~ '^[a-z0-9-]{1,64}$');
CREATE DOMAIN email AS text COLLATE "C" CHECK (VALUE LIKE '%_@_%');
CREATE COLLATION "Digits" (provider = icu, locale = 'und-u-kn-true');
CREATE TABLE tenants (id uuid PRIMARY KEY, name text NOT NULL UNIQUE, settings jsonb DEFAULT '{}' NOT NULL);
CREATE TABLE "Users" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
    "eMail" email NOT NULL,
    "Full Name" text,
    initials text GENERATED ALWAYS AS (upper(left("Full Name", 1))) STORED,
    admin boolean DEFAULT false NOT NULL,
    seen timestamptz,
    CONSTRAINT "Users_mail" UNIQUE (tenant, "eMail"));
CREATE INDEX "Users_seen" ON "Users" USING brin (seen) WITH (pages_per_range = 64);
CREATE TABLE projects (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
    parent bigint REFERENCES projects,
    slug slug NOT NULL,
    title text COLLATE "Digits" NOT NULL,
    visibility visibility DEFAULT 'private' NOT NULL,
    archived timestamptz,
    stars integer DEFAULT 0 NOT NULL CHECK (stars >= 0));
CREATE UNIQUE INDEX projects_slug ON projects (tenant, slug) WHERE archived IS NULL;
CREATE INDEX projects_tree ON projects (parent NULLS FIRST, id);
COMMENT ON COLUMN projects.slug IS 'as it stands in an address';
CREATE TABLE labels (id serial PRIMARY KEY, project bigint NOT NULL REFERENCES projects ON DELETE CASCADE,
    name varchar(60) NOT NULL, color char(7) DEFAULT '#cccccc' NOT NULL, UNIQUE (project, name));
CREATE TABLE issues (
    id bigint GENERATED ALWAYS AS IDENTITY,
    project bigint NOT NULL REFERENCES projects,
    number integer NOT NULL,
    title varchar(500) NOT NULL,
    body text,
    priority priority DEFAULT 'normal' NOT NULL,
    author bigint REFERENCES "Users" ON DELETE SET NULL,
    opened timestamptz DEFAULT clock_timestamp() NOT NULL,
    closed timestamptz,
    weight smallint,
    words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title)) STORED,
    PRIMARY KEY (id),
    CONSTRAINT issues_number UNIQUE (project, number),
    CONSTRAINT issues_weight CHECK (weight BETWEEN 0 AND 100));
CREATE INDEX issues_words ON issues USING gin (words);
CREATE INDEX issues_open ON issues (project, priority DESC, opened) WHERE closed IS NULL;
CREATE INDEX issues_author ON issues (author) WHERE author IS NOT NULL;
CREATE STATISTICS issues_pair (ndistinct) ON project, author FROM issues;
CREATE TABLE issue_labels (issue bigint NOT NULL REFERENCES issues ON DELETE CASCADE,
    label integer NOT NULL REFERENCES labels ON DELETE CASCADE, PRIMARY KEY (issue, label));
CREATE TABLE events (
    tenant uuid NOT NULL,
    id bigint NOT NULL,
    issue bigint,
    kind text NOT NULL,
    payload jsonb,
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
) PARTITION BY HASH (tenant);
CREATE TABLE events_0 PARTITION OF events FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE INDEX events_at ON events (at, kind);
CREATE FUNCTION next_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public' AS $$
BEGIN
    SELECT coalesce(max(number), 0) + 1 INTO NEW.number FROM issues WHERE project = NEW.project;
    RETURN NEW;
END $$;
CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('issues', NEW.id::text); RETURN NULL; END $$;
CREATE PROCEDURE archive(project_id bigint) LANGUAGE sql AS 'UPDATE projects SET archived = now() WHERE id = project_id';
CREATE TRIGGER number_issues BEFORE INSERT ON issues FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION next_number();
CREATE CONSTRAINT TRIGGER tell_all AFTER INSERT OR UPDATE ON issues DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell();
CREATE VIEW open_issues AS SELECT i.id, i.project, i.title, i.priority, u."Full Name" AS author
    FROM issues i LEFT JOIN "Users" u ON u.id = i.author WHERE i.closed IS NULL;
CREATE VIEW urgent_issues AS SELECT * FROM open_issues WHERE priority = 'high';
CREATE VIEW urgent_counts AS SELECT project, count(*) AS open FROM urgent_issues GROUP BY project;
CREATE VIEW active_projects AS SELECT id, tenant, slug, title FROM projects WHERE archived IS NULL WITH CASCADED CHECK OPTION;
ALTER VIEW active_projects ALTER title SET DEFAULT 'untitled';
CREATE MATERIALIZED VIEW project_sizes AS SELECT project, count(*) AS issues FROM issues GROUP BY project;
CREATE INDEX project_sizes_issues ON project_sizes (issues);
ALTER TABLE issues ENABLE ROW LEVEL SECURITY;
ALTER TABLE issues FORCE ROW LEVEL SECURITY;
CREATE POLICY by_project ON issues USING (project IN (SELECT id FROM active_projects));
CREATE POLICY by_author ON issues FOR INSERT TO app_writer WITH CHECK (author IS NOT NULL);
ALTER TABLE labels REPLICA IDENTITY FULL;
ALTER TABLE issues CLUSTER ON issues_number;
ALTER TABLE tenants OWNER TO app_owner;
GRANT SELECT, INSERT ON issues, labels TO app_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO app_reader WITH GRANT OPTION;
GRANT USAGE ON SEQUENCE labels_id_seq TO app_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app_reader;
CREATE PUBLICATION everything FOR ALL TABLES;
