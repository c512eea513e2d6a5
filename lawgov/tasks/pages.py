"""What the pages show of tasks."""

from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases

from .filters import TaskFilter

TASKS = add_cases(
    CasePages(
        kind="task",
        one="task",
        many="tasks",
        starts_as="交办任务",
        filters=TaskFilter,
        own_unit=True,
        columns=("channel",),
        exported=("channel", "due", "needs_reply"),
        tabs=(
            tabs.FACTS,
            tabs.records("records", "回复与督办", replies="回复", urges="督办"),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        hidden=("source",),
        comes_from="source",
    )
)
