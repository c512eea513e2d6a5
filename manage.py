#!/usr/bin/env python
"""The door to every command; it borrows the private servers where no URL names others."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
    from lawgov.embedded import servers

    servers.borrow()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
