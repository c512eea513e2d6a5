"""Periods of one code never overlap; core PostgreSQL has no cheap constraint for it (docs/adr/units-periods.md)."""
from django.db import migrations

FORWARD = """
CREATE FUNCTION units_one_writer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock('units_unit'::regclass::oid::bigint);
    RETURN NULL;
END $$;

CREATE FUNCTION units_no_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE twice text;
BEGIN
    SELECT n.code INTO twice FROM changed n JOIN units_unit o
        ON o.code = n.code AND o.id <> n.id
       AND daterange(o.since, o.until) && daterange(n.since, n.until)
     LIMIT 1;
    IF twice IS NOT NULL THEN
        RAISE EXCEPTION '单位 % 的两段时期重叠', twice
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'unit_no_overlap';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER units_one_writer BEFORE INSERT OR UPDATE ON units_unit
    FOR EACH STATEMENT EXECUTE FUNCTION units_one_writer();
CREATE TRIGGER units_no_overlap_insert AFTER INSERT ON units_unit
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION units_no_overlap();
CREATE TRIGGER units_no_overlap_update AFTER UPDATE ON units_unit
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION units_no_overlap();
"""
BACKWARD = """
DROP TRIGGER units_no_overlap_update ON units_unit;
DROP TRIGGER units_no_overlap_insert ON units_unit;
DROP TRIGGER units_one_writer ON units_unit;
DROP FUNCTION units_no_overlap();
DROP FUNCTION units_one_writer();
"""


class Migration(migrations.Migration):
    dependencies = [("units", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
