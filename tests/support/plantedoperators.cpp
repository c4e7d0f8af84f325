// SPDX-License-Identifier: MIT
#include "tests/support/plantedoperators.h"

namespace socrates::test {

using namespace Qt::StringLiterals;

QString plantedOperatorsSql(const QString& schema)
{
    return uR"(DO $do$
DECLARE types text[] := '{oid,regclass,regproc,regprocedure,regoperator,regtype,regcollation,smallint,integer,bigint,real,name,text,varchar,char,"\"char\"",boolean,pg_node_tree,int2vector,oidvector,aclitem,oid[],smallint[],text[],name[],aclitem[],"\"char\"[]"}';
 l text; r text; o text;
BEGIN
 FOREACH l IN ARRAY types LOOP FOREACH r IN ARRAY types LOOP
  EXECUTE format('CREATE FUNCTION %1.planted(%s, %s) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
    $$BEGIN RAISE EXCEPTION ''planted''; END$$', l, r);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION %1.planted(%s, %s) FROM PUBLIC', l, r);
  FOREACH o IN ARRAY '{=,<>,<,<=,>,>=,||,~,!~,~~,!~~,+,-,@>,<@}'::text[] LOOP
   IF to_regoperator(format('pg_catalog.%s(%s,%s)', o, l, r)) IS NULL THEN
    EXECUTE format('CREATE OPERATOR %1.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = %1.planted)', o, l, r);
   END IF;
  END LOOP;
 END LOOP; END LOOP;
END $do$)"_s.arg(schema);
}

} // namespace socrates::test
