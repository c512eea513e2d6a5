import django.db.models.deletion
import lawgov.privacy.blind
import lawgov.privacy.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """The model moves in; its table stays where it is, under its name."""

    initial = True

    dependencies = [
        ('casework', '0004_party_leaves'),
    ]

    state = [
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('applicant', '申请人'), ('respondent', '被申请人'), ('third', '第三人')], max_length=10, verbose_name='当事人地位')),
                ('kind', models.CharField(choices=[('person', '自然人'), ('organisation', '单位')], default='person', max_length=12, verbose_name='类别')),
                ('name', models.CharField(max_length=100, verbose_name='姓名（名称）')),
                ('id_number', lawgov.privacy.fields.SealedField(blank=True, default='', verbose_name='证件号码')),
                ('id_blind', lawgov.privacy.blind.BlindField(default='', editable=False, max_length=64, of='id_number')),
                ('phone', lawgov.privacy.fields.SealedField(blank=True, default='', verbose_name='联系电话')),
                ('phone_blind', lawgov.privacy.blind.BlindField(default='', editable=False, max_length=64, of='phone')),
                ('credit_code', models.CharField(blank=True, default='', max_length=18, verbose_name='统一社会信用代码')),
                ('gender', models.CharField(blank=True, choices=[('male', '男'), ('female', '女')], default='', max_length=6, verbose_name='性别')),
                ('ethnicity', models.CharField(blank=True, default='', max_length=20, verbose_name='民族')),
                ('occupation', models.CharField(blank=True, default='', max_length=50, verbose_name='职业')),
                ('address', models.CharField(blank=True, default='', max_length=200, verbose_name='单位或住址')),
                ('agent_name', models.CharField(blank=True, default='', max_length=100, verbose_name='代理人')),
                ('agent_phone', lawgov.privacy.fields.SealedField(blank=True, default='', verbose_name='代理人电话')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='casework.case', verbose_name='案件')),
            ],
            options={
                'db_table': 'casework_party',
                'verbose_name': '当事人',
                'verbose_name_plural': '当事人',
                'indexes': [
                    models.Index(condition=models.Q(('id_blind', ''), _negated=True), fields=['id_blind'], name='party_same'),
                    models.Index(condition=models.Q(('phone_blind', ''), _negated=True), fields=['phone_blind'], name='party_phone'),
                ],
            },
        ),
    ]
    operations = [migrations.SeparateDatabaseAndState(state_operations=state)]
