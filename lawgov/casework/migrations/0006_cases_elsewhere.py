"""Links say that a meeting heard a case; cases whose desk is not their unit are found by it."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0005_attachment_preview'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='link',
            name='relation',
            field=models.CharField(choices=[('source', '来源'), ('same', '同一纠纷'), ('follows', '后续'), ('heard', '会议研究')], max_length=10, verbose_name='关系'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('desk', models.F('unit')), _negated=True), fields=['desk'], name='case_elsewhere'),
        ),
    ]
