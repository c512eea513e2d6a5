"""What was set stays set: a value is replaced by a later one, never altered or removed."""
from django.db import migrations

SQL = """
CREATE FUNCTION parameters_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% 只增不改：参数的设定记录不得修改或删除', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER value_append_only BEFORE UPDATE OR DELETE ON parameters_value
    FOR EACH ROW EXECUTE FUNCTION parameters_append_only();
"""
UNDO = """
DROP TRIGGER value_append_only ON parameters_value;
DROP FUNCTION parameters_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("parameters", "0001_initial")]
    operations = [migrations.RunSQL(SQL, UNDO)]
