"""The access log can be added to, never altered or deleted."""
from django.db import migrations

TRIGGER = """
CREATE TRIGGER privacy_accesslog_append_only BEFORE UPDATE OR DELETE ON privacy_accesslog
FOR EACH ROW EXECUTE FUNCTION append_only()
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("people", "0002_append_only")]

    operations = [
        migrations.RunSQL(
            TRIGGER, "DROP TRIGGER privacy_accesslog_append_only ON privacy_accesslog"
        ),
    ]
