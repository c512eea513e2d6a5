from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine


@pytest.fixture
def time_machine_at():
    """Travel to a moment in Asia/Shanghai; the clock goes on from there."""

    def travel(moment: str):
        return time_machine.travel(
            datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
        )

    return travel
