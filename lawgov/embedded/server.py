"""What PostgreSQL and Valkey share: a data folder, a socket, an account that is not root."""

import abc
import enum
import hashlib
import importlib.util
import os
import pwd
import re
import subprocess
from contextlib import suppress
from pathlib import Path


class State(enum.Enum):
    AWAY = enum.auto()
    BUSY = enum.auto()  # starting, replaying its log or stopping
    READY = enum.auto()


class Server(abc.ABC):
    """One server below `home`; its clients reach it over a Unix socket only."""

    label = name = ""

    def __init__(self, home: Path) -> None:
        self.home, self.data = home, home / self.name
        self.log, self.sockets = home / f"{self.name}.log", sockets(home)

    @property
    @abc.abstractmethod
    def url(self) -> str: ...

    @abc.abstractmethod
    def state(self) -> State: ...

    @abc.abstractmethod
    def start(self) -> None: ...

    @abc.abstractmethod
    def stop(self) -> None: ...

    def prepare(self) -> None:
        """Make the folders, or refuse those that somebody else owns."""
        owner = account()
        for folder in (self.data, self.sockets):
            with suppress(FileExistsError):
                folder.mkdir(mode=0o700)
                os.chown(folder, owner.pw_uid, owner.pw_gid)
            if folder.is_symlink() or folder.stat().st_uid != owner.pw_uid:
                raise SystemExit(
                    f"{folder} 不属于用户 {owner.pw_name}："
                    "请用建立它的用户运行，或用 LAWGOV_VAR 另设目录"
                )

    def run(self, *words: object) -> bool:
        """Run one of the server's programs as its account, its output in the log."""
        environment = {name: value for name, value in os.environ.items() if name[:2] != "PG"}
        descriptor = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "a") as log:
            done = subprocess.run(
                [*lowered(), *map(str, words)],
                check=False,
                cwd="/",
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in our terminal is not for the server
            )
        return done.returncode == 0

    def furnish(self) -> None:  # noqa: B027 -- most need nothing
        """What a server that answers still needs."""

    def tidy(self) -> None:
        """Take away the socket folder that lies outside the home."""
        if self.sockets.parent != self.home:
            with suppress(OSError):  # the other server still has its socket there
                self.sockets.rmdir()


def sockets(home: Path) -> Path:
    """Beside the data, or under /tmp where the path is too long for a socket or too odd for a URL.

    Not under TMPDIR: every user of the servers must find the same place.
    """
    if re.fullmatch(r"[\w./-]{1,76}", str(home), re.ASCII):
        return home / "run"
    return Path("/tmp") / f"lawgov-{hashlib.sha256(bytes(home)).hexdigest()[:12]}"


def account() -> pwd.struct_passwd:
    """PostgreSQL refuses root; nobody is on every machine."""
    try:
        return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    except KeyError:  # a container run with a bare number
        raise SystemExit(
            f"用户 {os.geteuid()} 没有名字，PostgreSQL 不肯运行：请换一个用户，"
            "或设 DATABASE_URL 和 REDIS_URL"
        ) from None


def lowered() -> list[str]:
    """As root, the words that run a program as nobody.

    One capability is kept, to pass closed folders on the way without opening them; without the
    secure bit access(2) would not heed it.
    """
    if os.geteuid() != 0:
        return []
    owner = account()
    return [
        *("setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"),
        *(
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
        ),
    ]


def wheel(package: str) -> Path:
    """Where a wheel lies, found without running its code (as root it would open parent folders)."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"没有安装 {package}：请先运行 make setup")
    return Path(spec.submodule_search_locations[0])
