from tests.casework.conftest import time_machine_at

__all__ = ["time_machine_at"]
