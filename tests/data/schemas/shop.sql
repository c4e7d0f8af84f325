-- A web shop: partitions, sequences, generated columns, exclusion, statistics, inheritance.
CREATE EXTENSION btree_gist;
CREATE EXTENSION "uuid-ossp";
CREATE SCHEMA stock;
COMMENT ON SCHEMA stock IS 'what lies on which shelf';
CREATE TYPE order_state AS ENUM ('new', 'paid', 'sent', 'returned');
COMMENT ON TYPE order_state IS 'in the order of their lives';
CREATE TYPE money_amount AS (value numeric(12,2), currency char(3));
CREATE DOMAIN quantity AS integer DEFAULT 1 NOT NULL CONSTRAINT quantity_positive CHECK (VALUE > 0);
CREATE DOMAIN sku AS varchar(40) CONSTRAINT sku_form CHECK (VALUE ~ '^[A-Z0-9-]+$');
CREATE SEQUENCE invoice_number START 1000 INCREMENT 1 CACHE 1;
CREATE TABLE customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email varchar(255) NOT NULL,
    name text NOT NULL,
    country char(2) DEFAULT 'GR' NOT NULL,
    credit numeric(12,2) DEFAULT 0 NOT NULL,
    born date,
    notes text,
    joined timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT customers_email_key UNIQUE (email),
    CONSTRAINT customers_credit_check CHECK (credit >= 0));
COMMENT ON TABLE customers IS 'people who bought something';
COMMENT ON COLUMN customers.born IS 'asked for where the law wants it';
COMMENT ON CONSTRAINT customers_credit_check ON customers IS 'no debts';
CREATE INDEX customers_name_idx ON customers (name, country);
CREATE INDEX customers_lower_idx ON customers (lower(email));
CREATE INDEX customers_joined_idx ON customers (joined DESC NULLS LAST) WHERE credit > 0;
COMMENT ON INDEX customers_name_idx IS 'for the search of the desk';
CREATE TABLE products (
    id serial PRIMARY KEY,
    code sku UNIQUE NOT NULL,
    title text COLLATE "C" NOT NULL,
    price numeric(10,2) NOT NULL,
    tax numeric(4,2) DEFAULT 24.0 NOT NULL,
    gross numeric(12,2) GENERATED ALWAYS AS (price * (1 + tax / 100)) STORED,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    data jsonb,
    size money_amount,
    CONSTRAINT products_price_check CHECK (price > 0 AND price < 100000));
CREATE INDEX products_tags_idx ON products USING gin (tags);
CREATE INDEX products_data_idx ON products USING gin (data jsonb_path_ops);
CREATE INDEX products_title_idx ON products (title text_pattern_ops) INCLUDE (price) WITH (fillfactor = 80);
CREATE STATISTICS products_price_tax (ndistinct, dependencies) ON price, tax FROM products;
COMMENT ON STATISTICS products_price_tax IS 'they go together';
CREATE TABLE orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    state order_state DEFAULT 'new' NOT NULL,
    placed date NOT NULL,
    total numeric(12,2) DEFAULT 0 NOT NULL,
    remark text,
    CONSTRAINT orders_pkey PRIMARY KEY (id, placed),
    CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT
) PARTITION BY RANGE (placed);
CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE orders_2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE INDEX orders_state_idx ON orders (state) WHERE state <> 'returned';
CREATE SEQUENCE orders_id_seq AS bigint OWNED BY orders.id;
ALTER TABLE orders ALTER id SET DEFAULT nextval('orders_id_seq');
COMMENT ON SEQUENCE orders_id_seq IS 'never reset';
CREATE TABLE order_lines (
    order_id bigint NOT NULL,
    placed date NOT NULL,
    line smallint NOT NULL,
    product_id integer NOT NULL REFERENCES products (id) ON UPDATE CASCADE ON DELETE NO ACTION,
    amount quantity,
    price numeric(10,2) NOT NULL,
    PRIMARY KEY (order_id, placed, line),
    CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id, placed) REFERENCES orders (id, placed) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT order_lines_product_key UNIQUE (order_id, placed, product_id) DEFERRABLE);
CREATE TABLE bookings (
    room integer NOT NULL,
    during tstzrange NOT NULL,
    guest bigint REFERENCES customers (id) ON DELETE SET NULL,
    CONSTRAINT bookings_no_overlap EXCLUDE USING gist (room WITH =, during WITH &&));
CREATE TABLE stock.shelves (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    "Row" text NOT NULL,
    "column" integer NOT NULL,
    UNIQUE ("Row", "column"));
CREATE TABLE stock.items (
    shelf uuid NOT NULL REFERENCES stock.shelves ON DELETE CASCADE,
    product integer NOT NULL REFERENCES products,
    amount quantity,
    counted timestamp(0) DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (shelf, product)) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1);
CREATE UNLOGGED TABLE baskets (id uuid PRIMARY KEY, content jsonb NOT NULL, touched timestamptz);
CREATE TABLE events (id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), what text);
CREATE TABLE events_login (ip inet, CONSTRAINT events_login_ip CHECK (ip IS NOT NULL)) INHERITS (events);
CREATE TABLE prices (region text NOT NULL, product integer, price numeric) PARTITION BY LIST (region);
CREATE TABLE prices_eu PARTITION OF prices FOR VALUES IN ('GR', 'DE', 'FR');
CREATE TABLE prices_hash (k integer) PARTITION BY HASH (k);
CREATE TABLE prices_hash_0 PARTITION OF prices_hash FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE FUNCTION order_total(wanted bigint) RETURNS numeric LANGUAGE sql STABLE AS
    $$ SELECT coalesce(sum(price * amount), 0) FROM order_lines WHERE order_id = wanted $$;
COMMENT ON FUNCTION order_total(bigint) IS 'without shipping';
CREATE PROCEDURE close_order(wanted bigint) LANGUAGE plpgsql AS
    $$ BEGIN UPDATE orders SET state = 'sent' WHERE id = wanted; END $$;
CREATE AGGREGATE longest(text) (sfunc = textcat, stype = text, initcond = '');
CREATE TYPE price_range AS RANGE (subtype = numeric);
CREATE VIEW open_orders AS SELECT o.id, o.placed, c.email FROM orders o JOIN customers c ON c.id = o.customer_id
    WHERE o.state = 'new';
CREATE VIEW open_emails WITH (security_barrier = true) AS SELECT DISTINCT email FROM open_orders;
COMMENT ON VIEW open_orders IS 'for the desk';
COMMENT ON COLUMN open_orders.email IS 'of the customer';
CREATE MATERIALIZED VIEW turnover AS SELECT date_trunc('month', placed::timestamp) AS month, sum(total) AS total
    FROM orders GROUP BY 1;
CREATE UNIQUE INDEX turnover_month_idx ON turnover (month);
GRANT SELECT ON customers, products TO app_reader;
GRANT SELECT, INSERT, UPDATE ON orders TO app_writer WITH GRANT OPTION;
GRANT UPDATE (credit) ON customers TO app_writer;
GRANT USAGE ON SCHEMA stock TO app_reader;
GRANT USAGE ON SEQUENCE invoice_number TO app_writer;
REVOKE EXECUTE ON FUNCTION order_total(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION order_total(bigint) TO app_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA stock GRANT SELECT, INSERT ON TABLES TO app_reader;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER TABLE bookings REPLICA IDENTITY FULL;
ALTER TABLE customers CLUSTER ON customers_name_idx;
ALTER TABLE customers ALTER name SET STATISTICS 500;
ALTER TABLE customers ALTER notes SET STORAGE EXTERNAL;
