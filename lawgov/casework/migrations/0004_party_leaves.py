"""The model of parties moves to its own room; the table stays, see parties 0001."""
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_event_by_person")]
    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Party")])
    ]
