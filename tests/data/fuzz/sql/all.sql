SELECT 'a;b', 'it''s; ', E'a\';b', U&'\0041;' ; SELECT "a;b" FROM "x""y;"; /* a /* nested; */ ; */ SELECT 1; -- ;
SELECT $$a;b$$, $t$ $$ ; $t$, B'101', X'1F', N'x;', 1.5e-3, $1; DO $$ BEGIN PERFORM 1; END $$;
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN 1 > 0 THEN 1 END; END;
CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); SELECT 2); CREATE TABLE größe (a text DEFAULT 'ü😀');
