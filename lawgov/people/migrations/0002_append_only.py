"""Changes about people can be added, never altered or deleted."""
from django.db import migrations

FUNCTION = """
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""
TRIGGER = """
CREATE TRIGGER people_change_append_only BEFORE UPDATE OR DELETE ON people_change
FOR EACH ROW EXECUTE FUNCTION append_only()
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION append_only()"),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER people_change_append_only ON people_change"),
    ]
