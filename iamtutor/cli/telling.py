"""A decision told on a terminal: the path it took, layer by layer, each statement with both sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from iamtutor.access import Decision, Layer, Request, Verdict
from iamtutor.access.layer import POLICY_LAYERS
from iamtutor.access.messages import MESSAGES
from iamtutor.access.narration import layer_name, sentences, statement_name, statement_said, verdict_name, why
from iamtutor.access.principal import Principal, PrincipalKind
from iamtutor.access.request import principal_context
from iamtutor.access.trace import LayerAnswer, LayerTrace, PolicyTrace, StatementTrace
from iamtutor.cli.terminal import Terminal
from iamtutor.policy.document import Effect
from iamtutor.words import say
from iamtutor.words.cells import cells, padded

_CALLERS_SIDE = (Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION, Layer.SCP)
_RESOURCES_SIDE = (Layer.RESOURCE, Layer.RCP)


def verdict_line(decision: Decision, terminal: Terminal) -> str:
    """The decision and its reason in one line."""
    name = terminal.paint(terminal.text(verdict_name(decision.verdict)), "good" if decision.allowed else "bad")
    return f"{terminal.mark(decision.allowed)} {name} · {why(decision).text(terminal.lang)}"


def path_lines(decision: Decision, terminal: Terminal) -> Iterator[str]:
    """Who asks, through which policies, for what: drawn from top to bottom."""
    request = decision.request
    principal = request.principal
    if principal.role_arn is not None and principal.kind is PrincipalKind.SESSION:
        yield principal.role_arn
        yield f"│ {terminal.say('cli.tell.session-of')}"
    yield caller_name(principal, terminal)
    yield from (f"│ {line}" for line in _held(decision, _CALLERS_SIDE, terminal))
    yield from (f"│ {line}" for line in _held(decision, (Layer.ENDPOINT,), terminal))
    yield f"▼ {request.action}"
    yield request.resource
    yield from (f"  {line}" for line in _held(decision, _RESOURCES_SIDE, terminal))


def caller_name(principal: Principal, terminal: Terminal) -> str:
    """The caller by its ARN, or by its name where it has none."""
    if principal.kind is PrincipalKind.ANONYMOUS:
        return terminal.say("cli.tell.anonymous")
    return principal.arn or principal.name


def layer_lines(decision: Decision, terminal: Terminal) -> Iterator[str]:
    """Each layer in the order of AWS's evaluation, with its statements."""
    trace = decision.trace
    if trace.by_service:
        yield f"{terminal.mark(decision.allowed)} {terminal.text(layer_name(Layer.SERVICE))}"
        return
    denying = decision.verdict is Verdict.EXPLICITLY_DENIED
    yield f"{terminal.mark(not denying)} {terminal.say('cli.tell.deny-found' if denying else 'cli.tell.no-deny')}"
    for layer in trace.layers:
        yield _layer_line(decision, layer, terminal)
        for policy in layer.policies:
            yield from _policy_lines(layer, policy, terminal)
    if Layer.SERVICE in (decision.layer, *decision.blocked_by):
        yield f"{terminal.mark(False)} {terminal.text(layer_name(Layer.SERVICE))}"


def sentence_lines(decision: Decision, terminal: Terminal) -> Iterator[str]:
    """The decision in sentences; AWS's own is among them."""
    return (said.text(terminal.lang) for said in sentences(decision))


def context_of(request: Request) -> dict[str, str | tuple[str, ...]]:
    """What the request carried, as it was given or filled in, keys as AWS writes them."""
    names = (*principal_context(request.principal), "aws:ResourceAccount", *request.written)
    written = {name.lower(): name for name in names}
    return {written.get(key, key): value for key, value in sorted(request.context.items())}


def context_lines(request: Request) -> Iterator[str]:
    """The same, line by line."""
    for key, value in context_of(request).items():
        shown = value if isinstance(value, str) else f"[{', '.join(value)}]"
        yield f"{key} = {shown}"


def _held(decision: Decision, layers: tuple[Layer, ...], terminal: Terminal) -> Iterator[str]:
    names = {layer: terminal.text(layer_name(layer, decision.request)) for layer in POLICY_LAYERS}
    width = max(cells(name) for name in names.values())
    for layer in layers:
        policies = decision.trace.of(layer).policies
        if policies:
            by_level = groupby(policies, key=lambda policy: policy.level)
            held = " → ".join(", ".join(policy.name for policy in level) for _, level in by_level)
            yield f"{padded(names[layer], width)}  {held}"


def _layer_line(decision: Decision, layer: LayerTrace, terminal: Terminal) -> str:
    blocks = not decision.allowed and layer.layer in (decision.layer, *decision.blocked_by)
    good = {LayerAnswer.ALLOWS: True, LayerAnswer.DENIES: False}.get(layer.answer, False if blocks else None)
    name = terminal.text(layer_name(layer.layer, decision.request))
    answer = say(MESSAGES, f"access.answer.{layer.answer.value}", terminal.lang)
    line = f"{terminal.mark(good)} {name}: {answer}"
    if layer.exempt is not None:
        line += f" ({say(MESSAGES, f'access.exempt.{layer.exempt.value}', terminal.lang)})"
    return line


def _policy_lines(layer: LayerTrace, policy: PolicyTrace, terminal: Terminal) -> Iterator[str]:
    level = terminal.say("cli.tell.level", level=policy.level + 1) + " " if layer.layer is Layer.SCP else ""
    yield f"    {level}{policy.name}"
    for statement in policy.statements:
        yield f"      {_statement_line(statement, terminal)}"
        for said in statement_said(statement):
            yield terminal.paint(f"          {said.text(terminal.lang)}", "quiet")


def _statement_line(statement: StatementTrace, terminal: Terminal) -> str:
    matched = statement.match.matched
    good = (statement.effect is Effect.ALLOW) if matched else None
    name = terminal.text(statement_name(statement.sid, statement.index))
    found = terminal.say("cli.tell.matches" if matched else "cli.tell.no-match")
    return f"{terminal.mark(good)} {statement.effect.value} · {name}: {found}"
