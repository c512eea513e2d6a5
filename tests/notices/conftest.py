"""Sinks that stand for other machines: they count, they remember, and they honour the key."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lawgov.casework import outbox, sinks
from lawgov.notices.models import Hook, Notice, Preference
from lawgov.people.models import User
from tests.cast import STREET

NAME = "hooks.test"
SECRET = "sixteen-or-more-characters"
REAL = socket.getaddrinfo


def work_off() -> None:
    """What the workers do in a round."""
    outbox.drain()
    for topic, sink in sinks.waiting():
        sinks.drain(topic, sink)


def told(user: User) -> list[str]:
    return sorted(Notice.objects.filter(to=user).values_list("what", flat=True))


def wants_mail(user: User, *what: str) -> Preference:
    return Preference.objects.create(
        user=user, email=f"{user.username}@mail.test", verified_at=datetime.now(UTC), by_mail=what
    )


class Sink(ThreadingHTTPServer):
    """Another system over https: `got` are the requests, `effects` the keys that were new."""

    def __init__(self, place: str, port: int, certificate: str) -> None:
        super().__init__((place, port), Answers)
        self.got: list[tuple[dict, bytes]] = []
        self.effects: list[str] = []
        self.names: list[str] = []
        self.answers, self.location, self.extra = 200, "", b""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        context.sni_callback = lambda sock, name, _: self.names.append(name)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self.server_address[1]

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.port}/in"

    def handle_error(self, request, client_address) -> None:
        """A caller who hung up is no news."""


class Answers(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        key = self.headers["Idempotency-Key"]
        if self.server.answers == 200 and key not in self.server.effects:
            self.server.effects.append(key)
        self.send_response(self.server.answers)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()
        self.wfile.write(self.server.extra)

    def log_message(self, *args) -> None:
        pass


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> str:
    """A house's own certificate for the name of its sink."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    day = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(day - timedelta(days=400))
        .not_valid_after(day + timedelta(days=400))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "sink.pem"
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, plain)
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return str(path)


@pytest.fixture
def names(monkeypatch) -> dict[str, list[list[str]]]:
    """What names resolve to, one answer after the other; the last one stays."""
    known: dict[str, list[list[str]]] = {}

    def look(host, port, *args, **kwargs):
        if host not in known:
            return REAL(host, port, *args, **kwargs)
        answers = known[host]
        told = answers.pop(0) if len(answers) > 1 else answers[0]
        return [found for each in told for found in REAL(each, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    return known


@pytest.fixture
def sink(certificate, names, settings):
    server = Sink("127.0.0.1", 0, certificate)
    names[NAME] = [["127.0.0.1"]]
    settings.WEBHOOK_PRIVATE_HOSTS = [f"{NAME}:{server.port}"]
    settings.WEBHOOK_CA_FILE = certificate
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def hook(cast, sink) -> Hook:
    return Hook.objects.create(
        unit=STREET, url=sink.url, secret=SECRET, what=["offered", "closed", "late"]
    )


@pytest.fixture
def post_office(settings):
    """A real mail server; `got` are the messages, unless it is closed."""

    class Box:
        got: list = []
        answer = "250 OK"

        async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
            if self.answer.startswith("250"):
                self.got.append(envelope)
            return self.answer

    box = Box()
    box.got = []
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.MAIL_ON = True
    yield box
    controller.stop()
