"""Meetings with agenda, attendance and decisions."""

import django.db.models.deletion
import lawgov.units.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='meeting', serialize=False, to='casework.case', verbose_name='案件')),
                ('type', models.CharField(choices=[('council', '议事协调会'), ('committee', '党工委会议'), ('office', '主任办公会'), ('joint', '联席会议'), ('topic', '专题会'), ('study', '疑难案件研判会'), ('panel', '集体讨论会'), ('other', '其他会议')], max_length=12, verbose_name='会议类型')),
                ('planned_on', models.DateField(verbose_name='会议日期')),
                ('planned_at', models.TimeField(verbose_name='时间')),
                ('place', models.CharField(max_length=200, verbose_name='地点')),
                ('held_on', models.DateField(null=True, verbose_name='召开日期')),
                ('minutes', models.TextField(blank=True, default='', verbose_name='会议纪要')),
            ],
            options={
                'verbose_name': '会议',
                'verbose_name_plural': '会议',
            },
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(choices=[('chair', '主持'), ('member', '出席'), ('observer', '列席'), ('recorder', '记录'), ('counsel', '法律顾问'), ('absent', '请假缺席')], max_length=10, verbose_name='身份')),
                ('name', models.CharField(max_length=50, verbose_name='姓名')),
                ('position', models.CharField(blank=True, default='', max_length=100, verbose_name='单位及职务')),
                ('role', models.CharField(blank=True, choices=[('grid_worker', '网格员'), ('community_worker', '社区工作者'), ('mediator', '调解员'), ('justice', '司法所'), ('officer', '执法人员'), ('enforcement_head', '执法负责人'), ('reviewer', '法制审核员'), ('statistician', '统计员'), ('leader', '领导'), ('system_admin', '系统管理员'), ('security_admin', '安全管理员'), ('auditor', '审计员')], default='', max_length=20, verbose_name='岗位')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendees', to='casework.case', verbose_name='案件')),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='系统人员')),
            ],
            options={
                'verbose_name': '参会人员',
                'verbose_name_plural': '参会人员',
                'indexes': [models.Index(fields=['capacity', 'role'], name='attendee_counted')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='决定事项')),
                ('owner_unit', lawgov.units.fields.UnitCode(blank=True, default='', verbose_name='承办单位')),
                ('due', models.DateField(null=True, verbose_name='办理期限')),
                ('void', models.BooleanField(default=False, verbose_name='已撤回')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='casework.case', verbose_name='案件')),
                ('owner', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='承办人')),
                ('task', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='casework.case', verbose_name='交办事项')),
            ],
            options={
                'verbose_name': '决定事项',
                'verbose_name_plural': '决定事项',
                'constraints': [models.CheckConstraint(condition=models.Q(('owner_unit', ''), models.Q(('due', None), _negated=True), _connector='OR'), name='decision_is_due')],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.CharField(blank=True, default='', max_length=200, verbose_name='议题')),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='heard_in', to='casework.case', verbose_name='所议案件')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='casework.case', verbose_name='案件')),
            ],
            options={
                'verbose_name': '议题',
                'verbose_name_plural': '议题',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('matter', ''), _negated=True), models.Q(('about', None), _negated=True), _connector='OR'), name='item_says_what_it_is')],
            },
        ),
    ]
