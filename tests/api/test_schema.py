"""The published schema: valid, complete, without a warning."""

import io

import pytest
from django.core.management import call_command
from django.test import Client

from lawgov.api import described
from mediation.procedure import STEPS

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def schema(django_db_setup, django_db_blocker) -> dict:
    with django_db_blocker.unblock():  # the codes of the dictionaries stand in it
        return read()


def read() -> dict:
    described.forget()
    return Client().get("/api/schema/", headers={"Accept": "application/json"}).json()


def test_the_schema_is_valid_and_without_warnings():
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=io.StringIO())


@pytest.mark.parametrize(
    "name", [name for name, step in STEPS.items() if step.sources and step.roles]
)
def test_every_step_has_a_path_that_names_its_facts(schema, name):
    asked = schema["paths"][f"/api/v1/disputes/{{id}}/{name}/"]["post"]
    body = next(iter(asked["requestBody"]["content"].values()))["schema"]

    assert set(body["properties"]) == {"version", *STEPS[name].facts}
    assert "version" in body["required"]


@pytest.mark.parametrize("name", ["climb", "urge", "urge_agency"])
def test_what_the_system_does_has_no_path(schema, name):
    assert f"/api/v1/disputes/{{id}}/{name}/" not in schema["paths"]


def test_every_write_declares_its_key(schema):
    exempt = {"/api/v1/auth/token/"}
    for path, methods in schema["paths"].items():
        if "post" in methods and path not in exempt:
            headers = [p["name"] for p in methods["post"]["parameters"] if p["in"] == "header"]
            assert headers == ["Idempotency-Key"], path


def test_an_upload_is_declared_as_a_form_with_files(schema):
    content = schema["paths"]["/api/v1/disputes/{id}/attach/"]["post"]["requestBody"]["content"]

    assert list(content) == ["multipart/form-data"]
    file = content["multipart/form-data"]["schema"]["properties"]["file"]
    assert (file["type"], file["items"]["format"]) == ("array", "binary")


def test_the_list_declares_the_filters_that_it_knows(schema):
    asked = schema["paths"]["/api/v1/disputes/"]["get"]["parameters"]

    names = {parameter["name"] for parameter in asked}
    assert {"after", "size", "q", "unit", "state", "type", "opened_from"} <= names
