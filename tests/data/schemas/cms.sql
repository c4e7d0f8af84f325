-- A CMS: views on views, domains, row security, languages, composite keys, NULLS handling.
CREATE EXTENSION citext;
CREATE SCHEMA draft;
CREATE SCHEMA live;
CREATE DOMAIN slug AS text CHECK (VALUE = lower(VALUE));
CREATE DOMAIN locale AS char(5) DEFAULT 'el-GR';
CREATE DOMAIN email AS citext NOT NULL;
CREATE TYPE address AS (street text, town text, zip varchar(10));
CREATE TYPE page_state AS ENUM ('draft', 'review', 'live');
CREATE TABLE tenants (id smallint PRIMARY KEY, name text NOT NULL, seat address, mail email);
CREATE TABLE authors (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant smallint NOT NULL REFERENCES tenants ON UPDATE CASCADE,
    name text NOT NULL,
    mail email,
    PRIMARY KEY (id),
    UNIQUE (tenant, name));
CREATE TABLE draft.pages (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tenant smallint NOT NULL REFERENCES tenants,
    slug slug NOT NULL,
    locale locale NOT NULL,
    title text NOT NULL,
    body xml,
    author uuid REFERENCES authors ON DELETE SET NULL,
    state page_state DEFAULT 'draft' NOT NULL,
    valid daterange,
    flags bit varying(8) DEFAULT B'0',
    words integer GENERATED ALWAYS AS (length(title)) STORED,
    CONSTRAINT pages_pkey PRIMARY KEY (id),
    CONSTRAINT pages_slug_key UNIQUE (tenant, locale, slug),
    CONSTRAINT pages_title_check CHECK (title <> '') NO INHERIT);
CREATE TABLE live.pages (LIKE draft.pages INCLUDING DEFAULTS);
ALTER TABLE live.pages ADD PRIMARY KEY (tenant, slug, locale);
CREATE TABLE menus (
    tenant smallint NOT NULL,
    name text NOT NULL,
    entries jsonb DEFAULT '[]'::jsonb NOT NULL,
    parent text,
    CONSTRAINT menus_pk PRIMARY KEY (tenant, name),
    CONSTRAINT menus_parent_fk FOREIGN KEY (tenant, parent) REFERENCES menus (tenant, name) MATCH FULL);
CREATE UNIQUE INDEX authors_mail_idx ON authors (tenant, lower(mail::text));
CREATE INDEX pages_state_idx ON draft.pages (state, tenant DESC);
CREATE INDEX pages_valid_idx ON draft.pages USING gist (valid);
CREATE INDEX menus_name_hash ON menus USING hash (name);
ALTER TABLE authors ENABLE ROW LEVEL SECURITY;
ALTER TABLE menus ENABLE ROW LEVEL SECURITY;
ALTER TABLE menus FORCE ROW LEVEL SECURITY;
CREATE POLICY authors_tenant ON authors USING (tenant = current_setting('cms.tenant')::smallint);
CREATE POLICY menus_read ON menus FOR SELECT TO app_reader USING (true);
CREATE POLICY menus_write ON menus AS RESTRICTIVE FOR UPDATE TO app_writer USING (tenant > 0)
    WITH CHECK (tenant < 100);
COMMENT ON POLICY menus_read ON menus IS 'menus are public';
COMMENT ON DOMAIN slug IS 'as in URLs';
COMMENT ON COLUMN draft.pages.words IS 'for the editors';
CREATE VIEW draft.mine AS SELECT p.* FROM draft.pages p WHERE p.state <> 'live';
CREATE VIEW titles AS SELECT tenant, slug, title FROM live.pages UNION ALL SELECT tenant, slug, title FROM draft.mine;
CREATE VIEW counts AS SELECT tenant, count(*) AS pages FROM titles GROUP BY tenant;
CREATE VIEW tenant_names WITH (check_option = local) AS SELECT id, name FROM tenants WHERE id > 0;
ALTER VIEW tenant_names ALTER COLUMN name SET DEFAULT 'nobody';
CREATE MATERIALIZED VIEW live.sitemap AS SELECT tenant, array_agg(slug ORDER BY slug) AS slugs FROM live.pages
    GROUP BY tenant WITH NO DATA;
CREATE INDEX sitemap_tenant_idx ON live.sitemap (tenant);
CREATE FUNCTION draft.publish(page bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS
    $$ BEGIN PERFORM page; END $$;
CREATE FUNCTION zip(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.zip $$;
CREATE INDEX tenants_zip_idx ON tenants (zip(seat));
CREATE SEQUENCE draft.revision AS smallint MINVALUE -5 MAXVALUE 500 START 0 CYCLE;
ALTER TABLE authors OWNER TO app_owner;
ALTER FUNCTION zip(address) OWNER TO app_owner;
REVOKE ALL ON SCHEMA live FROM PUBLIC;
GRANT USAGE ON SCHEMA live TO app_reader, app_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA live TO app_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE app_writer GRANT USAGE ON SEQUENCES TO app_reader WITH GRANT OPTION;
