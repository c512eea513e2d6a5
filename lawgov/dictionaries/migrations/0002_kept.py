"""A code keeps its list and its meaning: no term is removed or recoded, no name rewritten."""
from django.db import migrations

SQL = """
CREATE FUNCTION dictionaries_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% 只增不改：字典的代码和名称沿革不得修改或删除', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER term_kept BEFORE DELETE ON dictionaries_term
    FOR EACH ROW EXECUTE FUNCTION dictionaries_kept();

CREATE TRIGGER term_code_kept BEFORE UPDATE ON dictionaries_term FOR EACH ROW
    WHEN ((OLD.id, OLD.dictionary, OLD.code) IS DISTINCT FROM (NEW.id, NEW.dictionary, NEW.code))
    EXECUTE FUNCTION dictionaries_kept();

CREATE TRIGGER naming_append_only BEFORE UPDATE OR DELETE ON dictionaries_naming
    FOR EACH ROW EXECUTE FUNCTION dictionaries_kept();
"""
UNDO = """
DROP TRIGGER naming_append_only ON dictionaries_naming;
DROP TRIGGER term_code_kept ON dictionaries_term;
DROP TRIGGER term_kept ON dictionaries_term;
DROP FUNCTION dictionaries_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("dictionaries", "0001_initial")]
    operations = [migrations.RunSQL(SQL, UNDO)]
