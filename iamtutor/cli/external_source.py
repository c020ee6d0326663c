"""What `iamtutor findings` looks at: a world, or one resource policy with a world around it; and where statements stand."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from iamtutor.access import Layer, StatementRef
from iamtutor.analyzer.external import ExternalFinding, ZoneKind
from iamtutor.analyzer.external.lone_policy import guessed_type, known_types, lone_resource, lone_world
from iamtutor.analyzer.external.preview import slot_of_resource
from iamtutor.analyzer.external.resource_types import BUCKET
from iamtutor.analyzer.external.telling import Telling
from iamtutor.analyzer.external.zone import NoOrganizationError, zones
from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.worlds import WorldFile, open_world
from iamtutor.cloud import ContentError, Slot, World
from iamtutor.cloud.references import entity, find
from iamtutor.cloud.statement_lines import statement_line
from iamtutor.policy import PolicyKind, Reading, Severity, read
from iamtutor.policy.arn import is_account_id
from iamtutor.words import Lang


@dataclass(frozen=True)
class ExternalSource:
    """A world to analyse. `written` are the policies that stand in files of their own, by the resource's ARN."""

    name: str
    world: World
    file: WorldFile | None = None
    slot: Slot | None = None
    written: Mapping[str, tuple[str, Reading]] = field(default_factory=dict)

    def place_of(self, ref: StatementRef, finding: ExternalFinding) -> tuple[str, int] | None:
        """File and line of a statement; None where it stands in no file, or cannot be told."""
        own = self.written.get(finding.resource)
        if own is not None and ref.layer is Layer.RESOURCE:
            return own[0], own[1].position(ref.span.start).line
        if self.file is None:
            return None
        line = statement_line(self.file.value, self.file.places, ref, finding.shown.request)
        return None if line is None else (self.file.source, line)

    def telling(self, lang: Lang) -> Telling:
        """What is said of its findings; a policy that came alone tells its resource by the ARN."""
        return Telling(lang, self.world, self.file is None, self.place_of)

    def with_policy(self, slot: Slot, path: str) -> ExternalSource:
        """The same with another policy in a slot. Raises ContentError, Problem and UnknownReferenceError."""
        assert slot.of is not None
        reading = read_policy(path, slot.kind)
        assert reading.document is not None
        changed = self.world.with_policy(slot, reading.document)
        arn = entity(changed, find(changed, slot.of)).arn
        return replace(self, world=changed, written={**self.written, arn: (path, reading)})


def open_source(options: Namespace) -> ExternalSource:
    """The world or policy that is named. Raises Problem and ContentError."""
    if Path(options.target).suffix.lower() == ".json":
        return _lone(options)
    for option, given in (
        ("--resource-type", options.resource_type),
        ("--block-public-access", options.block_public_access),
    ):
        if given:
            raise Problem("cli.external.not-for-world", option=option)
    file = open_world(options.target)
    return ExternalSource(file.source, file.world, file)


def analysed_accounts(source: ExternalSource, zone: ZoneKind, wanted: str | None) -> tuple[str, ...]:
    """The IDs of the accounts whose resources are looked at. Raises Problem."""
    try:
        found = {account.name: account.id for account, _ in zones(source.world, zone)}
    except NoOrganizationError:
        raise Problem("cli.external.no-organization", source=source.name) from None
    if wanted is None or source.file is None:
        return tuple(found.values())
    if wanted not in found and wanted not in found.values():
        raise Problem("cli.external.unknown-account", account=wanted, known=", ".join(found))
    return (found.get(wanted, wanted),)


def previewed(source: ExternalSource, texts: list[str]) -> ExternalSource:
    """The source with the changed policies in place. Raises Problem, ContentError and UnknownReferenceError."""
    for text in texts:
        reference, sign, path = text.rpartition("=")
        if source.slot is not None and not sign:
            source = source.with_policy(source.slot, text)
            continue
        if not reference or not path:
            raise Problem("cli.external.bad-preview", text=text)
        slot = slot_of_resource(source.world, reference)
        if slot is None:
            raise Problem("cli.external.no-policy-there", reference=reference)
        source = source.with_policy(slot, path)
    return source


def read_policy(path: str, kind: PolicyKind) -> Reading:
    """A policy without errors. Raises Problem and ContentError."""
    reading = read(read_text(Path(path)), kind)
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if errors:
        raise ContentError(
            replace(
                finding,
                source=path,
                arguments={**finding.arguments, "at": reading.position(finding.span.start).line if finding.span else 1},
            )
            for finding in errors
        )
    return reading


def _lone(options: Namespace) -> ExternalSource:
    path = options.target
    account = options.account
    if account is not None and not is_account_id(account):
        raise Problem("cli.external.bad-account", account=account)
    kind = options.resource_type or _kind_of(path)
    known = ", ".join(known_types())
    if kind is None:
        raise Problem("cli.external.which-type", source=path, known=known)
    if options.block_public_access and kind != BUCKET:
        raise Problem("cli.external.only-buckets", type=kind)
    policy_kind = PolicyKind.TRUST if kind == "AWS::IAM::Role" else PolicyKind.RESOURCE
    reading = read_policy(path, policy_kind)
    assert reading.document is not None
    resource = lone_resource(reading.document, kind, account)
    world, slot = lone_world(resource, reading.document, block_public_access=options.block_public_access)
    return ExternalSource(path, world, None, slot, {resource.arn: (path, reading)})


def _kind_of(path: str) -> str | None:
    """The resource type that a policy shows; one that cannot be read is taken for a bucket's, to say what is wrong."""
    reading = read(read_text(Path(path)), PolicyKind.RESOURCE)
    if reading.document is None or not reading.document.statements:
        trust = read(reading.text, PolicyKind.TRUST)
        if trust.document is None or not trust.document.statements:
            return BUCKET
        return guessed_type(trust.document)
    return guessed_type(reading.document)
