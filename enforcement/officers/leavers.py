"""Whose duties end while the officer's file still says that they are in post."""

from lawgov.people.models import User

from .rules import open_files


def still_in_post(person: User) -> str:
    if not open_files(person).exists():
        return ""
    return f"{person.name}的执法人员档案仍为在岗，请执法负责人或司法所办理离岗并收回执法证"
