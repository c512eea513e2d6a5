"""What the layout shows on every page."""


def menu(request) -> dict:
    return {}
