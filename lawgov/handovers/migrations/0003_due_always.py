"""Every offer has a day until which it is to be answered: its kind has a clock for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("handovers", "0002_from_events")]
    operations = [
        migrations.AlterField(
            "handover", "due_on", models.DateField(verbose_name="接收期限")
        ),
    ]
