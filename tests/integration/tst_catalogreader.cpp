// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "tests/support/plantedoperators.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

namespace {

Schema read(Connection& connection, const CatalogScope& scope = {})
{
    auto schema = readCatalog(connection, scope);
    if (!schema)
        qFatal("%s", qPrintable(schema.error().text() + schema.error().statement));
    return *schema;
}

Schema schemaAfter(const QStringList& statements)
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"catalog"_s);
    server.run(database, statements);
    const auto connection = server.connect(database);
    return read(*connection);
}

QString keyText(const SchemaObject& object)
{
    return kindText(object.kind) + u' ' + object.schema + u'.' + object.table + u'.' + object.name;
}

} // namespace

class TestCatalogReader : public QObject
{
    Q_OBJECT
private slots:
    void describes_data();
    void describes();
    void leavesOutWhatIsNotTheProjects();
    void countsWhatIsNotCompared();
    void marksAnInvalidIndex();
    void isIndependentOfTheSessionsSettings();
    void leavesAnOpenTransactionAsItWas();
    void describesAThrowAwaySchemaAsPublic();
    void sharesNothingBetweenReadings();
    void readsWhatAnotherUserOwns();
    void callsNoPlantedOperator_data();
    void callsNoPlantedOperator();
    void tellsWhatWasGivenAway();
};

void TestCatalogReader::describes_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("definition");
    const auto row = [](const char* name, const QStringList& statements, const QString& key,
                        const QString& definition) {
        QTest::newRow(name) << statements << key << definition;
    };
    const auto column = [&row](const char* name, const QString& text, const QString& definition) {
        row(name, {u"CREATE TABLE t (k int, c "_s + text + u')'}, u"column public.t.c"_s,
            definition);
    };
    row("table", {u"CREATE TABLE t (c int)"_s}, u"table public..t"_s, u"table"_s);
    row("table without columns", {u"CREATE TABLE t ()"_s}, u"table public..t"_s, u"table"_s);
    row("quoted names",
        {uR"(CREATE TABLE "A ""t""; (" (" c USING" int))"_s,
         uR"(CREATE INDEX "i ON x USING" ON "A ""t""; (" (" c USING"))"_s},
        uR"(index public.A "t"; (.i ON x USING)"_s, uR"(btree (" c USING"))"_s);
    row("unlogged table", {u"CREATE UNLOGGED TABLE t (c int)"_s}, u"table public..t"_s,
        u"unlogged table"_s);
    row("table options", {u"CREATE TABLE t (c int) WITH (fillfactor=70)"_s}, u"table public..t"_s,
        u"table with (fillfactor=70)"_s);
    row("options of what is stored beside a table",
        {u"CREATE TABLE t (c text) WITH (fillfactor=70, toast.autovacuum_enabled=false)"_s},
        u"table public..t"_s, u"table with (fillfactor=70, toast.autovacuum_enabled=false)"_s);
    row("only options of what is stored beside a materialized view",
        {u"CREATE MATERIALIZED VIEW m WITH (toast.autovacuum_enabled=false) AS SELECT ''::text AS c"_s},
        u"materialized_view public..m"_s,
        u"SELECT ''::text AS c; with (toast.autovacuum_enabled=false)"_s);
    row("row security",
        {u"CREATE TABLE t (c int)"_s, u"ALTER TABLE t ENABLE ROW LEVEL SECURITY"_s,
         u"ALTER TABLE t FORCE ROW LEVEL SECURITY"_s},
        u"table public..t"_s, u"table row level security forced row level security"_s);
    row("replica identity", {u"CREATE TABLE t (c int)"_s, u"ALTER TABLE t REPLICA IDENTITY FULL"_s},
        u"table public..t"_s, u"table replica identity full"_s);
    row("partitioned", {u"CREATE TABLE t (c int, d date) PARTITION BY RANGE (d)"_s},
        u"table public..t"_s, u"table partition by RANGE (d)"_s);
    row("partition",
        {u"CREATE TABLE t (c int, d date) PARTITION BY RANGE (d)"_s,
         u"CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"_s},
        u"table public..t1"_s,
        u"table partition of t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"_s);
    row("inheritance", {u"CREATE TABLE p (c int)"_s, u"CREATE TABLE t () INHERITS (p)"_s},
        u"table public..t"_s, u"table inherits (p)"_s);
    column("varchar", u"varchar(255) NOT NULL"_s, u"character varying(255) not null"_s);
    column("uuid", u"uuid DEFAULT gen_random_uuid()"_s, u"uuid default gen_random_uuid()"_s);
    column("text default", u"varchar(20) NOT NULL DEFAULT 'active'"_s,
           u"character varying(20) not null default 'active'::character varying"_s);
    column("timestamp", u"timestamp NOT NULL DEFAULT now()"_s,
           u"timestamp without time zone not null default now()"_s);
    column("array", u"int[]"_s, u"integer[]"_s);
    column("numeric", u"numeric(10,2)"_s, u"numeric(10,2)"_s);
    column("collation", u"text COLLATE \"C\""_s, u"text collate \"C\""_s);
    column("identity", u"int GENERATED BY DEFAULT AS IDENTITY"_s,
           u"integer not null generated by default as identity"_s);
    column("identity always", u"int GENERATED ALWAYS AS IDENTITY"_s,
           u"integer not null generated always as identity"_s);
    column("generated", u"int GENERATED ALWAYS AS (k * 2) STORED"_s,
           u"integer generated always as ((k * 2)) stored"_s);
    column("serial", u"serial"_s, u"integer not null default nextval('t_c_seq'::regclass)"_s);
    column("date default", u"date DEFAULT '2024-02-03'"_s, u"date default '2024-02-03'::date"_s);
    row("storage", {u"CREATE TABLE t (c text)"_s, u"ALTER TABLE t ALTER c SET STORAGE EXTERNAL"_s},
        u"column public.t.c"_s, u"text storage external"_s);
    row("statistics", {u"CREATE TABLE t (c text)"_s, u"ALTER TABLE t ALTER c SET STATISTICS 7"_s},
        u"column public.t.c"_s, u"text statistics 7"_s);
    row("column options",
        {u"CREATE TABLE t (c text)"_s, u"ALTER TABLE t ALTER c SET (n_distinct = 5)"_s},
        u"column public.t.c"_s, u"text with (n_distinct=5)"_s);
    row("primary key", {u"CREATE TABLE t (c int PRIMARY KEY)"_s}, u"primary_key public.t.t_pkey"_s,
        u"PRIMARY KEY (c)"_s);
    row("index of the primary key", {u"CREATE TABLE t (c int PRIMARY KEY)"_s},
        u"index public.t.t_pkey"_s, u"unique btree (c)"_s);
    row("unique", {u"CREATE TABLE t (c int UNIQUE DEFERRABLE INITIALLY DEFERRED)"_s},
        u"unique public.t.t_c_key"_s, u"UNIQUE (c) DEFERRABLE INITIALLY DEFERRED"_s);
    row("foreign key",
        {u"CREATE TABLE u (i int PRIMARY KEY)"_s,
         u"CREATE TABLE t (c int CONSTRAINT f REFERENCES u ON DELETE CASCADE)"_s},
        u"foreign_key public.t.f"_s, u"FOREIGN KEY (c) REFERENCES u(i) ON DELETE CASCADE"_s);
    row("foreign key to another schema",
        {u"CREATE SCHEMA s"_s, u"CREATE TABLE s.u (i int PRIMARY KEY)"_s,
         u"CREATE TABLE t (c int CONSTRAINT f REFERENCES s.u)"_s},
        u"foreign_key public.t.f"_s, u"FOREIGN KEY (c) REFERENCES s.u(i)"_s);
    row("check", {u"CREATE TABLE t (c int CONSTRAINT k CHECK (c >= 0 AND c <= 100))"_s},
        u"check public.t.k"_s, u"CHECK (((c >= 0) AND (c <= 100)))"_s);
    row("not valid",
        {u"CREATE TABLE t (c int)"_s, u"ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0) NOT VALID"_s},
        u"check public.t.k"_s, u"CHECK ((c > 0)) NOT VALID"_s);
    row("exclusion",
        {u"CREATE TABLE t (c int4range, CONSTRAINT x EXCLUDE USING gist (c WITH &&))"_s},
        u"exclusion public.t.x"_s, u"EXCLUDE USING gist (c WITH &&)"_s);
    row("partial index",
        {u"CREATE TABLE t (c int, d text)"_s,
         u"CREATE UNIQUE INDEX i ON t (lower(d) DESC, c) INCLUDE (d) WHERE c > 3"_s},
        u"index public.t.i"_s, u"unique btree (lower(d) DESC, c) INCLUDE (d) WHERE (c > 3)"_s);
    row("hash index", {u"CREATE TABLE t (c int)"_s, u"CREATE INDEX i ON t USING hash (c)"_s},
        u"index public.t.i"_s, u"hash (c)"_s);
    row("partitioned index",
        {u"CREATE TABLE t (d date) PARTITION BY RANGE (d)"_s, u"CREATE INDEX i ON ONLY t (d)"_s},
        u"index public.t.i"_s, u"btree (d)"_s);
    row("clustered index",
        {u"CREATE TABLE t (c int)"_s, u"CREATE INDEX i ON t (c)"_s,
         u"ALTER TABLE t CLUSTER ON i"_s},
        u"index public.t.i"_s, u"btree (c) clustered"_s);
    const QString sequence = u"%1 start 1 increment 1 min 1 max %2 cache 1"_s;
    row("sequence", {u"CREATE SEQUENCE q"_s}, u"sequence public..q"_s,
        sequence.arg(u"bigint"_s, u"9223372036854775807"_s));
    row("sequence of a serial", {u"CREATE TABLE t (c serial)"_s}, u"sequence public.t.t_c_seq"_s,
        sequence.arg(u"integer"_s, u"2147483647"_s) + u" owned by t.c"_s);
    row("sequence of an identity",
        {u"CREATE TABLE t (c int GENERATED ALWAYS AS IDENTITY (CYCLE))"_s},
        u"sequence public.t.t_c_seq"_s,
        sequence.arg(u"integer"_s, u"2147483647"_s) + u" cycle identity of t.c"_s);
    row("enum",
        {u"CREATE TYPE e AS ENUM ('b', 'it''s')"_s, u"ALTER TYPE e ADD VALUE 'a' BEFORE 'b'"_s},
        u"enum public..e"_s, u"('a', 'b', 'it''s')"_s);
    row("domain",
        {u"CREATE DOMAIN d AS varchar(9) NOT NULL DEFAULT 'x' CONSTRAINT k CHECK (VALUE <> '')"_s},
        u"domain public..d"_s,
        u"character varying(9) not null default 'x'::character varying constraint k CHECK (((VALUE)::text <> ''::text))"_s);
    // The default as it reads now, not as its type was called when the domain was made.
    row("default of a domain made with another path",
        {u"CREATE SEQUENCE sq"_s, u"CREATE SCHEMA s"_s, u"SET search_path = s"_s,
         u"CREATE DOMAIN public.d AS bigint DEFAULT nextval('public.sq')"_s},
        u"domain public..d"_s, u"bigint default nextval('sq'::regclass)"_s);
    row("composite type", {u"CREATE TYPE y AS (a int, \"B\" text COLLATE \"C\")"_s},
        u"composite_type public..y"_s, u"(a integer, \"B\" text collate \"C\")"_s);
    row("view", {u"CREATE VIEW v WITH (security_barrier) AS SELECT 1 AS c"_s}, u"view public..v"_s,
        u"SELECT 1 AS c; with (security_barrier=true)"_s);
    row("materialized view", {u"CREATE MATERIALIZED VIEW m AS SELECT 1 AS c"_s},
        u"materialized_view public..m"_s, u"SELECT 1 AS c;"_s);
    row("index of a materialized view",
        {u"CREATE MATERIALIZED VIEW m AS SELECT 1 AS c"_s, u"CREATE INDEX i ON m (c)"_s},
        u"index public.m.i"_s, u"btree (c)"_s);
    row("function",
        {u"CREATE FUNCTION \"my F\"(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql STABLE AS 'SELECT 1'"_s},
        u"function public..my F(integer, text)"_s,
        u"function(a integer, b text DEFAULT 'x'::text)\n RETURNS integer\n LANGUAGE sql\n STABLE\nAS $function$SELECT 1$function$"_s);
    row("procedure", {u"CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'"_s},
        u"function public..p()"_s,
        u"procedure()\n LANGUAGE sql\nAS $procedure$SELECT 1$procedure$"_s);
    const QString body =
        u"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"_s;
    row("trigger",
        {u"CREATE TABLE t (c int)"_s, body,
         u"CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()"_s,
         u"ALTER TABLE t DISABLE TRIGGER g"_s},
        u"trigger public.t.g"_s,
        u"CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f() disabled"_s);
    row("policy",
        {u"CREATE TABLE t (c int)"_s,
         u"CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO postgres USING (c > 0) WITH CHECK (c > 1)"_s},
        u"policy public.t.p"_s,
        u"restrictive for update to postgres using ((c > 0)) with check ((c > 1))"_s);
    row("schema", {u"CREATE SCHEMA \"S 1\""_s}, u"schema S 1..S 1"_s, u"schema"_s);
    row("extension", {u"CREATE EXTENSION pg_trgm"_s}, u"extension ..pg_trgm"_s,
        u"in schema public"_s);
    const QString table = u"CREATE TABLE t (a int, b int)"_s;
    row("rule", {table, u"CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING"_s},
        u"rule public.t.r"_s, u"CREATE RULE r AS\n    ON DELETE TO t DO INSTEAD NOTHING;"_s);
    row("statistics", {table, u"CREATE STATISTICS s (ndistinct) ON a, b FROM t"_s},
        u"statistics public.t.s"_s, u"(ndistinct) ON a, b FROM t"_s);
    row("statistics of another schema than the table's",
        {u"CREATE SCHEMA s1"_s, u"CREATE SCHEMA s2"_s, u"CREATE TABLE s1.t (a int, b int)"_s,
         u"CREATE STATISTICS s1.s (ndistinct) ON a, b FROM s1.t"_s,
         u"CREATE STATISTICS s2.s (dependencies) ON a, b FROM s1.t"_s},
        u"statistics s2..s"_s, u"(dependencies) ON a, b FROM s1.t"_s);
    row("statistics beside those of another schema",
        {u"CREATE SCHEMA s1"_s, u"CREATE SCHEMA s2"_s, u"CREATE TABLE s1.t (a int, b int)"_s,
         u"CREATE STATISTICS s1.s (ndistinct) ON a, b FROM s1.t"_s,
         u"CREATE STATISTICS s2.s (dependencies) ON a, b FROM s1.t"_s},
        u"statistics s1.t.s"_s, u"(ndistinct) ON a, b FROM s1.t"_s);
    row("collation", {u"CREATE COLLATION c (provider = libc, locale = 'C')"_s},
        u"collation public..c"_s, u"(provider = libc, lc_collate = 'C', lc_ctype = 'C')"_s);
    row("aggregate", {u"CREATE AGGREGATE a (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')"_s},
        u"aggregate public..a(integer)"_s, u"(sfunc = int4pl, stype = integer, initcond = '0')"_s);
    row("aggregate with all that modifies it",
        {u"CREATE AGGREGATE a (int) (SFUNC = int4pl, STYPE = int, FINALFUNC = int4abs, "
         "FINALFUNC_MODIFY = SHAREABLE, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int, "
         "MSSPACE = 7, MFINALFUNC = int4abs, MFINALFUNC_MODIFY = READ_WRITE)"_s},
        u"aggregate public..a(integer)"_s,
        u"(sfunc = int4pl, stype = integer, finalfunc = int4abs, msfunc = int4pl, "
        "minvfunc = int4mi, mfinalfunc = int4abs, finalfunc_modify = shareable, "
        "mfinalfunc_modify = read_write, msspace = 7, mstype = integer)"_s);
    const QString count =
        u"CREATE FUNCTION n(int, int[]) RETURNS int LANGUAGE sql AS 'SELECT $1'"_s;
    row("aggregate with extra arguments",
        {u"CREATE FUNCTION x(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1'"_s,
         u"CREATE AGGREGATE a (int) (SFUNC = int4pl, STYPE = int, FINALFUNC = x, FINALFUNC_EXTRA, "
         "MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int, MFINALFUNC = x, MFINALFUNC_EXTRA)"_s},
        u"aggregate public..a(integer)"_s,
        u"(sfunc = int4pl, stype = integer, finalfunc = x, msfunc = int4pl, minvfunc = int4mi, "
        "mfinalfunc = x, finalfunc_extra, mfinalfunc_extra, mstype = integer)"_s);
    row("variadic aggregate",
        {count, u"CREATE AGGREGATE a (VARIADIC int[]) (SFUNC = n, STYPE = int)"_s},
        u"aggregate public..a(integer[])"_s, u"(sfunc = n, stype = integer) variadic"_s);
    row("aggregate of an array", {count, u"CREATE AGGREGATE a (int[]) (SFUNC = n, STYPE = int)"_s},
        u"aggregate public..a(integer[])"_s, u"(sfunc = n, stype = integer)"_s);
    row("event trigger",
        {u"CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END'"_s,
         u"CREATE EVENT TRIGGER w ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION e()"_s},
        u"event_trigger ..w"_s,
        u"on ddl_command_end when tag in ('DROP TABLE') execute function e()"_s);
    row("comment on a table", {table, u"COMMENT ON TABLE t IS 'it''s'"_s},
        u"comment public.t.table t"_s, u"it's"_s);
    row("comment on a column", {table, u"COMMENT ON COLUMN t.b IS 'x'"_s},
        u"comment public.t.column b"_s, u"x"_s);
    row("comment on a view's column",
        {table, u"CREATE VIEW v AS SELECT a FROM t"_s, u"COMMENT ON COLUMN v.a IS 'x'"_s},
        u"comment public.v.column a"_s, u"x"_s);
    row("column of a view", {table, u"CREATE VIEW v AS SELECT a FROM t"_s}, u"column public.v.a"_s,
        u"integer"_s);
    row("grants",
        {table, u"GRANT SELECT, INSERT ON t TO PUBLIC"_s,
         u"GRANT UPDATE ON t TO pg_monitor WITH GRANT OPTION"_s},
        u"grant public.t.table t"_s, u"PUBLIC: INSERT, SELECT; pg_monitor: UPDATE*"_s);
    row("grants on a column", {table, u"GRANT UPDATE (b) ON t TO pg_monitor"_s},
        u"grant public.t.column b"_s, u"pg_monitor: UPDATE"_s);
    row("less than everybody has",
        {u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
         u"REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC"_s},
        u"grant public..function f()"_s, u"nobody but the owner"_s);
    const int major = TestServer::shared().connect()->server().major();
    row("less than an owner has", {table, u"REVOKE DELETE ON t FROM postgres"_s},
        u"grant public.t.table t"_s,
        major >= 17 ? u"OWNER: INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE"_s
                    : u"OWNER: INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE"_s);
    row("default privileges",
        {u"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor"_s,
         u"ALTER DEFAULT PRIVILEGES GRANT INSERT ON TABLES TO pg_monitor WITH GRANT OPTION"_s},
        u"default_privileges ..tables"_s, u"pg_monitor: INSERT*, SELECT"_s);
    row("default privileges of a schema and of another role",
        {u"CREATE SCHEMA s"_s,
         u"ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA s GRANT USAGE ON SEQUENCES TO PUBLIC"_s},
        u"default_privileges s..sequences of pg_monitor"_s, u"PUBLIC: USAGE"_s);
    row("less than everybody has by default",
        {u"ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"_s},
        u"default_privileges ..functions"_s, u"nobody but the owner"_s);
    row("less than an owner has by default",
        {u"ALTER DEFAULT PRIVILEGES REVOKE TRUNCATE ON TABLES FROM postgres"_s},
        u"default_privileges ..tables"_s,
        u"OWNER: DELETE, INSERT, "_s + (major >= 17 ? u"MAINTAIN, "_s : QString()) +
            u"REFERENCES, SELECT, TRIGGER, UPDATE"_s);
    row("range type with an operator class of another schema",
        {u"CREATE SCHEMA s"_s,
         u"CREATE OPERATOR CLASS s.other FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=,"
         " OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int)"_s,
         u"CREATE TYPE s.r AS RANGE (subtype = int, subtype_opclass = s.other)"_s},
        u"range_type s..r"_s,
        u"(subtype = integer, subtype_opclass = s.other"_s +
            (major >= 14 ? u", multirange_type_name = s.r_multirange)"_s : u")"_s));
    row("dropped attribute",
        {u"CREATE TYPE y AS (a int, b text)"_s, u"ALTER TYPE y DROP ATTRIBUTE a"_s},
        u"composite_type public..y"_s, u"(b text)"_s);
}

void TestCatalogReader::describes()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, key);
    QFETCH(QString, definition);
    const Schema schema = schemaAfter(statements);
    QStringList keys;
    for (const SchemaObject& object : schema.objects()) {
        keys << keyText(object);
        if (keys.last() == key) {
            QCOMPARE(object.definition, definition);
            return;
        }
    }
    QFAIL(qPrintable(u"only "_s + keys.join(u", "_s)));
}

void TestCatalogReader::leavesOutWhatIsNotTheProjects()
{
    const Schema schema = schemaAfter(
        {u"CREATE SCHEMA socrates_admin"_s,
         u"CREATE TABLE socrates_admin.migration_log (i serial PRIMARY KEY)"_s,
         u"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)"_s,
         u"CREATE SCHEMA app"_s,
         u"CREATE TABLE app.alembic_version (version_num varchar(32) PRIMARY KEY)"_s,
         u"CREATE EXTENSION hstore"_s});
    QStringList keys;
    for (const SchemaObject& object : schema.objects())
        keys << keyText(object);
    QCOMPARE(keys, (QStringList{u"schema app..app"_s, u"extension ..hstore"_s}));
    QVERIFY(schemaAfter({}).isEmpty());
}

void TestCatalogReader::countsWhatIsNotCompared()
{
    const Schema schema =
        schemaAfter({u"CREATE TYPE y AS (a int)"_s, u"COMMENT ON COLUMN y.a IS 'x'"_s,
                     u"CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)"_s,
                     u"CREATE EXTENSION citext"_s});
    const QString counted = schema.notCompared.join(u'|');
    QVERIFY2(counted.startsWith(
                 u"1 operator|1 comment on a part of a type|versions of extensions (citext "_s),
             qPrintable(counted));
    for (const SchemaObject& object : schema.objects())
        QVERIFY2(object.kind != SchemaObject::Kind::Function, qPrintable(object.name));
    QVERIFY(schemaAfter({u"CREATE TABLE t (c int)"_s}).notCompared.isEmpty());
}

void TestCatalogReader::marksAnInvalidIndex()
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"invalid"_s);
    server.run(database, {u"CREATE TABLE t (c int)"_s, u"INSERT INTO t VALUES (1), (1)"_s});
    const auto connection = server.connect(database);
    QVERIFY(!connection->query(u"CREATE UNIQUE INDEX CONCURRENTLY i ON t (c)"_s));
    const auto* index =
        read(*connection).find({SchemaObject::Kind::Index, u"public"_s, u"t"_s, u"i"_s});
    QVERIFY(index != nullptr);
    QCOMPARE(index->definition, u"unique btree (c) INVALID"_s);
}

void TestCatalogReader::isIndependentOfTheSessionsSettings()
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"settings"_s);
    server.run(
        database,
        {u"CREATE TYPE e AS ENUM ('a')"_s,
         u"CREATE TABLE t (c date DEFAULT '2024-02-03', i interval DEFAULT '1 day 02:03', e e,"
         " z timestamptz DEFAULT '2024-01-01 00:00+00', b bytea DEFAULT 'x', n int UNIQUE)"_s,
         u"CREATE VIEW v AS SELECT c FROM t"_s, u"CREATE SCHEMA other"_s,
         u"CREATE TABLE other.t (c int REFERENCES t (n))"_s});
    const auto connection = server.connect(database);
    const Schema plain = read(*connection);
    for (const QString& statement :
         {u"SET search_path = other"_s, u"SET DateStyle = 'German, DMY'"_s,
          u"SET IntervalStyle = sql_standard"_s, u"SET TimeZone = 'Asia/Tokyo'"_s,
          u"SET bytea_output = escape"_s, u"SET quote_all_identifiers = on"_s,
          u"CREATE TEMP TABLE t (z int)"_s})
        QVERIFY(connection->query(statement));
    const Schema other = read(*connection);
    QCOMPARE(fingerprint(other), fingerprint(plain));
    QCOMPARE(connection->query(u"SHOW search_path"_s)->at(0, 0), u"other"_s);
}

void TestCatalogReader::leavesAnOpenTransactionAsItWas()
{
    TestServer& server = TestServer::shared();
    const auto connection = server.connect(server.createDatabase(u"open"_s));
    for (const QString& statement :
         {u"SET search_path = \"x y\", public"_s, u"BEGIN"_s,
          u"SET LOCAL search_path = public, \"p q\""_s, u"CREATE TABLE t (c int)"_s})
        QVERIFY(connection->query(statement));
    const Schema schema = read(*connection);
    QVERIFY(schema.find({SchemaObject::Kind::Table, u"public"_s, {}, u"t"_s}) != nullptr);
    QVERIFY(connection->isInTransaction());
    QCOMPARE(connection->query(u"SHOW search_path"_s)->at(0, 0), u"public, \"p q\""_s);
    QVERIFY(connection->query(u"COMMIT"_s));
    QCOMPARE(connection->query(u"SHOW search_path"_s)->at(0, 0), u"\"x y\", public"_s);
}

void TestCatalogReader::describesAThrowAwaySchemaAsPublic()
{
    const QStringList statements{
        u"CREATE TYPE e AS ENUM ('a')"_s,
        u"CREATE TABLE u (i serial PRIMARY KEY, e e DEFAULT 'a', x int4range)"_s,
        u"CREATE TABLE t (c int REFERENCES u, d date, CHECK (c > 0)) PARTITION BY RANGE (d)"_s,
        u"CREATE TABLE t1 PARTITION OF t DEFAULT"_s,
        u"CREATE INDEX ON u (e) WHERE e = 'a'"_s,
        u"CREATE VIEW v AS SELECT i, e FROM u"_s,
        u"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"_s,
        u"CREATE FUNCTION g(e) RETURNS SETOF u LANGUAGE sql AS 'SELECT * FROM u'"_s,
        u"CREATE TRIGGER g BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f()"_s,
        u"CREATE POLICY p ON u USING (e = 'a')"_s,
        u"CREATE DOMAIN d AS e DEFAULT 'a'"_s,
        u"CREATE TYPE y AS (a e)"_s};
    const Schema expected = schemaAfter(statements);

    TestServer& server = TestServer::shared();
    const auto connection = server.connect(server.createDatabase(u"away"_s));
    for (const QString& statement :
         QStringList{u"CREATE TABLE u (other int)"_s, u"BEGIN"_s, u"CREATE SCHEMA \"zz \"\"A\""_s,
                     u"SET LOCAL search_path = \"zz \"\"A\""_s} +
             statements)
        QVERIFY2(connection->query(statement), qPrintable(statement));
    const Schema found = read(*connection, {{u"zz \"A"_s}, u"public"_s});
    for (const SchemaObject& object : expected.objects()) {
        const auto* same = found.find({object.kind, object.schema, object.table, object.name});
        QVERIFY2(same != nullptr, qPrintable(keyText(object)));
        QCOMPARE(same->definition, object.definition);
    }
    QCOMPARE(found, expected);
}

void TestCatalogReader::sharesNothingBetweenReadings()
{
    TestServer& server = TestServer::shared();
    const auto connection = server.connect(server.createDatabase(u"twice"_s));
    QVERIFY(connection->query(u"CREATE TABLE t (a int, b int, c int)"_s));
    QVERIFY(connection->query(u"ALTER TABLE t DROP b"_s));
    const Schema first = read(*connection);
    QCOMPARE(read(*connection), first);
    const auto* column = first.find({SchemaObject::Kind::Column, u"public"_s, u"t"_s, u"c"_s});
    QVERIFY(column != nullptr);
    QCOMPARE(column->position, 2);
    QCOMPARE(first.tables().first().owner, u"postgres"_s);
}

void TestCatalogReader::readsWhatAnotherUserOwns()
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"reader"_s);
    server.run(database,
               {u"CREATE SCHEMA closed"_s, u"CREATE TABLE closed.t (c int UNIQUE)"_s,
                u"CREATE VIEW closed.v AS SELECT c FROM closed.t"_s,
                u"CREATE SEQUENCE closed.q START 7"_s, u"CREATE ROLE nobody_special LOGIN"_s});
    const auto owner = server.connect(database);
    const Schema all = read(*owner);
    QVERIFY(owner->query(u"SET SESSION AUTHORIZATION nobody_special"_s));
    QCOMPARE(fingerprint(read(*owner)), fingerprint(all));
}

void TestCatalogReader::callsNoPlantedOperator_data()
{
    QTest::addColumn<QString>("schema"); // where they are planted
    QTest::addColumn<QStringList>("only");
    QTest::addColumn<QString>("mainSchema");
    QTest::newRow("public") << u"public"_s << QStringList() << u"public"_s;
    QTest::newRow("another main schema") << u"app"_s << QStringList() << u"app"_s;
    QTest::newRow("a throw-away schema") << u"app"_s << QStringList{u"app"_s} << u"public"_s;
}

void TestCatalogReader::callsNoPlantedOperator()
{
    QFETCH(QString, schema);
    QFETCH(QStringList, only);
    QFETCH(QString, mainSchema);
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"planted"_s);
    server.run(database, {u"CREATE SCHEMA app"_s, u"CREATE EXTENSION hstore SCHEMA public"_s,
                          u"CREATE TABLE t (i serial PRIMARY KEY, x text COLLATE \"C\", "
                          "g text GENERATED ALWAYS AS (x) STORED) WITH (fillfactor = 70)"_s,
                          u"COMMENT ON TABLE t IS 'ours'"_s, u"GRANT SELECT ON t TO PUBLIC"_s,
                          u"CREATE DOMAIN d AS text COLLATE \"C\" DEFAULT 'x'"_s,
                          socrates::test::plantedOperatorsSql(schema)});
    const auto connection = server.connect(database);
    const CatalogScope scope{only, {}, mainSchema};
    const Schema schemaOfAll = read(*connection, scope);
    QVERIFY(!schemaOfAll.isEmpty());
    RepeatedReader reader(*connection, scope);
    QVERIFY(reader.prepare());
    Schema again;
    QVERIFY(connection->pipeline(reader.items(), [&](qsizetype item, const Rows& rows) {
        if (auto schema = reader.take(item, rows))
            again = std::move(*schema);
        return Result<void>();
    }));
    QCOMPARE(again, schemaOfAll);

    // Who may not execute them is told so before the first row.
    QVERIFY(connection->query(u"SET SESSION AUTHORIZATION pg_monitor"_s));
    QCOMPARE(fingerprint(read(*connection, scope)), fingerprint(schemaOfAll));

    // Behind a schema of the session's path even an exact match is hidden.
    QVERIFY(connection->query(u"RESET SESSION AUTHORIZATION"_s));
    for (const QString& statement :
         {u"CREATE OPERATOR %1.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = %1.planted)"_s.arg(
              schema),
          u"SET search_path = %1, pg_catalog"_s.arg(schema), u"BEGIN"_s})
        QVERIFY2(connection->query(statement), qPrintable(statement));
    QCOMPARE(read(*connection, scope).objects().size(), schemaOfAll.objects().size());
    QCOMPARE(connection->query(u"SHOW search_path"_s)->at(0, 0), schema + u", pg_catalog"_s);
}

void TestCatalogReader::tellsWhatWasGivenAway()
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"owners"_s);
    server.run(database,
               {u"CREATE TABLE t (i serial)"_s, u"CREATE TABLE mine (c int)"_s,
                u"ALTER TABLE t OWNER TO pg_monitor"_s, u"COMMENT ON SCHEMA public IS 'ours'"_s});
    const auto connection = server.connect(database);
    const auto texts = [&](const CatalogScope& scope) {
        QStringList result;
        const Schema schema = read(*connection, scope);
        for (const SchemaObject& object : schema.objects()) {
            if (object.kind == SchemaObject::Kind::Owner ||
                object.kind == SchemaObject::Kind::Comment)
                result << keyText(object) + u' ' + object.definition;
        }
        return result;
    };
    const QString comment = u"comment public..schema public ours"_s;
    QCOMPARE(texts({}), QStringList{comment});
    QCOMPARE(texts({.maker = u"postgres"_s}),
             (QStringList{comment, u"owner public.t.table t pg_monitor"_s}));
}

SOCRATES_TEST_MAIN(TestCatalogReader)
#include "tst_catalogreader.moc"
