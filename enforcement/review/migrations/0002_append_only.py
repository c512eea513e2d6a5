"""An opinion is never altered or taken back: what the gate of a decision rests on must stand."""

from django.db import migrations

SQL = """
CREATE TRIGGER opinion_append_only BEFORE UPDATE OR DELETE ON review_opinion
    FOR EACH ROW EXECUTE FUNCTION casework_append_only();
-- Also where a session says that it only replays: the gate believes what stands here.
ALTER TABLE review_opinion ENABLE ALWAYS TRIGGER opinion_append_only;
"""
UNDO = "DROP TRIGGER opinion_append_only ON review_opinion;"


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial"), ("casework", "0002_append_only")]
    operations = [migrations.RunSQL(SQL, UNDO)]
