"""Makes the virtual environment of a clone. Runs on a bare Python: standard library only."""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path


def install(venv: Path, requirements: Path) -> None:
    """Bring the environment to what the file pins; quick where nothing changed."""
    with open(requirements, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # two makes at once: the second finds the work done
        stamp = venv / f"{requirements.name}.sha256"
        wanted = fingerprint(requirements)
        if (venv / "bin/python").exists() and stamp.exists() and stamp.read_text() == wanted:
            return
        if not (venv / "bin/python").exists():
            create(venv)
        fill(venv, requirements)
        stamp.write_text(wanted)


def fingerprint(requirements: Path) -> str:
    """Of the file and of those beside it that it names with -r."""
    text = requirements.read_text()
    named = [line[3:].strip() for line in text.splitlines() if line.startswith("-r ")]
    parts = [sys.version, text, *(fingerprint(requirements.parent / name) for name in named)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def create(venv: Path) -> None:
    print(f"建立虚拟环境 {venv} …", flush=True)
    try:
        import ensurepip  # noqa: F401 -- Debian ships it apart from Python
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"缺少 python3-venv，请先运行：\n  sudo apt-get install -y python{version}-venv")
    subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)


def fill(venv: Path, requirements: Path) -> None:
    print(f"安装 {requirements.name} 所列的依赖（首次约需一分钟）…", flush=True)
    pip = subprocess.Popen(
        [venv / "bin/python", "-m", "pip", "install", "--no-input", "-r", str(requirements)],
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    for line in pip.stdout or ():
        if line.startswith(("Collecting", "Installing", "ERROR")):
            print(f"  {line.rstrip()[:100]}", flush=True)
    if pip.wait():
        sys.exit(f"依赖没有装好，原因见上（pip 退出码 {pip.returncode}）")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 -- it is the one file that an older one runs
        sys.exit(f"需要 Python 3.11 或更新的版本，这里是 {sys.version.split()[0]}")
    install(Path(sys.argv[1]), Path(sys.argv[2]))
