"""A process of the version before, which does not name the columns, still makes papers."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_finals")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE documents_document"
            " ALTER note SET DEFAULT '', ALTER source SET DEFAULT 'made'",
            "ALTER TABLE documents_document ALTER note DROP DEFAULT, ALTER source DROP DEFAULT",
        ),
    ]
