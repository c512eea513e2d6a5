"""Every setting, read from the environment once; see docs/settings.md for what each one means."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF

from lawgov import secret

BASE = Path(__file__).resolve().parent.parent
env = environ.Env()

VAR = Path(env("LAWGOV_VAR", default=str(BASE / "var")))
SECRETS = secret.read(VAR / "secrets.json")
SECRET_KEY = env("SECRET_KEY", default=SECRETS["secret_key"])
# Three keys, three purposes: a leak of one opens neither of the others.
FIELD_KEY = env("LAWGOV_FIELD_KEY", default=SECRETS["field_key"])  # encrypts personal data
INDEX_KEY = env("LAWGOV_INDEX_KEY", default=SECRETS["index_key"])  # blind index over it
CHAIN_KEY = env("LAWGOV_CHAIN_KEY", default=SECRETS["chain_key"])  # hash chain of events

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("LAWGOV_DEMO", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

INSTALLED_APPS = [
    "lawgov.people.backoffice.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "knox",
    "axes",
    "csp",
    "django_htmx",
    "js_lib_bootstrap5",
    "lawgov.units",
    "lawgov.people",
    "lawgov.workdays",
    "lawgov.privacy",
    "lawgov.dictionaries",
    "lawgov.parameters",
    "lawgov.casework",
    "lawgov.parties",
    "lawgov.handovers",
    "lawgov.organisations",
    "lawgov.documents",
    "lawgov.notices",
    "lawgov.jobs",
    "lawgov.search",
    "lawgov.bookings",
    "lawgov.tasks",
    "lawgov.meetings",
    "lawgov.counter",
    "lawgov.dossiers",
    "mediation",
    "mediation.mediators",
    "mediation.platform",
    "mediation.screening",
    "mediation.legalservice",
    "mediation.doors",
    "mediation.petitions",
    "mediation.psych",
    "mediation.emergency",
    "mediation.casebook",
    "mediation.dossier",
    "mediation.returns",
    "enforcement.standards",
    "enforcement.officers",
    "enforcement.finding",
    "enforcement.recording",
    "enforcement.review",
    "enforcement.publicity",
    "enforcement.penalty",
    "enforcement.casefile",
    "reporting",
    "demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lawgov.casework.middleware.Away",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lawgov.people.middleware.attend",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "lawgov.urls"
WSGI_APPLICATION = "lawgov.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "lawgov" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lawgov.people.context.menu",
                "lawgov.notices.context.bell",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **env.db("DATABASE_URL"),
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
    }
}
# A write is one prepared statement. Behind a pgbouncer older than 1.21 turn both off.
DATABASES["default"].setdefault("OPTIONS", {}).update(
    server_side_binding=env.bool("SERVER_SIDE_BINDING", default=True),
    prepare_threshold=env.int("PREPARE_THRESHOLD", default=3) or None,
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = env.int("SESSION_IDLE_SECONDS", default=30 * 60)
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("SECURE_COOKIES", default=False)

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "lawgov.people.backends.DemoPassword",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
PASSWORD_MIN_LENGTH = env.int("PASSWORD_MIN_LENGTH", default=10)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_MIN_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "lawgov.people.passwords.ThreeClasses"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

# Five failures lock the account at this address for half an hour (GB/T 22239 sets no number).
AXES_FAILURE_LIMIT = env.int("LOGIN_FAILURE_LIMIT", default=5)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("LOGIN_LOCK_MINUTES", default=30))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says how long, and keeps it
AXES_LOCKOUT_CALLABLE = "lawgov.people.views.locked"
AXES_VERBOSE = False

REST_KNOX = {"TOKEN_TTL": timedelta(hours=env.int("TOKEN_HOURS", default=12))}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "lawgov.people.tokens.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["lawgov.casework.parsers.SafeJSON"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "lawgov.casework.answers.handle",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "lawgov",
    "DESCRIPTION": "街道法治工作平台接口",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
}
FILTERS_EMPTY_CHOICE_LABEL = "全部"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # a JSON or form body; files have their own limit
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE / "lawgov" / "static"]
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(VAR / "media")))
ATTACHMENT_MAX_MB = env.int("ATTACHMENT_MAX_MB", default=20)  # a photo or a document
ATTACHMENT_MEDIA_MAX_MB = env.int("ATTACHMENT_MEDIA_MAX_MB", default=200)  # sound or film
ATTACHMENT_CASE_MB = env.int("ATTACHMENT_CASE_MB", default=2000)  # all files of a case
ATTACHMENT_DAY_MB = env.int("ATTACHMENT_DAY_MB", default=2000)  # of a person on a day
FILE_UPLOAD_HANDLERS = [
    "lawgov.casework.parsers.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
IMPORT_MAX_MB = env.int("IMPORT_MAX_MB", default=20)
JOB_LEASE_SECONDS = env.int("JOB_LEASE_SECONDS", default=60)  # who is silent so long has died

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "masked": {
            "()": "lawgov.privacy.logs.MaskedFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "masked"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="INFO")},
    # Django's own handlers would print the same lines unmasked.
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "axes": {"level": "WARNING"},
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "worker-src": [SELF],
        "style-src": [SELF],
        "media-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws its arrows and marks as data:
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CELERY_BROKER_URL = REDIS_URL
if REDIS_URL.startswith("unix://"):  # Celery spells it differently; the queue lies beside the cache
    _socket, _, _number = REDIS_URL.removeprefix("unix://").partition("?db=")
    CELERY_BROKER_URL = f"redis+socket://{_socket}?virtual_host={int(_number or 0) + 1}"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_TIME_LIMIT = 120
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # its lines go through the mask below too
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = {
    # A round that no worker took in time is dropped: the next one does its work.
    "outbox": {
        "task": "lawgov.casework.tasks.relay",
        "schedule": 5.0,
        "options": {"expires": 5},
    },
    "handovers": {
        "task": "lawgov.handovers.tasks.climb",
        "schedule": crontab(minute=5),
        "options": {"expires": 50 * 60},
    },
    "jobs": {"task": "lawgov.jobs.tasks.work", "schedule": 5.0, "options": {"expires": 5}},
    "expiry": {"task": "lawgov.jobs.tasks.expire", "schedule": crontab(minute="*/10")},
    "outside": {
        "task": "lawgov.casework.tasks.relay_out",
        "schedule": 5.0,
        "options": {"expires": 5},
    },
    "parked": {"task": "lawgov.notices.tasks.watch", "schedule": 60.0, "options": {"expires": 60}},
    "remind": {"task": "lawgov.notices.tasks.remind", "schedule": crontab(hour=7, minute=0)},
    "rounds": {"task": "mediation.screening.tasks.remind", "schedule": crontab(hour=7, minute=15)},
    "quarters": {"task": "mediation.platform.tasks.remind", "schedule": crontab(hour=7, minute=20)},
    "penalty": {"task": "enforcement.penalty.tasks.warn", "schedule": crontab(hour=7, minute=10)},
    "publicity": {
        "task": "enforcement.publicity.tasks.expire",
        "schedule": crontab(hour=0, minute=20),
    },
    "keys": {"task": "lawgov.casework.tasks.forget_keys", "schedule": crontab(hour=3, minute=10)},
    "code_reports": {"task": "mediation.doors.tasks.climb", "schedule": crontab(minute=15)},
    "tallies": {"task": "lawgov.counter.tasks.forget", "schedule": crontab(hour=3, minute=20)},
}

# What leaves the house: off until it is set up. A notice never carries a name or a title.
SITE_URL = env("SITE_URL", default="http://localhost:8000").rstrip("/")  # links in mails
MAIL_ON = bool(env("EMAIL_URL", default=""))
vars().update(env.email("EMAIL_URL", default="dummymail://"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("MAIL_FROM", default="lawgov@localhost")
WEBHOOK_HOSTS = env.list("WEBHOOK_HOSTS", default=[])  # host or host:port, in lower case
WEBHOOK_PRIVATE_HOSTS = env.list("WEBHOOK_PRIVATE_HOSTS", default=[])  # may lie in the house
WEBHOOK_CA_FILE = env("WEBHOOK_CA_FILE", default="")  # of a house that signs its own certificates

# Limits that no law sets, or that we could not confirm: practice decides, so they are settings.
BACKDATED_DAYS = env.int("BACKDATED_DAYS", default=92)  # how late a thing may be written down
NEAR_DAYS = env.int("NEAR_DAYS", default=3)  # working days before a due date: the yellow light
IMPORT_BACKDATED_DAYS = env.int("IMPORT_BACKDATED_DAYS", default=366)  # the same, by import
EXPORT_DIRECT_ROWS = env.int("EXPORT_DIRECT_ROWS", default=500)  # more: in the background
EXPORT_APPROVED_ROWS = env.int("EXPORT_APPROVED_ROWS", default=500)  # more: someone else agrees
MEDIATION_ACCEPT_DAYS = env.int("MEDIATION_ACCEPT_DAYS", default=3)  # working days to accept
MEDIATION_DAYS = env.int("MEDIATION_DAYS", default=30)  # 若干规定第33条: 一般一个月
MEDIATION_OFFER_DAYS = env.int("MEDIATION_OFFER_DAYS", default=2)  # working days to answer
HANDOVER_REPLY_DAYS = env.int("HANDOVER_REPLY_DAYS", default=3)  # working days, of an agency
HANDOVER_FEEDBACK_DAYS = env.int("HANDOVER_FEEDBACK_DAYS", default=30)  # 反馈移送机构
MEDIATION_TAKE_ON_DAYS = env.int("MEDIATION_TAKE_ON_DAYS", default=2)  # working days: 接受委派
MEDIATION_RECUSAL_DAYS = env.int("MEDIATION_RECUSAL_DAYS", default=3)  # working days: 决定回避
MEDIATION_REVISIT_DAYS = env.int("MEDIATION_REVISIT_DAYS", default=15)  # 回访
MEDIATION_REPEAT_DAYS = env.int("MEDIATION_REPEAT_DAYS", default=180)  # how far back one looks
PETITION_RECEPTION_WEEKDAY = env.int("PETITION_RECEPTION_WEEKDAY", default=4)  # 周四大接访
PETITION_REVISIT_DAYS = env.int("PETITION_REVISIT_DAYS", default=30)  # 信访回访
PLATFORM_QUARTER_NEAR_DAYS = env.int("PLATFORM_QUARTER_NEAR_DAYS", default=14)  # 季度会提醒
MEDIATOR_APPRAISE_DAYS = env.int("MEDIATOR_APPRAISE_DAYS", default=365)  # 年度考核
# 以案定补: in 元; a share in %; how many before a batch looks odd
SUBSIDY_WRITTEN = env.int("SUBSIDY_WRITTEN", default=200)
SUBSIDY_ORAL = env.int("SUBSIDY_ORAL", default=100)
SUBSIDY_FAILED = env.int("SUBSIDY_FAILED", default=0)
SUBSIDY_SAMPLE_PERCENT = env.int("SUBSIDY_SAMPLE_PERCENT", default=10)
SUBSIDY_SAME_DAY = env.int("SUBSIDY_SAME_DAY", default=5)
SUBSIDY_ALL_SUCCESS = env.int("SUBSIDY_ALL_SUCCESS", default=20)
SUBSIDY_ONE_SOURCE_PERCENT = env.int("SUBSIDY_ONE_SOURCE_PERCENT", default=50)
MEDIATION_CROWD_POINTS = env.int("MEDIATION_CROWD_POINTS", default=1)  # for each band of people
MEDIATION_YELLOW_SCORE = env.int("MEDIATION_YELLOW_SCORE", default=3)  # from here yellow
MEDIATION_RED_SCORE = env.int("MEDIATION_RED_SCORE", default=6)  # from here red
MEDIATION_YELLOW_DAYS = env.int("MEDIATION_YELLOW_DAYS", default=15)  # to settle it
MEDIATION_RED_DAYS = env.int("MEDIATION_RED_DAYS", default=7)
MEDIATION_YELLOW_LEVEL = env.int("MEDIATION_YELLOW_LEVEL", default=2)  # who leads: the community
MEDIATION_RED_LEVEL = env.int("MEDIATION_RED_LEVEL", default=3)  # the street
MEDIATION_REVISIT_AGAIN_DAYS = env.int("MEDIATION_REVISIT_AGAIN_DAYS", default=90)  # 重大复杂再访
KEYPERSON_HIGH_DAYS = env.int("KEYPERSON_HIGH_DAYS", default=7)  # 重点人员走访, by grade
KEYPERSON_MEDIUM_DAYS = env.int("KEYPERSON_MEDIUM_DAYS", default=30)
KEYPERSON_LOW_DAYS = env.int("KEYPERSON_LOW_DAYS", default=90)
PSYCH_ASSESS_DAYS = env.int("PSYCH_ASSESS_DAYS", default=3)  # working days: 心理评估
PSYCH_FOLLOW_DAYS = env.int("PSYCH_FOLLOW_DAYS", default=30)  # 心理服务回访
INCIDENT_SUM_UP_DAYS = env.int("INCIDENT_SUM_UP_DAYS", default=7)  # 突发事件总结
SMALL_CELL = env.int("SMALL_CELL", default=5)  # a sensitive figure below it is not given
DOORS_GRADE_DAYS = env.int("DOORS_GRADE_DAYS", default=1)  # working days to grade a report by code
DOORS_GREEN_DAYS = env.int("DOORS_GREEN_DAYS", default=7)  # working days to reply, by its colour
DOORS_YELLOW_DAYS = env.int("DOORS_YELLOW_DAYS", default=3)
DOORS_RED_DAYS = env.int("DOORS_RED_DAYS", default=1)
DOORS_RATE_DAYS = env.int("DOORS_RATE_DAYS", default=15)  # to rate the reply
OFFICER_RECALL_DAYS = env.int("OFFICER_RECALL_DAYS", default=5)  # working days: 收回执法证
OFFICER_RENEW_DAYS = env.int("OFFICER_RENEW_DAYS", default=30)  # before a certificate ends
OFFICER_SENSITIVE_YEARS = env.int("OFFICER_SENSITIVE_YEARS", default=5)  # then 轮岗
# 行政处罚法第63条: 较大数额由地方规定, in 元
ENFORCEMENT_HEARING_PERSON = env.int("ENFORCEMENT_HEARING_PERSON", default=5_000)
ENFORCEMENT_HEARING_ORGANISATION = env.int("ENFORCEMENT_HEARING_ORGANISATION", default=50_000)
PENALTY_DECIDE_DAYS = env.int("PENALTY_DECIDE_DAYS", default=90)  # 行政处罚法第60条
PENALTY_DEFENCE_DAYS = env.int("PENALTY_DEFENCE_DAYS", default=5)  # working days for 陈述申辩
PENALTY_CLOSE_DAYS = env.int("PENALTY_CLOSE_DAYS", default=15)  # working days to 结案
PENALTY_ARCHIVE_DAYS = env.int("PENALTY_ARCHIVE_DAYS", default=30)  # days to 归档
ENFORCEMENT_RETURN_UNTIL = env.int("ENFORCEMENT_RETURN_UNTIL", default=31)  # of December
TASK_URGE_DAYS = env.int("TASK_URGE_DAYS", default=3)  # working days to answer a 督办单
REVIEW_CHECK_DAYS = env.int("REVIEW_CHECK_DAYS", default=2)  # working days for the check of form
REVIEW_SUPPLY_DAYS = env.int("REVIEW_SUPPLY_DAYS", default=5)  # working days to make it complete
REVIEW_DAYS = env.int("REVIEW_DAYS", default=5)  # working days for a legal review once complete
REVIEW_RISK_MEMBERS = env.int("REVIEW_RISK_MEMBERS", default=3)  # who must at least weigh a risk
MEETING_MINUTES_DAYS = env.int("MEETING_MINUTES_DAYS", default=5)  # working days to write minutes
RECORDING_IN_VIEW = env.int("RECORDING_IN_VIEW", default=2)  # officers in view of a film
RECORDING_UPLOAD_DAYS = env.int("RECORDING_UPLOAD_DAYS", default=2)  # to upload after shooting
RECORDING_MEND_DAYS = env.int("RECORDING_MEND_DAYS", default=15)  # to put a faulty record right
RECORDING_KEEP_DAYS = env.int("RECORDING_KEEP_DAYS", default=183)  # at least: six months
ENFORCEMENT_FILE_DAYS = env.int("ENFORCEMENT_FILE_DAYS", default=7)  # working days to 立案
ENFORCEMENT_RECORD_DAYS = env.int("ENFORCEMENT_RECORD_DAYS", default=5)  # 简易案件提请备案
PUBLICITY_PERSON_YEARS = env.int("PUBLICITY_PERSON_YEARS", default=2)  # a decision stays public
PUBLICITY_ORGANISATION_YEARS = env.int("PUBLICITY_ORGANISATION_YEARS", default=5)
CASEBOOK_REVIEW_DAYS = env.int("CASEBOOK_REVIEW_DAYS", default=10)  # working days, 审稿
CASEBOOK_PUBLICITY_DAYS = env.int("CASEBOOK_PUBLICITY_DAYS", default=7)  # a draft pact hangs out
DOSSIER_SHORT_YEARS = env.int("DOSSIER_SHORT_YEARS", default=5)  # a dispute's file, 短期
DOSSIER_LONG_YEARS = env.int("DOSSIER_LONG_YEARS", default=15)  # 长期
CASEFILE_MEND_DAYS = env.int("CASEFILE_MEND_DAYS", default=10)  # working days to mend a file
FINDING_GRADE_DAYS = env.int("FINDING_GRADE_DAYS", default=2)  # working days to grade a lead
FINDING_VERIFY_DAYS = env.int("FINDING_VERIFY_DAYS", default=15)  # working days to verify a lead
FINDING_REPEAT_DAYS = env.int("FINDING_REPEAT_DAYS", default=365)  # within which an act is repeated
FINDING_DISPATCH_DAYS = env.int("FINDING_DISPATCH_DAYS", default=1)  # working days to dispatch
FINDING_HANDLE_DAYS = env.int("FINDING_HANDLE_DAYS", default=3)  # working days to handle a find
FINDING_CHECK_DAYS = env.int("FINDING_CHECK_DAYS", default=2)  # working days to check it back
HAZARD_MAJOR_DAYS = env.int("HAZARD_MAJOR_DAYS", default=30)  # a major hazard, at most
HAZARD_RECHECK_DAYS = env.int("HAZARD_RECHECK_DAYS", default=5)  # working days to look again
LEGALSERVICE_MINUTES = env.int("LEGALSERVICE_MINUTES", default=30)  # a booked consultation
LEGALSERVICE_CONFIRM_DAYS = env.int("LEGALSERVICE_CONFIRM_DAYS", default=1)  # to confirm it
LEGALSERVICE_ANSWER_DAYS = env.int("LEGALSERVICE_ANSWER_DAYS", default=3)  # to answer it
LEGALSERVICE_FEEDBACK_DAYS = env.int("LEGALSERVICE_FEEDBACK_DAYS", default=10)  # a firm's needs
AID_CHECK_DAYS = env.int("AID_CHECK_DAYS", default=3)  # working days for the first check
AID_SUPPLEMENT_DAYS = env.int("AID_SUPPLEMENT_DAYS", default=15)  # to supplement what lacks
BOOKING_DAYS = env.int("BOOKING_DAYS", default=60)  # how far ahead rooms and lawyers are booked

# The public counter: who comes without an account.
COUNTER_MIN_SECONDS = env.int("COUNTER_MIN_SECONDS", default=3)  # nobody fills a form in faster
COUNTER_MAX_MINUTES = env.int("COUNTER_MAX_MINUTES", default=120)  # how long a form may stand open
COUNTER_BODY_KB = env.int("COUNTER_BODY_KB", default=64)  # of a public form
COUNTER_ADDRESS_HOUR = env.int("COUNTER_ADDRESS_HOUR", default=60)  # forms sent from an address
COUNTER_PHONE_DAY = env.int("COUNTER_PHONE_DAY", default=5)  # wishes of one phone
COUNTER_ASK_HOUR = env.int("COUNTER_ASK_HOUR", default=60)  # queries from an address
COUNTER_NUMBER_DAY = env.int("COUNTER_NUMBER_DAY", default=30)  # queries of one number
COUNTER_PROXIES = env.int("COUNTER_PROXIES", default=0)  # our own, that write X-Forwarded-For

# How wide a hedged number of a report is read where usage fixes no bound; see reporting/hedges.py.
FIGURE_NEAR = Decimal(env("FIGURE_NEAR", default="0.9"))  # 近1000: from 0.9 of it up to it
FIGURE_ABOUT = Decimal(env("FIGURE_ABOUT", default="0.05"))  # 约1000: within 5 % of it
