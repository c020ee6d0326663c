"""A witness in words: who asks for what, with which context keys, and which keys the policies miss in the request."""

from __future__ import annotations

from typing import NamedTuple

from iamtutor.access import Principal, PrincipalKind
from iamtutor.reason import Witness
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets.request_table import plain_resource
from iamtutor.words import Lang, say


class Told(NamedTuple):
    """The parts of a request that shows a difference; `context` in one line, empty where it takes none."""

    caller: str
    action: str
    resource: str
    context: str


def told(witness: Witness, lang: Lang) -> Told:
    """What a row says of a witness."""
    request = witness.request
    keys = [
        f"{key} = {value if isinstance(value, str) else ', '.join(value)}" for key, value in witness.context.items()
    ]
    missing = dict.fromkeys((*witness.allowed.missing_context, *witness.refused.missing_context))
    keys += [say(MESSAGES, "tui.play-without", lang, key=key) for key in missing]
    return Told(
        caller_words(request.principal, lang), request.action, plain_resource(request.resource), " · ".join(keys)
    )


def caller_words(caller: Principal, lang: Lang) -> str:
    """A caller by kind and name; one without a name by what it is."""
    if caller.kind is PrincipalKind.ANONYMOUS:
        return say(MESSAGES, "tui.play-anonymous", lang)
    return plain_resource(caller.arn or caller.role_arn or caller.name)
