"""Results of an attempt as rows of the request table."""

from __future__ import annotations

from collections.abc import Iterable

from iamtutor.course import RequestResult, Task
from iamtutor.tui.widgets.request_table import RequestRow
from iamtutor.tui.widgets.request_words import context_of, why_briefly
from iamtutor.words import Lang


def waiting_rows(task: Task) -> list[RequestRow]:
    """The visible requests before anything is known."""
    return [
        RequestRow(
            each.request.id,
            each.request.caller,
            each.request.action,
            each.request.resource,
            each.request.expect,
            context=context_of(each.request.context),
        )
        for each in task.requests
        if not each.request.hidden
    ]


def result_rows(results: Iterable[RequestResult], lang: Lang) -> list[RequestRow]:
    """The requests as they were decided."""
    return [_row(result, lang) for result in results]


def _row(result: RequestResult, lang: Lang) -> RequestRow:
    request = result.request
    return RequestRow(
        request.id,
        request.caller,
        request.action,
        request.resource,
        request.expect,
        result.decision.verdict.value,
        None if request.expect is None else result.ok,
        result.why.text(lang),
        result.provisional,
        context=context_of(request.context),
        brief=why_briefly(result.why, lang),
    )
