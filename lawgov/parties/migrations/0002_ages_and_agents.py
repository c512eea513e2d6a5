"""Whether a party is of age, and what an agent is and may do. The defaults stay in the database:
processes of the version before go on writing rows while this one starts."""
from django.db import migrations, models

NEW = ("age", "agent_kind", "agent_authority")
KEEP = [f"ALTER TABLE casework_party ALTER COLUMN {name} SET DEFAULT ''" for name in NEW]


class Migration(migrations.Migration):
    dependencies = [
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='party',
            name='age',
            field=models.CharField(blank=True, choices=[('adult', '成年人'), ('minor', '未成年人'), ('earning', '十六周岁以上、以自己的劳动收入为主要生活来源的未成年人')], default='', max_length=10, verbose_name='年龄情况'),
        ),
        migrations.AddField(
            model_name='party',
            name='agent_authority',
            field=models.CharField(blank=True, choices=[('general', '一般授权'), ('special', '特别授权')], default='', max_length=10, verbose_name='代理权限'),
        ),
        migrations.AddField(
            model_name='party',
            name='agent_kind',
            field=models.CharField(blank=True, choices=[('legal', '法定代理人（监护人）'), ('appointed', '指定代理人'), ('entrusted', '委托代理人'), ('head', '法定代表人（负责人）')], default='', max_length=10, verbose_name='代理人类别'),
        ),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
    ]
