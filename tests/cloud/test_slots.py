"""A changed policy makes a new world that shares the rest with the old one."""

from __future__ import annotations

import pytest

from iamtutor.access import Layer, decide
from iamtutor.cloud import MESSAGES, ContentError, Slot, SlotType, UnknownReferenceError, load_yaml, where
from iamtutor.policy import PolicyDocument, PolicyKind, read
from iamtutor.words import say
from tests.cloud.worlds import FULL, world_of

WORLD = world_of(FULL)
ALLOW = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
DEV = "acme:user/dev"
OBJECT = "arn:aws:s3:::acme-reports/q3.csv"

SLOTS = [
    (Slot(SlotType.INLINE, DEV, "Own"), "Own"),
    (Slot(SlotType.INLINE, DEV, "New"), "New"),
    (Slot(SlotType.INLINE, "group/developers", "Work"), "developers/Work"),
    (Slot(SlotType.INLINE, "role/deploy", "Ship"), "Ship"),
    (Slot(SlotType.MANAGED, None, "ReadReports"), "ReadReports"),
    (Slot(SlotType.MANAGED, "acme", "ReadReports"), "ReadReports"),
    (Slot(SlotType.BOUNDARY, DEV), "Limit"),
    (Slot(SlotType.BOUNDARY, "user/plain"), "Boundary"),
    (Slot(SlotType.BOUNDARY, "role/deploy", "Ceiling"), "Ceiling"),
    (Slot(SlotType.TRUST, "role/deploy"), "role/deploy"),
    (Slot(SlotType.TRUST, "deploy"), "role/deploy"),
    (Slot(SlotType.BUCKET, "acme-reports"), "bucket/acme-reports"),
    (Slot(SlotType.BUCKET, "bucket/acme-tagged"), "bucket/acme-tagged"),
    (Slot(SlotType.RESOURCE, "key/payroll"), "key/payroll"),
    (Slot(SlotType.RESOURCE, "resource/orders"), "resource/orders"),
    (Slot(SlotType.SCP, "root"), "SCP"),
    (Slot(SlotType.SCP, "ou/Workloads"), "NoLeaving"),
    (Slot(SlotType.SCP, "acme"), "Only"),
    (Slot(SlotType.SCP, "acme", "FullAWSAccess"), "FullAWSAccess"),
    (Slot(SlotType.RCP, "root"), "Perimeter"),
    (Slot(SlotType.RCP, "acme", "Mine"), "Mine"),
    (Slot(SlotType.SESSION, "session/ci"), "session/ci"),
    (Slot(SlotType.ENDPOINT, "vpce-1"), "vpce-1"),
]


@pytest.fixture(scope="module")
def document() -> PolicyDocument:
    found = read(ALLOW).document
    assert found is not None
    return found


@pytest.mark.parametrize(("slot", "name"), SLOTS, ids=[f"{slot.type} {slot.of} {slot.name}" for slot, _ in SLOTS])
def test_the_document_stands_in_the_slot_and_the_old_world_stays(
    slot: Slot, name: str, document: PolicyDocument
) -> None:
    before = WORLD.policy_at(slot)
    changed = WORLD.with_policy(slot, document)
    placed = changed.policy_at(slot)
    assert placed is not None
    assert (placed.document, placed.name) == (document, name)
    assert WORLD.policy_at(slot) is before
    assert changed.directory is WORLD.directory
    for account in ("partner", "mgmt"):
        assert changed.accounts[account] is WORLD.accounts[account]


def test_compiled_policies_of_everything_else_are_reused(document: PolicyDocument) -> None:
    _, before = WORLD.effective(DEV, OBJECT, "s3:GetObject")
    changed = WORLD.with_policy(Slot(SlotType.INLINE, DEV, "Own"), document)
    _, after = changed.effective(DEV, OBJECT, "s3:GetObject")
    old, new = before.policies(Layer.IDENTITY), after.policies(Layer.IDENTITY)
    assert new[0] is not old[0]
    for layer in (Layer.RESOURCE, Layer.BOUNDARY, Layer.SCP, Layer.RCP):
        assert all(one is other for one, other in zip(before.policies(layer), after.policies(layer), strict=True))
    assert all(one is other for one, other in zip(old[1:], new[1:], strict=True))


def test_what_did_not_change_is_put_together_once(document: PolicyDocument) -> None:
    changed = WORLD.with_policy(Slot(SlotType.INLINE, DEV, "Own"), document)
    _, before = WORLD.effective("session/ci", OBJECT, "s3:GetObject")
    _, after = changed.effective("session/ci", OBJECT, "s3:PutObject")
    assert after is before


def test_a_new_version_reaches_everyone_who_has_the_policy(document: PolicyDocument) -> None:
    changed = WORLD.with_policy(Slot(SlotType.BOUNDARY, DEV), document)
    _, policies = changed.effective("user/ops", OBJECT, "s3:GetObject")
    assert policies.policies(Layer.BOUNDARY)[0].policy.document is document
    assert changed.policy_at(Slot(SlotType.MANAGED, "acme", "Limit")) is policies.policies(Layer.BOUNDARY)[0].policy


def test_none_empties_a_slot() -> None:
    empty = WORLD.with_policy(Slot(SlotType.BUCKET, "acme-reports"), None)
    assert empty.policy_at(Slot(SlotType.BUCKET, "acme-reports")) is None
    bare = WORLD.with_policy(Slot(SlotType.BOUNDARY, DEV), None)
    assert bare.accounts["acme"].users["dev"].boundary is None
    none = WORLD.with_policy(Slot(SlotType.SCP, "acme"), None)
    assert none.policy_at(Slot(SlotType.SCP, "acme", "Only")) is None
    key = WORLD.with_policy(Slot(SlotType.RESOURCE, "key/payroll"), None).policy_at(
        Slot(SlotType.RESOURCE, "key/payroll")
    )
    assert key is not None
    assert key.document.statements == ()


def test_it_decides(document: PolicyDocument) -> None:
    world = world_of('accounts: {acme: {id: "111122223333", users: {dev: {}}, buckets: {acme-reports: {}}}}')
    assert not decide(*world.effective("user/dev", OBJECT, "s3:GetObject")).allowed
    world = world.with_policy(Slot(SlotType.INLINE, "user/dev", "Read"), document)
    assert decide(*world.effective("user/dev", OBJECT, "s3:GetObject")).allowed


def test_the_type_may_be_a_plain_word_and_says_how_to_read() -> None:
    slot = Slot("trust", "role/deploy")  # type: ignore[arg-type]
    assert slot.kind is PolicyKind.TRUST
    kinds = {kind: Slot(kind).kind for kind in SlotType if kind is not SlotType.ATTACHMENTS}
    assert kinds[SlotType.INLINE] is kinds[SlotType.MANAGED] is PolicyKind.IDENTITY
    assert kinds[SlotType.BUCKET] is kinds[SlotType.RESOURCE] is PolicyKind.RESOURCE


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        (Slot(SlotType.INLINE, "user/none", "P"), "cloud.unknown-reference"),
        (Slot(SlotType.INLINE, "user/plain"), "cloud.slot-without-name"),
        (Slot(SlotType.INLINE, None, "P"), "cloud.slot-without-owner"),
        (Slot(SlotType.INLINE, "bucket/acme-reports", "P"), "cloud.reference-kind"),
        (Slot(SlotType.BOUNDARY, "group/developers"), "cloud.reference-kind"),
        (Slot(SlotType.MANAGED, None, "None"), "cloud.unknown-managed-policy"),
        (Slot(SlotType.MANAGED, "other", "Limit"), "cloud.unknown-account"),
        (Slot(SlotType.BUCKET, "none"), "cloud.unknown-reference"),
        (Slot(SlotType.SCP, "ou/None"), "cloud.unknown-reference"),
        (Slot(SlotType.SESSION, "none"), "cloud.unknown-reference"),
        (Slot(SlotType.ENDPOINT, "vpce-9"), "cloud.unknown-reference"),
        (Slot(SlotType.ATTACHMENTS), "cloud.slot-holds-attachments"),
    ],
)
def test_slots_that_do_not_exist_are_said(slot: Slot, code: str, document: PolicyDocument) -> None:
    for attempt in (lambda: WORLD.policy_at(slot), lambda: WORLD.with_policy(slot, document)):
        with pytest.raises(UnknownReferenceError) as raised:
            attempt()
        assert raised.value.finding.code == code
        for lang in ("ko", "en"):
            assert say(MESSAGES, code, lang, **raised.value.finding.arguments)


def test_a_world_without_an_organization_has_no_control_policies(document: PolicyDocument) -> None:
    world = world_of('accounts: {acme: {id: "111122223333"}}')
    with pytest.raises(UnknownReferenceError) as raised:
        world.with_policy(Slot(SlotType.SCP, "root"), document)
    assert raised.value.finding.code == "cloud.no-organization"


def test_attachments_say_who_has_what() -> None:
    assert WORLD.attachments()["acme:user/dev"] == {"managed": ["ReadReports"], "groups": ["developers", "readers"]}
    assert WORLD.attachments()["group/developers"] == {
        "managed": ["ReadReports", "arn:aws:iam::aws:policy/AdministratorAccess"]
    }
    assert WORLD.with_attachments(WORLD.attachments()).attachments() == WORLD.attachments()


def test_other_attachments_make_another_world() -> None:
    value, places = load_yaml(
        "user/plain: {managed: [Limit], groups: [readers]}\nrole/deploy: {managed: [ReadReports]}\n"
    )
    world = WORLD.with_attachments(value, places)
    plain = world.accounts["acme"].users["plain"]
    assert (plain.managed, plain.groups) == (("arn:aws:iam::111122223333:policy/Limit",), ("readers",))
    assert world.accounts["acme"].users["dev"] is WORLD.accounts["acme"].users["dev"]
    assert WORLD.with_attachments(None).attachments() == WORLD.attachments()


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("user/none: {}\n", "cloud.unknown-reference", "a.yaml:1 user/none"),
        ("user/plain:\n  managed: [X]\n", "cloud.unknown-managed-policy", "a.yaml:2 user/plain.managed[0]"),
        (
            "user/plain:\n  managed: ['arn:aws:iam::aws:policy/X']\n",
            "cloud.unknown-managed-policy",
            "a.yaml:2 user/plain.managed[0]",
        ),
        ("user/plain:\n  groups: [x]\n", "cloud.unknown-group", "a.yaml:2 user/plain.groups[0]"),
        ("role/deploy:\n  groups: [readers]\n", "cloud.only-users-have-groups", "a.yaml:2 role/deploy.groups"),
        ("bucket/acme-reports: {}\n", "cloud.reference-kind", "a.yaml:1 bucket/acme-reports"),
        ("user/plain: {policies: []}\n", "cloud.shape-unknown-key", "a.yaml:1 user/plain.policies"),
        ("[user/plain]\n", "cloud.shape-wanted-mapping", "a.yaml:1"),
    ],
)
def test_wrong_attachments_are_said_with_their_line(text: str, code: str, place: str) -> None:
    with pytest.raises(ContentError) as raised:
        WORLD.with_attachments(*load_yaml(text, "a.yaml"))
    assert [(finding.code, where(finding)) for finding in raised.value.findings] == [(code, place)]
