"""Events cannot be altered or removed, entries only voided; ids come by blocks of 50."""
from django.db import migrations

SQL = """
ALTER SEQUENCE casework_case_id_seq INCREMENT BY 50;
ALTER SEQUENCE casework_entry_id_seq INCREMENT BY 50;

CREATE FUNCTION casework_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% 只增不改：不得修改或删除', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON casework_event
    FOR EACH ROW EXECUTE FUNCTION casework_append_only();

CREATE TRIGGER entry_kept BEFORE DELETE ON casework_entry
    FOR EACH ROW EXECUTE FUNCTION casework_append_only();

-- Of an entry only the voiding may be written, and only once.
CREATE TRIGGER entry_only_voided BEFORE UPDATE ON casework_entry
    FOR EACH ROW
    WHEN (OLD.void OR (to_jsonb(NEW) - '{void,void_reason,voided_by_id,voided_at}'::text[])
        IS DISTINCT FROM (to_jsonb(OLD) - '{void,void_reason,voided_by_id,voided_at}'::text[]))
    EXECUTE FUNCTION casework_append_only();
"""
UNDO = """
DROP TRIGGER entry_only_voided ON casework_entry;
DROP TRIGGER entry_kept ON casework_entry;
DROP TRIGGER event_append_only ON casework_event;
DROP FUNCTION casework_append_only();
ALTER SEQUENCE casework_case_id_seq INCREMENT BY 1;
ALTER SEQUENCE casework_entry_id_seq INCREMENT BY 1;
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [migrations.RunSQL(SQL, UNDO)]
