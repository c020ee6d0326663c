"""`iamtutor generate`: a least-privilege policy from CloudTrail records, proven against them."""

from __future__ import annotations

from argparse import Namespace
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from iamtutor.analyzer.generation.level import MOST_RESOURCES, Level
from iamtutor.cli.arguments import Parser
from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal

if TYPE_CHECKING:
    from iamtutor.analyzer import Generated, Options, Scope, TrailFile
    from iamtutor.cli.policy_file import PolicyFile


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("trails", metavar="TRAIL", nargs="+", help=parser.say("cli.generate.trails"))
    parser.add_argument("--principal", metavar="ARN", required=True, help=parser.say("cli.generate.principal"))
    parser.add_argument(
        "--level",
        choices=[each.value for each in Level],
        default=Level.RESOURCE.value,
        help=parser.say("cli.generate.level"),
    )
    parser.add_argument("--group", action="store_true", help=parser.say("cli.generate.group"))
    parser.add_argument("--conditions", action="store_true", help=parser.say("cli.generate.conditions"))
    parser.add_argument("--since", metavar="TIME", help=parser.say("cli.generate.since"))
    parser.add_argument("--until", metavar="TIME", help=parser.say("cli.generate.until"))
    parser.add_argument("--with-failed", action="store_true", help=parser.say("cli.generate.with-failed"))
    parser.add_argument(
        "--most-resources",
        metavar="N",
        type=int,
        default=MOST_RESOURCES,
        help=parser.say("cli.generate.most-resources", default=MOST_RESOURCES),
    )
    parser.add_argument("--against", metavar="POLICY.json", help=parser.say("cli.generate.against"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Generate. 0 proven, 1 no policy, not proven, or unused permissions, 2 where something could not be read."""
    from iamtutor.cli.generate_json import generated_json
    from iamtutor.cli.generate_report import report
    from iamtutor.policy.writing import laid_out

    scope = _scope(options.principal)
    in_use = _policy(Path(options.against), terminal) if options.against is not None else None
    wanted = _wanted(options, in_use)
    files = _files(options.trails, terminal)
    generated = _generated(files, scope, wanted, terminal)
    if options.format == "json":
        terminal.json(generated_json(generated, terminal.lang))
    else:
        if generated.policy is not None:
            terminal.line(laid_out(dict(generated.policy)))
        terminal.out.flush()
        for line in report(generated, in_use, terminal):
            terminal.err.write(f"{line}\n")
    return _status(generated)


def _generated(files: list[TrailFile], scope: Scope, wanted: Options, terminal: Terminal) -> Generated:
    from iamtutor.analyzer import generate
    from iamtutor.catalog import CATALOG_MESSAGES, Catalog, CatalogError
    from iamtutor.cli.progress_bar import ProgressBar

    sizes = [file.size for file in files]
    total = None if None in sizes else sum(size for size in sizes if size)
    try:
        with ProgressBar(terminal, total) as bar:
            return generate(files, scope, Catalog.installed(terminal.environ), wanted, bar.add)
    except CatalogError as error:
        raise Problem(error.message, messages=CATALOG_MESSAGES, **error.arguments) from error


def _status(generated: Generated) -> int:
    if generated.problems:
        return 2
    proven = generated.proof is not None and generated.proof.holds
    tight = generated.in_use is None or generated.in_use.is_tight
    return 0 if proven and tight else 1


def _scope(arn: str) -> Scope:
    from iamtutor.analyzer import Scope, ScopeError, ScopeProblem

    try:
        return Scope.parse(arn)
    except ScopeError as error:
        code = "cli.generate.root" if error.problem is ScopeProblem.ROOT else "cli.generate.bad-principal"
        raise Problem(code, arn=arn) from None


def _wanted(options: Namespace, in_use: PolicyFile | None) -> Options:
    from iamtutor.analyzer import Options

    if options.most_resources < 1:
        raise Problem("cli.generate.bad-number", value=options.most_resources)
    return Options(
        Level(options.level),
        options.group,
        options.conditions,
        _moment("--since", options.since, end=False),
        _moment("--until", options.until, end=True),
        options.with_failed,
        options.most_resources,
        in_use.document if in_use is not None else None,
    )


def _moment(option: str, text: str | None, *, end: bool) -> str:
    from iamtutor.analyzer import moment

    try:
        return moment(text, end=end) if text is not None else ""
    except (ValueError, OverflowError):
        raise Problem("cli.generate.bad-moment", option=option, value=text) from None


def _policy(file: Path, terminal: Terminal) -> PolicyFile:
    """The policy in use. Raises Problem with the first mistake in it."""
    from iamtutor.cli.findings import words_of
    from iamtutor.cli.policy_file import PolicyFile
    from iamtutor.policy import Severity, read

    reading = read(read_text(file))
    for finding in reading.findings:
        if finding.severity is Severity.ERROR:
            line = reading.position(finding.span.start if finding.span else 0).line
            message = words_of(finding, terminal.lang)
            raise Problem("cli.generate.bad-policy", file=str(file), line=line, message=message)
    return PolicyFile(str(file), reading)  # there is an error where there is no document


def _files(names: list[str], terminal: Terminal) -> list[TrailFile]:
    from iamtutor.analyzer import TrailFile, trail_files

    if names.count("-") > 1:
        raise Problem("cli.generate.stdin-once")
    found: list[TrailFile] = []
    for name in names:
        path = Path(name)
        if name == "-":
            found.append(TrailFile("-", None, lambda: nullcontext(terminal.bytes_in())))
        elif not path.exists():
            raise Problem("cli.file-missing", file=name)
        else:
            listed = list(trail_files([path]))
            if not listed:
                raise Problem("cli.generate.no-logs", file=name)
            found += listed
    return found
