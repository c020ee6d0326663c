"""`iamtutor world import`: a world from what AWS's own command line prints. Nothing leaves the machine."""

from __future__ import annotations

import secrets
from argparse import Namespace
from pathlib import Path

from iamtutor.cli.finding_report import rows
from iamtutor.cli.findings import words_of
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.cloud import Json, where
from iamtutor.cloud.importing import Imported, Sources, import_world
from iamtutor.cloud.importing.write_yaml import yaml_text


def imported(options: Namespace, terminal: Terminal) -> int:
    """Import and write the world; 1 where something had to be left out."""
    sources = Sources(
        tuple(Path(name) for name in options.worlds),
        *(_existing(each) for each in (options.buckets, options.resources, options.scps)),
    )
    for path in sources.details:
        _existing(path)
    if options.output is not None and options.output.is_dir():
        raise Problem("cli.world.output-is-folder", file=str(options.output))
    found = import_world(sources, _aws_policies(terminal), secrets.token_bytes(32) if options.mask else None)
    if options.format == "json":
        terminal.json({"world": found.value, "findings": rows(found.findings, terminal)})
    else:
        _write(found, options.output, terminal)
        _tell(found, terminal)
    return 1 if found.findings else 0


def _write(found: Imported, output: Path | None, terminal: Terminal) -> None:
    text = yaml_text(found.value)
    if output is None:
        terminal.out.write(text)
    else:
        output.write_text(text, encoding="utf-8")


def _tell(found: Imported, terminal: Terminal) -> None:
    terminal.note(
        "cli.world.imported",
        accounts=len(found.value["accounts"]),
        entities=found.entities,
        buckets=found.buckets,
        resources=found.resources,
        controls=found.controls,
    )
    if found.findings:
        terminal.note("cli.world.kept-out", count=len(found.findings))
        for finding in found.findings:
            terminal.err.write(f"  {where(finding)}: {words_of(finding, terminal.lang)}\n")


def _existing(path: Path | None) -> Path | None:
    if path is not None and not path.exists():
        raise Problem("cli.file-missing", file=str(path))
    return path


def _aws_policies(terminal: Terminal) -> _AwsPolicies:
    from iamtutor.catalog import Catalog, CatalogError

    try:
        return _AwsPolicies(Catalog.installed(terminal.environ))
    except CatalogError:
        return _AwsPolicies(None)


class _AwsPolicies:
    """AWS managed policies by ARN, where the extra `managed` is installed."""

    def __init__(self, catalog: object) -> None:
        self._catalog = catalog

    def __call__(self, arn: str) -> Json:
        from iamtutor.catalog import Catalog, CatalogError, UnknownNameError

        if not isinstance(self._catalog, Catalog):
            return None
        try:
            return self._catalog.managed.policy(arn).document
        except (CatalogError, UnknownNameError):
            return None
