"""Risk factors of a dispute; types and finer types are the dictionary's own matter."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mediation', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='dispute',
            name='factors',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name='风险因素'),
        ),
        # A process of the version before, which does not name the column, still writes.
        migrations.RunSQL(
            "ALTER TABLE mediation_dispute ALTER factors SET DEFAULT '{}'",
            "ALTER TABLE mediation_dispute ALTER factors DROP DEFAULT",
        ),
        migrations.AlterField(
            model_name='dispute',
            name='subtype',
            field=models.CharField(blank=True, default='', max_length=20, verbose_name='细类'),
        ),
        migrations.AlterField(
            model_name='dispute',
            name='type',
            field=models.CharField(max_length=20, verbose_name='纠纷类型'),
        ),
    ]
