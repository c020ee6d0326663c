"""`iamtutor check-access`: the custom policy checks of IAM Access Analyzer, offline: PASS by proof, or FAIL with a request."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any, Final

from iamtutor.cli.arguments import Parser
from iamtutor.cli.commands.compare import kind_line
from iamtutor.cli.policy_file import Policies, open_catalog, open_policies, refuse_rcp
from iamtutor.cli.policy_kind import KINDS, kind_name
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.unknown_names import refuse_unknown
from iamtutor.cli.witness_lines import Sides, statement_place, unknown_words, way_lines
from iamtutor.cli.witness_rows import statement_row, why_row, witness_request
from iamtutor.policy import PolicyKind
from iamtutor.reason import (
    Access,
    Actions,
    Checked,
    CheckResult,
    Ground,
    access_not_granted,
    actions_of,
    no_new_access,
    no_public_access,
)
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.words import say

NO_NEW: Final = "no-new-access"
NOT_GRANTED: Final = "access-not-granted"
NO_PUBLIC: Final = "no-public-access"
CHECKS: Final = (NO_NEW, NOT_GRANTED, NO_PUBLIC)
_PUBLISHED: Final = (PolicyKind.RESOURCE, PolicyKind.TRUST)


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("check", metavar="CHECK", choices=CHECKS, help=parser.say("cli.check-access.check"))
    parser.add_argument("policies", metavar="POLICY", nargs="+", help=parser.say("cli.check-access.policy"))
    parser.add_argument("--action", action="append", default=[], help=parser.say("cli.check-access.action"))
    parser.add_argument("--resource", action="append", default=[], help=parser.say("cli.check-access.resource"))
    parser.add_argument("--kind", choices=KINDS, help=parser.say("cli.compare.kind"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Check. 0 PASS, 1 FAIL."""
    _refuse_call(options)
    catalog = open_catalog(terminal)
    refuse_unknown(catalog, options.action)
    policies = open_policies(options.policies, options.kind, catalog, terminal)
    checked = _checked(options, policies, actions_of(catalog))
    if options.format == "json":
        terminal.json(_row(options.check, checked, policies, terminal))
    else:
        for line in _lines(options.check, checked, policies, terminal):
            terminal.line(line.rstrip())
    return 0 if checked.result is CheckResult.PASS else 1


def _refuse_call(options: Namespace) -> None:
    wanted = 2 if options.check == NO_NEW else 1
    if len(options.policies) != wanted:
        raise Problem(f"cli.check-access.takes-{wanted}", check=options.check, count=len(options.policies))
    asks = bool(options.action or options.resource)
    if options.check == NOT_GRANTED and not asks:
        raise Problem("cli.check-access.nothing-asked")
    if options.check != NOT_GRANTED and asks:
        raise Problem("cli.check-access.asks-too-much", check=options.check)


def _checked(options: Namespace, policies: Policies, actions: Actions) -> Checked:
    kind, documents = policies.kind, [file.document for file in policies.files]
    if options.check == NO_NEW:
        reference, candidate = documents
        return no_new_access(reference, candidate, kind, actions)
    name = policies.files[0].name
    if options.check == NO_PUBLIC:
        if kind not in _PUBLISHED:
            raise Problem(
                "reason.check.names-nobody",
                messages=REASON_MESSAGES,
                policy=name,
                check=NO_PUBLIC,
                kind=kind_name(kind),
            )
        return no_public_access(documents[0], kind, actions)
    refuse_rcp(policies)
    if kind is PolicyKind.TRUST and options.resource:
        raise Problem("cli.check-access.no-resources", policy=name)
    return access_not_granted(documents[0], Access(tuple(options.action), tuple(options.resource)), kind, actions)


def _lines(check: str, checked: Checked, policies: Policies, terminal: Terminal) -> Iterator[str]:
    passed = checked.result is CheckResult.PASS
    result = terminal.paint(checked.result.value, "good" if passed else "bad")
    yield f"{terminal.mark(passed)} {result} · {_message(check, checked, policies, terminal)}"
    yield kind_line(policies, terminal)
    if passed:
        return
    yield ""
    yield from (f"  {line}" for line in way_lines(checked.way, _sides(policies), terminal))
    if checked.grounds:
        yield ""
        yield terminal.paint(say(REASON_MESSAGES, "reason.check.reasons", terminal.lang), "strong")
        yield from (f"  {_ground_line(ground, policies, terminal)}" for ground in checked.grounds)


def _message(check: str, checked: Checked, policies: Policies, terminal: Terminal) -> str:
    names = [file.name for file in policies.files]
    outcome = "open" if checked.way.unknown is not None else checked.result.lower()
    message = f"reason.check.{check}-{outcome}"
    return say(REASON_MESSAGES, message, terminal.lang, policy=names[-1], reference=names[0])


def _sides(policies: Policies) -> Sides:
    """The policy that is checked, and the reference where there is one."""
    files = policies.files
    return Sides(files[-1], files[0] if len(files) > 1 else None, policies.kind)


def _ground_line(ground: Ground, policies: Policies, terminal: Terminal) -> str:
    place = terminal.text(statement_place(policies.files[-1], ground.statement))
    if ground.way.witness is None:
        return f"{place}: {terminal.text(unknown_words(ground.way))}"
    request = ground.way.witness.request
    asked = {"action": request.action, "resource": request.resource}
    return f"{place}: {say(REASON_MESSAGES, 'reason.check.ground', terminal.lang, **asked)}"


def _row(check: str, checked: Checked, policies: Policies, terminal: Terminal) -> dict[str, Any]:
    unknown = checked.way.unknown
    return {
        "check": check,
        "result": checked.result.value,
        "message": _message(check, checked, policies, terminal),
        "reasons": [_ground_row(ground, policies, terminal) for ground in checked.grounds],
        "request": witness_request(checked.way),
        "why": why_row(checked.way, _sides(policies)),
        "unknown": None if unknown is None else terminal.text(unknown_words(checked.way)),
        "kind": policies.kind.value,
        "kind_guessed": policies.guessed,
    }


def _ground_row(ground: Ground, policies: Policies, terminal: Terminal) -> dict[str, Any]:
    """A reason as AWS names its parts, with the request that the statement alone allows."""
    row = {"description": _ground_line(ground, policies, terminal), "statementIndex": ground.statement.index}
    if ground.statement.sid is not None:
        row["statementId"] = ground.statement.sid
    return {**row, **statement_row(ground.statement, policies.files[-1]), "request": witness_request(ground.way)}
