"""Tasks with their replies and supervision orders."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Task',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='task', serialize=False, to='casework.case', verbose_name='案件')),
                ('content', models.TextField(verbose_name='任务内容')),
                ('due', models.DateField(verbose_name='办理期限')),
                ('needs_reply', models.BooleanField(default=False, verbose_name='须书面回复')),
            ],
            options={
                'verbose_name': '交办事项',
                'verbose_name_plural': '交办事项',
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='回复日期')),
                ('body', models.TextField(blank=True, default='', verbose_name='回复内容')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='casework.case', verbose_name='案件')),
            ],
            options={
                'verbose_name': '回复',
                'verbose_name_plural': '回复',
            },
        ),
        migrations.CreateModel(
            name='Urge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='督办日期')),
                ('body', models.TextField(verbose_name='督办要求')),
                ('answer_by', models.DateField(verbose_name='答复期限')),
                ('answered_on', models.DateField(null=True, verbose_name='答复日期')),
                ('answer', models.TextField(blank=True, default='', verbose_name='督办答复')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='urges', to='casework.case', verbose_name='案件')),
            ],
            options={
                'verbose_name': '督办单',
                'verbose_name_plural': '督办单',
            },
        ),
    ]
