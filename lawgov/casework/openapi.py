"""The doors' schema: requests from the steps' facts, answers from the columns that are shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from . import facts
from .models import Attachment, Case, Entry
from .paging import MOST, SIZE
from .procedure import Procedure
from .registers import COLUMNS as COUNTED
from .registers import Register
from .shown import COLUMNS, FILE, fields_of
from .upload import Files

Schema = dict[str, Any]
JSON, FORM = "application/json", "multipart/form-data"
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
TIME: Schema = {"type": "string", "format": "date-time"}
KINDS: dict[type, Schema] = {
    models.DateTimeField: TIME,
    models.DateField: DAY,
    models.BooleanField: FLAG,
    models.IntegerField: NUMBER,
    models.ForeignKey: NUMBER,
    ArrayField: {"type": "array", "items": TEXT},
}
READ_REFUSALS = {
    400: "填写有误：errors 按栏目列出原因",
    401: "没有登录，或令牌已失效",
    403: "不由您的岗位办理、查阅",
    404: "没有找到，或不在您的数据范围内",
    503: "数据库暂不可用，Retry-After 秒后重试",
}
WRITE_REFUSALS = READ_REFUSALS | {
    409: "现在不能办理：reasons 列出全部原因",
    415: "请求内容的格式不对",
    422: "同一幂等键已用于另一内容",
}
KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "minLength": 1, "maxLength": 255},
    OpenApiParameter.HEADER,
    required=True,
    description="每次写入给一个新的键；重试时用原键，得到同一结果",
)
PAGED = [
    OpenApiParameter("after", str, description="上一页的 next"),
    OpenApiParameter(
        "size", {"type": "integer", "minimum": 1, "maximum": MOST, "default": SIZE},
        description="每页行数",
    ),
]  # fmt: skip


def record(properties: dict[str, Schema], *optional: str) -> Schema:
    needed = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": needed}


def rows(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def listed(row: Schema) -> Schema:
    mark = {"type": "string", "description": "下一页的 after；没有下一页时为空"}
    return record({"results": rows(row), "next": mark})


def column(field: Any) -> Schema:
    """A column of a table as it is answered; money and large text are text."""
    kind = next((schema for of, schema in KINDS.items() if isinstance(field, of)), TEXT)
    nullable = {"nullable": True} if field.null else {}
    return {"title": str(field.verbose_name), **kind, **nullable}


def of_case(names: Iterable[str]) -> dict[str, Schema]:
    return {name: column(Case._meta.get_field(name)) for name in names}


DONE = record(
    {
        **of_case(["id", "number", "unit"]),
        "step": TEXT, "state": TEXT, "version": NUMBER, "on": DAY,
    }
)  # fmt: skip
LOGGED = record({"id": NUMBER, "kind": TEXT, "unit": TEXT, "on": DAY})
CLOCK = record(
    {"label": TEXT, "due": {**DAY, "nullable": True}, "provisional": FLAG, "words": rows(TEXT)}
)
CHECK = record({"rule": TEXT, "met": {**FLAG, "nullable": True, "description": "空：待填写后判断"}})
STEP = record({"step": TEXT, "label": TEXT, "checklist": rows(CHECK)})
TOLD = record(
    {
        "seq": NUMBER, "step": TEXT, "label": TEXT, "state": TEXT, "by": TEXT, "on": DAY,
        "at": TIME, "lines": rows(record({"label": TEXT, "value": TEXT})),
    }
)  # fmt: skip
REFUSAL = record(
    {
        "detail": TEXT,
        "errors": {"type": "object", "additionalProperties": rows(TEXT)},
        "reasons": rows(TEXT),
        "state": TEXT,
        "state_label": TEXT,
        "version": NUMBER,
    },
    "errors", "reasons", "state", "state_label", "version",
)  # fmt: skip


def part(model: str, money: frozenset[str]) -> Schema:
    """A row of a part; personal values come masked, money as text in 元."""
    table: type[models.Model] = apps.get_model(model)
    fields = fields_of(table)
    return record({f.attname: TEXT if f.name in money else column(f) for f in fields})


def case_row(shows: dict[str, str]) -> Schema:
    return record(of_case(COLUMNS) | dict.fromkeys(shows, TEXT))


def whole(procedure: Procedure, money: frozenset[str]) -> Schema:
    parts = {name: rows(part(model, money)) for name, model in procedure.parts.items()}
    return record(
        {
            **of_case(COLUMNS),
            "state_label": TEXT,
            "handler": {**record({"id": NUMBER, "name": TEXT}), "nullable": True},
            "detail": part(procedure.detail, money) if procedure.detail else record({}),
            **parts,
            "clocks": rows(CLOCK),
            "steps": rows(STEP),
            "history": rows(TOLD),
        }
    )


def entry_row(register: Register) -> Schema:
    def stated(name: str, fact: facts.Fact) -> Schema:
        if isinstance(fact, Files):
            return rows(record({n: column(Attachment._meta.get_field(n)) for n in FILE}))
        at = register.column(name)
        return column(Entry._meta.get_field(at)) if at in COUNTED else fact.schema()

    facts_ = {name: stated(name, fact) for name, fact in register.facts.items()}
    own = {"void": FLAG, "by": {**NUMBER, "nullable": True}}
    return record({"id": NUMBER, "unit": TEXT, **facts_, **own}, *facts_)


def question(name: str, asked: Any) -> OpenApiParameter:
    """A filter as a parameter."""
    kinds = {"DateFilter": DAY, "YearFilter": NUMBER, "DayInYear": NUMBER}
    offered = asked.extra.get("choices", ())
    choices = [value for value, _ in (offered() if callable(offered) else offered)]
    kind = {**TEXT, "enum": choices} if choices else kinds.get(type(asked).__name__, TEXT)
    return OpenApiParameter(name, kind, description=str(asked.label))


def forms(asked: Mapping[str, facts.Fact]) -> list[str]:
    """How the body may come: as a form if files may, as JSON unless one must."""
    files = [fact for fact in asked.values() if isinstance(fact, Files)]
    must = any(fact.required for fact in files)
    return [*([] if must else [JSON]), *([FORM] if files else [])]


class DoorSchema(AutoSchema):
    """Reads what a door asks and gives off the door itself."""

    view: Any

    @property
    def does(self) -> tuple[str, str]:
        verb, label = self.view.does[self.method.lower()]
        return verb, label

    def get_tags(self) -> list[str]:
        return [self.view.about.label]

    def get_summary(self) -> str:
        return self.does[1]

    def get_operation_id(self) -> str:
        return f"{self.view.kind}_{self.does[0]}"

    def get_override_parameters(self) -> list[Any]:
        if self.method == "POST":
            return [KEY]
        asked = getattr(self.view, "filterset", None)
        filters = asked.base_filters.items() if asked else ()
        return [question(*pair) for pair in filters] + (PAGED if asked else [])

    def get_request_serializer(self) -> Any:
        asked = self.view.asks()
        return {form: facts.schema(asked) for form in forms(asked)}

    def get_response_serializers(self) -> Any:
        refusals = WRITE_REFUSALS if self.method == "POST" else READ_REFUSALS
        code, shape = self.view.gives(self.method)
        told = {number: OpenApiResponse(REFUSAL, why) for number, why in refusals.items()}
        return {code: shape, **told}
