"""A decision on its way to the public, over HTTP: the pages of staff, and the API."""

import pytest
from django.urls import reverse

from enforcement.publicity.models import Publication
from lawgov.casework import outbox
from lawgov.casework.models import Case

from ..api.conftest import Api
from ..cast import STREET
from .test_publicity import REMEDY, case, told  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
API = "/api/v1/publications/"


def page(client, user, name, *args, status=200, **asked) -> str:
    client.force_login(user)
    answer = client.get(reverse(name, args=args), asked)
    assert answer.status_code == status
    return answer.content.decode()


def send(client, user, name, *args, **given):
    client.force_login(user)
    return client.post(reverse(name, args=args), {"_key": "k", **given})


def test_the_publisher_finds_it_reads_what_goes_out_and_publishes_it(squad, case, client):  # noqa: F811
    outbox.drain()
    made = Publication.objects.get().case
    assert "张某擅自占用道路案" in page(client, squad.justice, "publications", tray="todo")
    form = page(client, squad.justice, "publication-step", made.pk, "approve")
    assert "将要生效的内容" in form
    assert "张三丰" not in form

    answer = send(client, squad.justice, "publication-step", made.pk, "approve", _seen=1)
    assert answer.status_code == 302
    client.logout()
    assert REMEDY in client.get(reverse("public-item", args=[made.pk])).content.decode()


def test_a_case_leads_to_its_publication_and_back(squad, case, client):  # noqa: F811
    form = page(client, squad.officer, "publication-new", source=case.pk)
    assert f'value="{case.pk}"' in form
    answer = send(client, squad.officer, "publication-new", unit=STREET, source=case.pk)
    made = Publication.objects.get().case

    assert answer.url == reverse("publication", args=[made.pk])
    assert "向社会公开的内容" in page(client, squad.officer, "publication", made.pk)
    assert case.linked_from.get().case == made


def test_a_refusal_names_every_reason_at_once(squad, case, told):  # noqa: F811
    made = Case.open_new("publication", by=squad.officer, unit=STREET, source=case.pk)
    told |= {"minor": True, "title": "改过的名称"}
    answer = Api(squad.justice).post(f"{API}{made.pk}/approve/", {"version": 1})

    assert answer.status_code == 409
    said = "".join(answer.json()["reasons"])
    assert "第一百零三条" in said
    assert "须重新生成" in said


def test_machines_prepare_publish_and_withdraw(squad, case):  # noqa: F811
    officer, publisher = Api(squad.officer), Api(squad.justice)
    made = officer.post(API, {"unit": STREET, "source": case.pk}).json()["id"]
    assert officer.post(f"{API}{made}/approve/", {"version": 1}).status_code == 403
    assert publisher.post(f"{API}{made}/approve/", {"version": 1}).status_code == 200
    given = {"version": 2, "withdrawal": "mistaken", "explanation": "文号有误"}
    assert publisher.post(f"{API}{made}/withdraw/", given).status_code == 200

    [row] = publisher.get(API, {"type": "penalty"}).json()["results"]
    assert row["withdrawn_on"] is not None


def test_two_publishers_at_once_and_one_wins(squad, case):  # noqa: F811
    made = Case.open_new("publication", by=squad.officer, unit=STREET, source=case.pk)
    first, second = Api(squad.justice), Api(squad.statistician)
    assert first.post(f"{API}{made.pk}/approve/", {"version": 1}).status_code == 200
    late = {"version": 1, "reason": "漏写文号"}
    assert second.post(f"{API}{made.pk}/return/", late).status_code == 409
    assert Publication.objects.get().case.state == "public"


def test_what_is_no_case_to_publish_is_badly_asked(squad, case):  # noqa: F811
    answer = Api(squad.officer).post(API, {"unit": STREET, "source": 10**12})
    assert answer.status_code == 400
    assert "没有这个可以公示的案件" in str(answer.json()["errors"])
