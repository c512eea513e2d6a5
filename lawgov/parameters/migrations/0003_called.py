"""What is listed are settings of parameters, and so they are called."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('parameters', '0002_append_only'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='value',
            options={'ordering': ['-since', '-pk'], 'verbose_name': '参数设定', 'verbose_name_plural': '参数设定'},
        ),
    ]
