"""A penalty case driven through HTTP: its pages without scripts, and its API."""

from typing import Any

from lawgov.casework.models import Case

from ..api.conftest import Api
from ..pages.conftest import Browser


def plain(value: Any) -> Any:
    """Facts as a form sends them: people by number, ticks as ticks."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if value is True:
        return "on"
    return getattr(value, "pk", value)


class Pages:
    """Somebody at the pages; each form is read, filled in and sent."""

    def __init__(self, user: Any) -> None:
        self.browser = Browser()
        self.browser.force_login(user)

    def open(self, kind: str, **facts: Any) -> Case:
        answer = self.browser.fill(f"/{kind}/new/", **facts)
        assert answer.status_code == 302, answer.content.decode()[:3000]
        return Case.objects.get(pk=int(answer["Location"].rstrip("/").rpartition("/")[2]))

    def take(self, case: Case, step: str, of: str = "penalties", **facts: Any) -> str:
        given = {name: plain(value) for name, value in facts.items()}
        answer = self.browser.fill(f"/{of}/{case.pk}/{step}/", **given)
        case.refresh_from_db()
        return answer.content.decode() if answer.status_code != 302 else ""

    def see(self, url: str) -> str:
        return self.browser.see(url)


class Machine(Api):
    """Somebody at the API of penalty cases."""

    def take(self, case: Case, step: str, **facts: Any) -> dict[str, Any]:
        case.refresh_from_db()
        given = {name: sent(value) for name, value in facts.items()}
        url = f"/api/v1/enforcement-cases/{case.pk}/{step}/"
        return self.post(url, {"version": case.version, **given}).json()


def sent(value: Any) -> Any:
    return (
        [sent(each) for each in value] if isinstance(value, list) else getattr(value, "pk", value)
    )
