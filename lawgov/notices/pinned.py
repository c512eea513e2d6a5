"""Calling another system without being led elsewhere: https to a host that is listed, at an address
that was checked, and to that very address."""

import contextlib
import ipaddress
import re
import socket
import ssl
from collections.abc import Mapping
from threading import Timer
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_match_hostname import CertificateError

SECONDS = 5
MOST_BYTES = 64 * 1024
HTTPS = 443
# Public by their own number, but they carry another address inside.
CARRIERS = [ipaddress.ip_network(n) for n in ("64:ff9b::/96", "2002::/16", "2001::/32")]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedError(ValueError):
    """This address is not called."""


class UnreachedError(Exception):
    """No answer in time, or none at all."""


class Target(NamedTuple):
    host: str
    port: int
    path: str

    @property
    def name(self) -> str:
        """As it stands in the lists: with its port, if that is not the usual one."""
        return self.host if self.port == HTTPS else f"{self.host}:{self.port}"


def target(url: str) -> Target:
    """What is to be called, if the address is in order and its host is listed."""
    if not re.fullmatch(r"[!-~]{1,500}", url) or "\\" in url:
        raise RefusedError("地址应为不超过500个字符的英文网址")
    try:
        parts = urlsplit(url)
        port = parts.port or HTTPS
    except ValueError:
        raise RefusedError("地址有误") from None
    if parts.scheme != "https" or not parts.hostname:
        raise RefusedError("只支持 https 地址")
    if "@" in parts.netloc or parts.fragment:
        raise RefusedError("地址中不能带用户名、口令或片段")
    found = Target(parts.hostname.lower(), port, parts.path + f"?{parts.query}" * bool(parts.query))
    if found.name not in {*settings.WEBHOOK_HOSTS, *settings.WEBHOOK_PRIVATE_HOSTS}:
        raise RefusedError("该主机不在允许的名单内")
    return found


def resolve(where: Target) -> Address:
    """The address to connect to. If only one of the name's addresses is not public, none is used:
    who answers for the name must not choose where we knock."""
    try:
        told = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise UnreachedError("域名无法解析") from error
    found = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in told]
    inside = where.name in settings.WEBHOOK_PRIVATE_HOSTS
    if not found or not all(is_public(each) or (inside and is_inside(each)) for each in found):
        raise RefusedError("域名指向非公开地址")
    return found[0]


def plain(address: Address) -> Address:
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped or address


def is_public(address: Address) -> bool:
    real = plain(address)
    return real.is_global and not real.is_multicast and not any(real in net for net in CARRIERS)


def is_inside(address: Address) -> bool:
    """A host that is listed as private may be anywhere in the house, but not be a machine's own
    information service or a group of machines."""
    real = plain(address)
    return not (real.is_link_local or real.is_multicast or real.is_unspecified)


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send, and return the answer's code; a redirect is an answer like any other."""
    where = target(url)
    line = HTTPSConnection(
        str(resolve(where)), where.port, timeout=SECONDS, server_hostname=where.host,
        assert_hostname=where.host, ssl_context=trusted(),
    )  # fmt: skip
    try:
        with Deadline(line) as deadline:
            deadline.connect()
            # Neither read nor unpacked before we ask: an answer may be endless.
            line.request(
                "POST", where.path or "/", body, {"Host": where.name, **headers},
                preload_content=False, decode_content=False,
            )  # fmt: skip
            answer = line.getresponse()
            if len(answer.read(MOST_BYTES + 1)) > MOST_BYTES:
                raise UnreachedError("回应过长")
            return answer.status
    except (OSError, HTTPError, CertificateError) as error:
        raise UnreachedError(f"连接失败：{type(error).__name__}") from error


class Deadline:
    """Cuts the line when the time is over, whatever goes on. The line's own timeout is for each
    read alone: who sends a byte at a time would keep us for ever."""

    def __init__(self, line: HTTPSConnection) -> None:
        self.line, self.is_over = line, False
        self.socket: socket.socket | None = None
        self.timer = Timer(SECONDS, self.cut)

    def __enter__(self) -> "Deadline":
        self.timer.start()
        return self

    def connect(self) -> None:
        self.line.connect()
        self.socket = self.line.sock  # the line lets go of it before the answer is read

    def cut(self) -> None:
        self.is_over = True
        if self.socket:
            with contextlib.suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)

    def __exit__(self, *trouble: object) -> None:
        self.timer.cancel()
        self.line.close()
        if self.is_over:
            raise UnreachedError(f"{SECONDS}秒内没有答复")


def trusted() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=settings.WEBHOOK_CA_FILE or None)
