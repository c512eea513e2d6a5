"""Which decisions the catalogue lists is decided in one place; a standard once written is kept."""

from django.db import migrations

# A row holds in its unit and in all below it ('0' is the nation), for this kind of party or for
# any, from its sum on. Sums of other penalties than these two say nothing.
LISTED = """
CREATE FUNCTION enforcement_listed(
    of_unit text, on_day date, of_party text, of_kinds text[], of_fine bigint,
    of_confiscated bigint, of_matters text[]
) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT label FROM standards_catalogueitem
    WHERE since <= on_day AND (until IS NULL OR until > on_day)
      AND (unit = '0' OR starts_with(of_unit, unit))
      AND (party_kind = '' OR party_kind = of_party)
      AND (matter = ANY(of_matters)
           OR penalty = ANY(of_kinds) AND least <= CASE penalty
               WHEN 'fine' THEN of_fine WHEN 'confiscation' THEN of_confiscated ELSE least END)
    ORDER BY length(unit), id
$$;
"""
TABLES = ("poweritem", "discretionband", "catalogueitem", "sceneitem", "rubricitem", "patroltag")
KEPT = """
CREATE FUNCTION standards_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'until' = to_jsonb(NEW) - 'until'
        AND (OLD.until IS NULL OR OLD.until > today)
        AND (NEW.until IS NULL OR NEW.until >= today) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% 只增不改：施行过的标准不得修改或删除，只能自今天或者以后某日起停用', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
""" + "".join(
    f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON standards_{table}"
    " FOR EACH ROW EXECUTE FUNCTION standards_kept();\n"
    f"ALTER TABLE standards_{table} ENABLE ALWAYS TRIGGER {table}_kept;\n"
    for table in TABLES
)
UNDO = (
    "".join(f"DROP TRIGGER {table}_kept ON standards_{table};\n" for table in TABLES)
    + "DROP FUNCTION standards_kept();\n"
    "DROP FUNCTION enforcement_listed(text, date, text, text[], bigint, bigint, text[]);\n"
)


class Migration(migrations.Migration):
    dependencies = [("standards", "0001_initial")]
    operations = [migrations.RunSQL(LISTED + KEPT, UNDO)]
