"""What a first look shows: the tables that compare, the logins, and a door that they open."""

import json
import re
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

HEADINGS = ("指标", "系统", "报告所列", "结论")


def password(home: Path) -> str:
    return json.loads((home / "secrets.json").read_text())["demo_password"]


def log_in(port: str, username: str, password: str) -> str:
    """The page that comes after the door, or the door again."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    address = f"http://127.0.0.1:{port}/login/"
    form = browser.open(address).read().decode()
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    words = {"csrfmiddlewaretoken": token, "username": username, "password": password}
    return browser.open(address, urlencode(words).encode()).geturl()


def test_the_demo_compares_three_streets_and_lets_its_users_in(make, port, home):
    run = make("run", PORT=port)
    run.says("http://127.0.0.1")
    said = "".join(run.lines)
    assert len([line for line in run.lines if all(word in line for word in HEADINGS)]) == 3
    assert password(home) in said
    assert "/login/" not in log_in(port, "fatou_grid1", password(home))


def test_the_demo_is_loaded_once(make):
    make("setup").ends()
    assert "演示数据已在，未作改动" in make("setup").ends()


def test_without_the_demo_its_password_is_neither_printed_nor_taken(make, port, home):
    run = make("run", "DEMO=0", PORT=port)
    run.says("http://127.0.0.1")
    assert password(home) not in "".join(run.lines)
    assert "/login/" in log_in(port, "fatou_grid1", password(home))


def test_a_given_database_that_is_away_is_told_in_words(make, port):
    run = make("setup", DATABASE_URL="postgresql://127.0.0.1:1/none")
    said = run.ends()
    assert "数据库不能使用" in said
    assert "Traceback" not in said
