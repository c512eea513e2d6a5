"""A process of the version before, which does not name the column, still writes attachments."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_cases_elsewhere")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE casework_attachment ALTER preview SET DEFAULT ''",
            "ALTER TABLE casework_attachment ALTER preview DROP DEFAULT",
        ),
    ]
