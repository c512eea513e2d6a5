"""The doors of a kind of case and of a register to machines: list, open, read, and one per step."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import F
from django.http import FileResponse, Http404
from django.urls import URLPattern, path
from django.utils.datastructures import MultiValueDict
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.parsers import BaseParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from lawgov.people.models import Role, User
from lawgov.people.signed_in import ApiRequest
from lawgov.privacy.masks import mask_text

from . import facts, openapi, shown
from .attachments import find as found
from .attachments import served
from .filters import Asked
from .models import Case, Entry
from .paging import page, size_of, wide
from .parsers import SafeJSON, Upload
from .places import Places
from .procedure import PROCEDURES, Procedure
from .refusals import BadFacts, NotYours, StepRefused
from .registers import REGISTERS, Register
from .text import clean
from .upload import Files
from .writing import log, open_new, take

UNIT = {"unit": facts.Place("单位")}
VERSION = {"version": facts.Integer("看到的版本", least=1)}
REASON = {"reason": facts.Text("作废原因")}
PAGED = ("after", "size")
KEY = "Idempotency-Key"
PARSERS: Mapping[str, type[BaseParser]] = {openapi.JSON: SafeJSON, openapi.FORM: Upload}


class Reader(IsAuthenticated):
    """Who works on none of these is told so before anything is looked up."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not super().has_permission(request, view):
            return False
        if not getattr(request.user, "roles", set()) & set(view.readers):
            raise NotYours("您的岗位不办理、不查阅此类事项")
        return True


class Door(APIView):
    """An endpoint of a kind; the schema is read off the same attributes."""

    kind = ""
    does: Mapping[str, tuple[str, str]] = {}  # method -> its name and its label
    permission_classes = [Reader]
    schema = openapi.DoorSchema()

    @property
    def about(self) -> Procedure | Register:
        return PROCEDURES.get(self.kind) or REGISTERS[self.kind]

    @property
    def readers(self) -> tuple[Role, ...]:
        return self.about.readers

    def asks(self) -> Mapping[str, facts.Fact]:
        """The facts of an unsafe request."""
        return {}

    @property
    def lists(self) -> list[str]:
        """What a form may give more than once."""
        several = (Files, Places, facts.Several, facts.People)
        return [name for name, fact in self.asks().items() if isinstance(fact, several)]

    def get_parsers(self) -> list[BaseParser]:
        """A file comes in a form; where none must come, JSON will do, which alone has lists."""
        return [PARSERS[form]() for form in openapi.forms(self.asks())]

    def gives(self, method: str) -> tuple[int, openapi.Schema]:
        """Code and shape of the answer, for the schema."""
        return status.HTTP_200_OK, openapi.DONE


def key_of(request: ApiRequest) -> str:
    key = request.headers.get(KEY, "").strip()
    if not key:
        raise BadFacts({KEY: ["必填：每次写入给一个新的键，重试时用原键"]})
    return key


def given(request: ApiRequest, several: Collection[str] = ()) -> dict[str, Any]:
    """What came, as a dict; a form's fields each once, but for those that take several."""
    data = request.data
    if not isinstance(data, MultiValueDict):
        return dict(data)
    lists = {name: data.getlist(name) for name in several if name in data}
    return once(data, several) | lists


def once(data: MultiValueDict, several: Collection[str] = ()) -> dict[str, Any]:
    repeated = [name for name in data if len(data.getlist(name)) > 1 and name not in several]
    if repeated:
        raise BadFacts({str(name)[:50]: ["只能给一次"] for name in repeated})
    return {name: data[name] for name in data}


def split(data: dict[str, Any], apart: Mapping[str, facts.Fact]) -> Any:
    """Take a value that is no fact of the step out of what was given."""
    (name,) = apart
    return facts.read(apart, {name: data.pop(name, None)})[name]


def find(user: User, kind: str, pk: int) -> Case:
    case = Case.objects.visible_to(user, kind).filter(pk=pk).first()
    if not case:
        raise Http404
    return case


def answer(case: Case, event: Any, code: int) -> Response:
    return replayed(event, Response(shown.done(case, event), code))


def replayed(row: Any, response: Response) -> Response:
    """A row that was read, not made, is the fruit of an earlier request under the same key."""
    if not row._state.adding:
        response["Idempotent-Replay"] = "true"
    return response


class Download(APIView):
    @extend_schema(
        summary="下载附件", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY}
    )
    def get(self, request: ApiRequest, pk: int) -> FileResponse:
        return served(found(request.user, pk), request.user)


class Listed(Door):
    """A list, newest first, page after page by the mark that the page before ends with."""

    filterset: type[Asked] | None = None
    shows: dict[str, str] = {}  # name in the answer -> column

    def asked(self, request: ApiRequest, rows: Any) -> Any:
        """The rows that the filter leaves; without a question no filter is built."""
        once(request.GET)
        if request.GET.keys() <= {*PAGED} or self.filterset is None:
            return rows
        return self.filterset.of(request.GET, rows, request, also=PAGED).qs

    def place(self, request: ApiRequest) -> tuple[str, int]:
        """Where the page begins and how long it is."""
        return request.GET.get("after", ""), size_of(request.GET.get("size", ""))


class Cases(Listed):
    def asks(self) -> Mapping[str, facts.Fact]:
        procedure = PROCEDURES[self.kind]
        return {**UNIT, **procedure.steps[procedure.opening].facts}

    def get(self, request: ApiRequest) -> Response:
        mark, size = self.place(request)
        seen = Case.objects.visible_to(request.user, self.kind).newest(request.user, self.kind)
        columns = {name: F(column) for name, column in self.shows.items()}
        rows = Case.objects.values(*shown.COLUMNS, **columns)
        found = wide(rows, self.asked(request, seen), mark, "opened_on", size)
        for row in found.rows:
            row["title"] = mask_text(row["title"])
        return Response({"results": found.rows, "next": found.next})

    def gives(self, method: str) -> tuple[int, openapi.Schema]:
        if method == "POST":
            return status.HTTP_201_CREATED, openapi.DONE
        return status.HTTP_200_OK, openapi.listed(openapi.case_row(self.shows))

    def post(self, request: ApiRequest) -> Response:
        key, data = key_of(request), given(request, self.lists)
        unit = split(data, UNIT)
        case = open_new(self.kind, by=request.user, unit=unit, key=key, given=data)
        return answer(case, case.history[0], status.HTTP_201_CREATED)


class One(Door):
    def get(self, request: ApiRequest, pk: int) -> Response:
        return Response(shown.whole(find(request.user, self.kind, pk), request.user))

    def gives(self, method: str) -> tuple[int, openapi.Schema]:
        return status.HTTP_200_OK, openapi.whole(PROCEDURES[self.kind], shown.money(self.kind))


class Take(Door):
    """One step of one kind, at a path of its own."""

    step = ""

    def asks(self) -> Mapping[str, facts.Fact]:
        return {**VERSION, **PROCEDURES[self.kind].steps[self.step].facts}

    def post(self, request: ApiRequest, pk: int) -> Response:
        case = find(request.user, self.kind, pk)
        key, data = key_of(request), given(request, self.lists)
        seen = split(data, VERSION)
        try:
            event = take(case, self.step, by=request.user, seen=seen, key=key, given=data)
        except StepRefused as refusal:
            return conflict(case, refusal)
        return answer(case, event, status.HTTP_200_OK)


def conflict(case: Case, refusal: StepRefused) -> Response:
    """Not now: why, and where the case stands."""
    body = {
        "detail": str(refusal), "reasons": refusal.reasons,
        "state": case.state, "state_label": case.state_label, "version": case.version,
    }  # fmt: skip
    return Response(body, status.HTTP_409_CONFLICT)


class Entries(Listed):
    def asks(self) -> Mapping[str, facts.Fact]:
        return {**UNIT, **REGISTERS[self.kind].facts}

    def get(self, request: ApiRequest) -> Response:
        rows = Entry.objects.visible_to(request.user, self.kind).order_by("-on", "-id")
        if REGISTERS[self.kind].brings:
            rows = rows.prefetch_related("attachments")
        mark, size = self.place(request)
        found = page(self.asked(request, rows), mark, "on", size)
        return Response({"results": [shown.entry(row) for row in found.rows], "next": found.next})

    def post(self, request: ApiRequest) -> Response:
        key, data = key_of(request), given(request, self.lists)
        unit = split(data, UNIT)
        entry = log(self.kind, by=request.user, unit=unit, key=key, given=data)
        return replayed(entry, Response(shown.logged(entry), status.HTTP_201_CREATED))

    def gives(self, method: str) -> tuple[int, openapi.Schema]:
        if method == "POST":
            return status.HTTP_201_CREATED, openapi.LOGGED
        return status.HTTP_200_OK, openapi.listed(openapi.entry_row(REGISTERS[self.kind]))


class Annul(Door):
    """Voiding states its wish whole, so a repetition is known without a stored key."""

    def asks(self) -> Mapping[str, facts.Fact]:
        return REASON

    def post(self, request: ApiRequest, pk: int) -> Response:
        entry = Entry.objects.visible_to(request.user, self.kind).filter(pk=pk).first()
        if not entry:
            raise Http404
        key_of(request)
        reason = facts.read(REASON, given(request))["reason"]
        again = entry.voided_by_id == request.user.pk and entry.void_reason == clean(reason)
        if not again:
            entry.annul(by=request.user, reason=reason)
        response = Response(shown.entry(entry))
        if again:
            response["Idempotent-Replay"] = "true"
        return response

    def gives(self, method: str) -> tuple[int, openapi.Schema]:
        return status.HTTP_200_OK, openapi.entry_row(REGISTERS[self.kind])


def of_cases(kind: str, filterset: type[Asked], shows: dict[str, str]) -> list[URLPattern]:
    """Every path of a kind of case; each step has its own, so that each has its own schema."""
    procedure = PROCEDURES[kind]
    label = procedure.label
    cases = Cases.as_view(
        kind=kind, filterset=filterset, shows=shows,
        does={
            "get": ("list", f"{label}列表"),
            "post": (procedure.opening, procedure.steps[procedure.opening].label),
        },
    )  # fmt: skip
    one = One.as_view(kind=kind, does={"get": ("read", f"{label}详情")})
    steps = [
        path(
            f"<int:pk>/{name}/",
            Take.as_view(kind=kind, step=name, does={"post": (name, step.label)}),
            name=f"api-{kind}-{name}",
        )
        for name, step in procedure.steps.items()
        if step.sources and step.roles  # what no role may take, the system takes
    ]
    return [
        path("", cases, name=f"api-{kind}-list"),
        path("<int:pk>/", one, name=f"api-{kind}"),
        *steps,
    ]


def of_entries(kind: str, filterset: type[Asked]) -> list[URLPattern]:
    label = REGISTERS[kind].label
    entries = Entries.as_view(
        kind=kind, filterset=filterset,
        does={"get": ("list", f"{label}记录"), "post": ("log", f"登记{label}")},
    )  # fmt: skip
    annul = Annul.as_view(kind=kind, does={"post": ("void", f"作废{label}记录")})
    return [
        path("", entries, name=f"api-{kind}-list"),
        path("<int:pk>/void/", annul, name=f"api-{kind}-void"),
    ]
