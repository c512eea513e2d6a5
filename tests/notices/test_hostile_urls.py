"""An address that leads into the house is not called: no connection is made at all."""

import contextlib
import socket
import threading

import pytest

from lawgov.notices import pinned

from .conftest import NAME, Sink

PUBLIC = "93.184.216.34"


class Canary:
    """Listens where nobody must knock, and counts."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0)
        self.port = self.socket.getsockname()[1]

    @property
    def knocks(self) -> int:
        """The kernel keeps who knocked until they are let in."""
        found = 0
        with contextlib.suppress(BlockingIOError):
            while True:
                self.socket.accept()[0].close()
                found += 1
        return found


@pytest.fixture
def canary():
    canary = Canary()
    yield canary
    canary.socket.close()


@pytest.fixture
def listed(canary, names, settings):
    """Every host stands in the list, so that only what is behind it can be wrong."""
    names["inside.test"] = [["127.0.0.1"]]
    names["rebound.test"] = [[PUBLIC, "127.0.0.1"]]
    hosts = ("127.0.0.1", "::1", "0x7f.1", "2130706433", "inside.test", "rebound.test",
             "::ffff:127.0.0.1", "::ffff:7f00:1", "localhost", "0.0.0.0", "64:ff9b::7f00:1",
             "2002:7f00:1::", "0177.0.0.1", "fd00::1", "10.0.0.1", "127.1")  # fmt: skip
    settings.WEBHOOK_HOSTS = [f"{host}:{canary.port}" for host in hosts]
    settings.WEBHOOK_HOSTS += ["169.254.169.254", "hooks.example"]


HOSTILE = [
    "https://127.0.0.1:{}/",
    "https://[::1]:{}/",
    "https://0x7f.1:{}/",
    "https://2130706433:{}/",
    "https://169.254.169.254/latest/meta-data/",
    "https://inside.test:{}/",
    "http://127.0.0.1:{}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{}/_x",
    "https://rebound.test:{}/",
    "https://hooks.example@127.0.0.1:{}/",
    "https://hooks.example:22/",
    "https://[::ffff:127.0.0.1]:{}/",
    "https://[::ffff:7f00:1]:{}/",
    "https://localhost:{}/",
    "https://0.0.0.0:{}/",
    "https://127.1:{}/",
    "https://0177.0.0.1:{}/",
    "https://[64:ff9b::7f00:1]:{}/",
    "https://[2002:7f00:1::]:{}/",
    "https://10.0.0.1:{}/",
    "https://[fd00::1]:{}/",
    "https://unlisted.example/",
    "https://hooks.example\\@127.0.0.1:{}/",
    "https://hooks.example/\r\nX: y",
    "https://hooks.example:x/",
    "https:///in",
    "//127.0.0.1:{}/",
    "",
]


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_address_is_refused_before_anything_is_connected(url, canary, listed):
    with pytest.raises(pinned.RefusedError):
        pinned.post(url.format(canary.port), b"{}", {})

    assert canary.knocks == 0


def test_the_canary_hears_who_knocks(canary):
    socket.create_connection(("127.0.0.1", canary.port)).close()

    assert canary.knocks == 1


def test_a_redirect_is_not_followed(canary, sink):
    sink.answers, sink.location = 302, f"https://127.0.0.1:{canary.port}/"

    assert pinned.post(sink.url, b"{}", {}) == 302
    assert canary.knocks == 0


def test_the_address_that_was_checked_is_the_one_that_is_called(sink, names, certificate):
    """A name that says one thing to the check and another to the connection."""
    other = Sink("127.0.0.2", sink.port, certificate)
    names[NAME] = [["127.0.0.1"], ["127.0.0.2"]]

    assert pinned.post(sink.url, b"{}", {}) == 200
    assert (len(sink.got), len(other.got)) == (1, 0)
    other.shutdown()
    other.server_close()


def test_the_name_is_said_and_its_certificate_is_asked(sink):
    pinned.post(sink.url, b"{}", {})

    assert sink.names == [NAME]
    assert sink.got[0][0]["Host"] == f"{NAME}:{sink.port}"


def test_a_certificate_of_another_name_is_not_believed(sink, names, settings):
    settings.WEBHOOK_PRIVATE_HOSTS = [f"other.test:{sink.port}"]
    names["other.test"] = [["127.0.0.1"]]

    with pytest.raises(pinned.UnreachedError):
        pinned.post(f"https://other.test:{sink.port}/", b"{}", {})
    assert sink.got == []


def test_a_certificate_that_nobody_vouches_for_is_not_believed(sink, settings):
    settings.WEBHOOK_CA_FILE = ""

    with pytest.raises(pinned.UnreachedError):
        pinned.post(sink.url, b"{}", {})


def test_an_endless_answer_is_not_read(sink):
    sink.extra = b"x" * (pinned.MOST_BYTES + 1)

    with pytest.raises(pinned.UnreachedError):
        pinned.post(sink.url, b"{}", {})


def test_who_answers_a_byte_at_a_time_is_cut_off(sink, monkeypatch):
    monkeypatch.setattr(pinned, "SECONDS", 0.3)
    stop = threading.Event()

    def drip(handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not stop.wait(0.1):
            handler.wfile.write(b"x")

    monkeypatch.setattr(sink.RequestHandlerClass, "do_POST", drip)
    with pytest.raises(pinned.UnreachedError):
        pinned.post(sink.url, b"{}", {})
    stop.set()


def test_a_private_host_is_no_door_to_the_machines_own_service(names, settings):
    settings.WEBHOOK_PRIVATE_HOSTS = ["inside.test"]
    names["inside.test"] = [["169.254.169.254"]]

    with pytest.raises(pinned.RefusedError):
        pinned.post("https://inside.test/", b"{}", {})
