"""Patrols of the micro-grids and what cameras and patrollers found, with what became of it."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from enforcement.finding.choices import DISORDER, Channel, Seen, Way
from enforcement.standards import tags
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.casework.upload import Received, received
from lawgov.people.models import Role

from .days import Days, Watch
from .people import Cast, Worker, walked
from .plans import GUANLAN, PENGPU, Street

# 观澜 2024: “市容六乱”实时监控，累计派发视频巡查案件6105宗.
VIDEO = {(GUANLAN.code, 2024): 6105}
USUAL = 24  # finds of an ordinary year
ROUNDS = 2  # of each micro-grid in a year
LEFT = 3  # micro-grids that nobody has walked yet this year
# Each class of the six with a tag that fits it.
SIX = {
    "trading": "010101", "posting": "010301", "piling": "010201", "building": "010501",
    "hanging": "010403", "parking": "010601",
}  # fmt: skip


@cache
def photo() -> Received:
    """One small picture that every feedback shows; without a preview, so that it stays quick."""
    made = SimpleUploadedFile("演示照片.png", picture(), "image/png")
    return replace(received(made), preview=b"")


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (48, 32), "teal").save(out, "PNG")
    return out.getvalue()


class Beat:
    """What every patrol and every find of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng = Random(f"patrol {street.code}")
        self.batch = Batch()
        self.places = walked(street)
        self.tags = [tag.code for tag in tags.leaves(street.code)]

    def officer(self) -> Worker:
        return self.rng.choice(self.cast.near(Role.OFFICER, self.street.code))

    def neighbour(self, unit: str) -> Worker:
        return self.rng.choice(self.cast.near(Role.COMMUNITY_WORKER, unit))


class Find:
    """One find: each step by somebody whose post allows it, each later than the last."""

    def __init__(self, beat: Beat, day: date, unit: str, channel: str) -> None:
        self.beat, self.unit = beat, unit
        self.watch = Watch(beat.rng, beat.days.last)
        seen = channel == Channel.VIDEO
        by = beat.officer() if seen else beat.rng.choice(beat.cast.near(Role.GRID_WORKER, unit))
        self.case: Case = beat.batch.open(
            "finding", unit, by=by.user, post=by.post, at=self.watch.at(day), on=day,
            channel=channel, **(on_camera(beat) if seen else on_foot(beat)),
        )  # fmt: skip

    def take(self, name: str, by: Worker, day: date, **facts: Any) -> None:
        at, facts = self.watch.at(day), {"on": day, **facts}
        self.beat.batch.take(self.case, name, by=by.user, post=by.post, at=at, **facts)

    def dispatch(self, day: date) -> None:
        self.take("dispatch", self.beat.officer(), day, desk=self.unit)

    def feed_back(self, day: date) -> None:
        """The picture was judged once; it is not judged anew for each of thousands."""
        by, at = self.beat.neighbour(self.unit), self.watch.at(day)
        facts = {"feedback": "演示数据：已劝导清理，现场恢复整洁。", "file": [photo()], "on": day}
        self.beat.batch.move(self.case, "feed_back", facts, by.user, by.post, at)

    def close(self, day: date) -> None:
        self.take("close", self.beat.officer(), day)


def on_camera(beat: Beat) -> dict[str, Any]:
    code, tag = beat.rng.choice(list(SIX.items()))
    camera = f"演示{beat.rng.randint(1, 476):03}号"
    return {
        "title": f"{DISORDER[code]}影响市容", "tag": tag, "disorder": code,
        "camera": camera, "place": f"{camera}摄像头点位", "summary": "演示数据：视频巡查发现。",
    }  # fmt: skip


def on_foot(beat: Beat) -> dict[str, Any]:
    place = f"演示路{beat.rng.randint(1, 200)}号"
    return {
        "title": "巡查发现的问题", "tag": beat.rng.choice(beat.tags), "place": place,
        "summary": "演示数据：网格巡查发现。",
    }  # fmt: skip


def found(beat: Beat, day: date, channel: str) -> None:
    """Found, dispatched the same day, handled and checked within some days."""
    find = Find(beat, day, beat.rng.choice(beat.places), channel)
    find.dispatch(day)
    if not (done := beat.days.after(day, beat.rng.randint(0, 2))):
        return
    find.feed_back(done)
    if checked := beat.days.after(done, beat.rng.randint(0, 1)):
        find.close(checked)


def walk(beat: Beat, year: int) -> None:
    """Every micro-grid, but for a few of the year that is still running."""
    places = beat.places[:-LEFT] if year == beat.days.last.year else beat.places
    for unit in places:
        for day in sorted(beat.rng.choices(beat.days.of(year), k=ROUNDS)):
            by = beat.rng.choice(beat.cast.near(Role.GRID_WORKER, unit))
            way = Way.ONLINE if beat.rng.random() < 0.2 else Way.WALK
            beat.batch.log(
                "patrol", unit, by=by.user, post=by.post, on=day, type=way, found=Seen.NOTHING
            )


def under_way(beat: Beat) -> None:
    """One find at each stage; the second is late."""
    ago, unit = beat.days.ago, beat.places[0]
    Find(beat, ago(0), unit, Channel.VIDEO)
    Find(beat, ago(6), unit, Channel.PATROL).dispatch(ago(6))
    waiting = Find(beat, ago(3), unit, Channel.VIDEO)
    waiting.dispatch(ago(3))
    waiting.feed_back(ago(1))


def patrol(street: Street, cast: Cast, days: Days) -> None:
    beat = Beat(street, cast, days)
    with tags.read_once():
        for year in days.years:
            walk(beat, year)
            many = VIDEO.get((street.code, year), round(USUAL * days.share(year)))
            channel = Channel.PATROL if street is PENGPU else Channel.VIDEO
            for day in sorted(beat.rng.choices(days.of(year), k=many)):
                found(beat, day, channel)
        under_way(beat)
    beat.batch.save()
