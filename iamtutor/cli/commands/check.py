"""`iamtutor check`: what IAM Access Analyzer says of policies."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import Final

from iamtutor.analyzer import validate
from iamtutor.analyzer.external.resource_types import TYPICAL
from iamtutor.analyzer.validation.checks.resource_types import HOMES
from iamtutor.catalog import CATALOG_MESSAGES, Catalog, CatalogError
from iamtutor.cli.arguments import Parser
from iamtutor.cli.check_formats import github_lines, json_rows, text_lines
from iamtutor.cli.checked import Checked
from iamtutor.cli.files import decoded, read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.policy import PolicyKind, Severity, read
from iamtutor.policy.nearest import Nearest

STANDARD_INPUT: Final = "-"
_RESOURCE_TYPE: Final = re.compile(r"[A-Za-z0-9]+(?:::[A-Za-z0-9]+){2,3}", re.ASCII)
_ORDER: Final = (Severity.ERROR, Severity.SECURITY_WARNING, Severity.WARNING, Severity.SUGGESTION)
_FAIL_ON: Final = {severity.value.lower().replace("_", "-"): _ORDER[: at + 1] for at, severity in enumerate(_ORDER)}
NEVER: Final = "never"
_TRUST: Final = "AWS::IAM::AssumeRolePolicyDocument"
"""How ValidatePolicy calls a trust policy: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html"""


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("files", metavar="POLICY.json", nargs="+", help=parser.say("cli.check.file"))
    kinds = tuple(kind.value for kind in PolicyKind)
    parser.add_argument("--kind", choices=kinds, help=parser.say("cli.check.kind"))
    parser.add_argument("--resource-type", metavar="AWS::…", help=parser.say("cli.check.resource-type"))
    parser.add_format("text", "json", "sarif", "github")
    severities = (*_FAIL_ON, NEVER)
    parser.add_argument("--fail-on", choices=severities, default="suggestion", help=parser.say("cli.check.fail-on"))
    parser.add_argument("--explain", action="store_true", help=parser.say("cli.check.explain"))
    parser.add_argument("--opinions", action="store_true", help=parser.say("cli.check.opinions"))


def run(options: Namespace, terminal: Terminal) -> int:
    """Check every policy: 0 nothing from the chosen severity on, 1 something."""
    kind = _kind(options)
    _tell_unknown_type(options.resource_type, terminal)
    texts = [(name, _text(name, terminal)) for name in options.files]
    try:
        catalog = Catalog.installed(terminal.environ)
        files = [_checked(name, text, kind, options, catalog) for name, text in texts]
    except CatalogError as error:
        raise Problem(error.message, messages=CATALOG_MESSAGES, **error.arguments) from error
    _write(files, options, terminal)
    failing = _FAIL_ON.get(options.fail_on, ())
    return 1 if any(finding.severity in failing for file in files for finding in file.findings) else 0


def _kind(options: Namespace) -> PolicyKind:
    given = options.resource_type
    if given is not None and not _RESOURCE_TYPE.fullmatch(given):
        raise Problem("cli.check.bad-resource-type", type=ascii(given))
    if options.kind is None:
        return PolicyKind.IDENTITY if given is None else PolicyKind.RESOURCE
    kind = PolicyKind(options.kind)
    if given is not None and kind not in (PolicyKind.RESOURCE, PolicyKind.TRUST):
        raise Problem("cli.check.type-without-resource")
    return kind


def _tell_unknown_type(given: str | None, terminal: Terminal) -> None:
    """A misspelt type is refused; of any other that no check speaks of, it is said that none does."""
    known = (*HOMES, *TYPICAL, _TRUST)
    if given is None or given in known:
        return
    near = Nearest(known).find(given)
    if near is not None:
        raise Problem("cli.check.resource-type-near", type=given, near=near)
    terminal.note("cli.check.resource-type-unknown", type=given)


def _text(name: str, terminal: Terminal) -> str:
    if name != STANDARD_INPUT:
        return read_text(Path(name))
    return decoded(terminal.bytes_in(), name)


def _checked(name: str, text: str, kind: PolicyKind, options: Namespace, catalog: Catalog) -> Checked:
    reading = read(text, kind)
    found = validate(reading, resource_type=options.resource_type, catalog=catalog, opinions=options.opinions)
    return Checked(name, reading, found)


def _write(files: list[Checked], options: Namespace, terminal: Terminal) -> None:
    if options.format == "json":
        terminal.json(json_rows(files, terminal.lang))
    elif options.format == "sarif":
        from iamtutor.cli.sarif import sarif

        terminal.json(sarif(files, terminal.lang))
    elif options.format == "github":
        for line in github_lines(files, terminal.lang):
            terminal.line(line)
    else:
        for line in text_lines(files, terminal.lang, explain=options.explain):
            terminal.line(line)
        count = sum(len(file.findings) for file in files)
        terminal.note("cli.check.count" if count else "cli.check.nothing", count=count)
