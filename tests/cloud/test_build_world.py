"""Everything that can be wrong with a world is named with file, line and key, in both languages."""

from __future__ import annotations

import pytest

from iamtutor.cloud import MESSAGES, ContentError, WorldError, load_world, load_yaml, read_world, where
from iamtutor.policy import POLICY_MESSAGES
from iamtutor.words import say
from iamtutor.words.cells import cells
from tests.cloud.worlds import FULL, SHARED, world_of

EMPTY = '{Version: "2012-10-17", Statement: []}'
TRUST = '{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "%s"}, Action: sts:AssumeRole}]}'
ACME = 'accounts:\n  acme:\n    id: "111122223333"\n'
TWO = ACME + '    users: {dev: {}}\n  partner:\n    id: "444455556666"\n    users: {dev: {}}\n'
MEMBER = ACME + "organization:\n  id: o-acmeexample\n  management: acme\n"

WRONG = [
    # the shape
    ("accounts: {}\n", "cloud.shape-too-few", "w:1 accounts"),
    ("title: {ko: a, en: b}\n", "cloud.shape-missing", "w:1"),
    (ACME + "    user: {}\n", "cloud.shape-unknown-key", "w:4 accounts.acme.user"),
    (ACME + "    users: [dev]\n", "cloud.shape-wanted-mapping", "w:4 accounts.acme.users"),
    (ACME + "    users: {dev: {managed: ReadReports}}\n", "cloud.shape-wanted-list", "w:4 accounts.acme.users.dev.managed"),
    (ACME + "    users: {dev: {tags: {n: 1}}}\n", "cloud.shape-number-for-text", "w:4 accounts.acme.users.dev.tags.n"),
    (ACME + "    roles: {deploy: {}}\n", "cloud.shape-missing", "w:4 accounts.acme.roles.deploy"),
    # accounts and names
    ("accounts:\n  acme:\n    id: '1111'\n", "cloud.account-id", "w:3 accounts.acme.id"),
    (ACME + '  other:\n    id: "111122223333"\n', "cloud.same-account-id", "w:5 accounts.other.id"),
    ('accounts:\n  "a b": {id: "111122223333"}\n', "cloud.label", "w:2 accounts.a b"),
    (ACME + "    users: {Dev: {}, dev: {}}\n", "cloud.same-name", "w:4 accounts.acme.users.dev"),
    (ACME + "    users: {개발자: {}}\n", "cloud.iam-name", "w:4 accounts.acme.users.개발자"),
    (ACME + f"    users: {{{'x' * 65}: {{}}}}\n", "cloud.iam-name", f"w:4 accounts.acme.users.{'x' * 65}"),
    (ACME + "    users: {dev: {path: team}}\n", "cloud.iam-path", "w:4 accounts.acme.users.dev.path"),
    (ACME + "    users: {dev: {unique_id: AROA1}}\n", "cloud.unique-id", "w:4 accounts.acme.users.dev.unique_id"),
    (ACME + "    users: {dev: {tags: {Team: a, team: b}}}\n", "cloud.same-name", "w:4 accounts.acme.users.dev.tags.team"),
    (ACME + "    users: {dev: {tags: {'aws:x': a}}}\n", "cloud.tag", "w:4 accounts.acme.users.dev.tags.aws:x"),
    # references
    (ACME + "    users:\n      dev: {groups: [ops]}\n", "cloud.unknown-group", "w:5 accounts.acme.users.dev.groups[0]"),
    (ACME + "    users:\n      dev: {managed: [Read]}\n", "cloud.unknown-managed-policy", "w:5 accounts.acme.users.dev.managed[0]"),
    (ACME + "    groups:\n      g: {managed: ['arn:aws:iam::aws:policy/X']}\n", "cloud.unknown-aws-policy", "w:5 accounts.acme.groups.g.managed[0]"),
    (ACME + "    users:\n      dev: {boundary: B}\n", "cloud.unknown-managed-policy", "w:5 accounts.acme.users.dev.boundary"),
    (ACME + f"    users:\n      dev: {{boundary: B, inline: {{B: {EMPTY}}}}}\n", "cloud.boundary-not-managed", "w:5 accounts.acme.users.dev.boundary"),
    (f"aws_policies: {{'arn:aws:iam::111122223333:policy/X': {EMPTY}}}\n" + ACME, "cloud.wrong-aws-policy-arn", "w:1 aws_policies.arn:aws:iam::111122223333:policy/X"),
    # principals
    (ACME + "    groups: {g: {}}\n    roles:\n      r: {trust: " + TRUST % "arn:aws:iam::111122223333:group/g" + "}\n", "cloud.group-as-principal", "w:6 accounts.acme.roles.r.trust.Statement[0].Principal.AWS"),
    (ACME + "    roles:\n      r: {trust: " + TRUST % "arn:aws:iam::111122223333:user/gone" + "}\n", "cloud.unknown-principal", "w:5 accounts.acme.roles.r.trust.Statement[0].Principal.AWS"),
    (ACME + "    roles:\n      r: {trust: " + TRUST % "arn:aws:sts::111122223333:assumed-role/gone/x" + "}\n", "cloud.unknown-principal", "w:5 accounts.acme.roles.r.trust.Statement[0].Principal.AWS"),
    # policies
    (ACME + "    users:\n      dev:\n        inline:\n          P: {Version: '2012-10-17', Statement: [{Effect: Maybe, Action: 's3:*', Resource: '*'}]}\n", "policy.bad-effect", "w:7 accounts.acme.users.dev.inline.P.Statement[0].Effect"),
    # resources
    (ACME + "    buckets: {Acme_Reports: {}}\n", "cloud.bucket-name", "w:4 accounts.acme.buckets.Acme_Reports"),
    (ACME + "    buckets: {acme-reports: {region: seoul}}\n", "cloud.region", "w:4 accounts.acme.buckets.acme-reports.region"),
    (TWO + "    buckets: {shared: {}}\n  third:\n    id: '777788889999'\n    buckets:\n      shared: {}\n", "cloud.same-arn", "w:12 accounts.third.buckets.shared"),
    (ACME + "    resources: {q: {arn: 'sqs:orders'}}\n", "cloud.wrong-arn", "w:4 accounts.acme.resources.q.arn"),
    (ACME + "    resources: {q: {arn: 'arn:aws:sqs:eu-west-1:444455556666:q'}}\n", "cloud.foreign-arn", "w:4 accounts.acme.resources.q.arn"),
    # sessions
    (ACME + "sessions:\n  s: {name: x1}\n", "cloud.session-of", "w:5 sessions.s"),
    (ACME + "sessions:\n  s: {role: role/gone, name: x1}\n", "cloud.unknown-reference", "w:5 sessions.s.role"),
    (TWO + "sessions:\n  s: {user: user/dev, name: x1}\n", "cloud.ambiguous-reference", "w:9 sessions.s.user"),
    (TWO + "sessions:\n  s: {user: 'acme:user/dev', name: x}\n", "cloud.session-name", "w:9 sessions.s.name"),
    (TWO + "sessions:\n  s: {user: 'acme:user/dev', tags: {a: b}}\n", "cloud.token-session", "w:9 sessions.s"),
    (TWO + "sessions:\n  s: {user: 'acme:user/dev', issued: now}\n", "cloud.instant", "w:9 sessions.s.issued"),
    ("now: yesterday\n" + ACME, "cloud.instant", "w:1 now"),
    (TWO + "sessions:\n  s: {user: 'acme:user/dev', name: fed, tags: {a: b}, transitive: [c]}\n", "cloud.transitive-tag", "w:9 sessions.s.transitive[0]"),
    # keys, devices, profiles, providers, quotas
    (ACME + "    users: {dev: {access_keys: [active, active, inactive]}}\n", "cloud.too-many-access-keys", "w:4 accounts.acme.users.dev.access_keys"),
    (ACME + "    users: {dev: {access_keys: [lost]}}\n", "cloud.shape-not-one-of", "w:4 accounts.acme.users.dev.access_keys[0]"),
    (ACME + "    users: {dev: {mfa: [a, b, c, d, e, f, g, h, i]}}\n", "cloud.too-many-mfa-devices", "w:4 accounts.acme.users.dev.mfa"),
    (ACME + "    users: {dev: {mfa: [my phone]}}\n", "cloud.iam-name", "w:4 accounts.acme.users.dev.mfa[0]"),
    (ACME + "    users: {dev: {}}\n    roles:\n      r: {max_session: 60, trust: " + TRUST % "*" + "}\n", "cloud.max-session", "w:6 accounts.acme.roles.r.max_session"),
    (ACME + "    instance_profiles: {web: {role: web}}\n", "cloud.unknown-role", "w:4 accounts.acme.instance_profiles.web.role"),
    (ACME + "    instance_profiles: {Web: , web: }\n", "cloud.same-name", "w:4 accounts.acme.instance_profiles.web"),
    (ACME + "    providers: {oidc: {'https://x.com': {}}}\n", "cloud.provider-url", "w:4 accounts.acme.providers.oidc.https://x.com"),
    (ACME + "    providers: {saml: {Okta: }}\n    roles:\n      r: {trust: " + TRUST.replace("AWS", "Federated") % "arn:aws:iam::111122223333:saml-provider/Other" + "}\n", "cloud.unknown-provider", "w:6 accounts.acme.roles.r.trust.Statement[0].Principal.Federated"),
    ("quotas: {policies: 3}\n" + ACME, "cloud.unknown-quota", "w:1 quotas.policies"),
    ("quotas: {policies_per_user: 21}\n" + ACME, "cloud.quota-too-high", "w:1 quotas.policies_per_user"),
    # organisation and endpoints
    (ACME + "organization:\n  id: acme\n  management: acme\n", "cloud.organization-id", "w:5 organization.id"),
    (ACME + "organization:\n  id: o-acmeexample\n  management: boss\n", "cloud.unknown-account", "w:6 organization.management"),
    (MEMBER + "  root: {accounts: [boss]}\n", "cloud.unknown-account", "w:7 organization.root.accounts[0]"),
    (MEMBER + "  root: {accounts: [acme, acme]}\n", "cloud.account-twice", "w:7 organization.root.accounts[1]"),
    (MEMBER + "  root: {ous: {A: {ous: {A: {}}}}}\n", "cloud.unit-name", "w:7 organization.root.ous.A.ous.A"),
    (MEMBER + "  root: {id: root}\n", "cloud.unit-id", "w:7 organization.root.id"),
    (MEMBER + "  root: {scp: {DenyAll: }}\n", "cloud.empty-control-policy", "w:7 organization.root.scp.DenyAll"),
    (TWO + "organization:\n  id: o-acmeexample\n  management: acme\n  accounts: {partner: {}}\n", "cloud.not-a-member", "w:11 organization.accounts.partner"),
    (ACME + "endpoints: {door: {}}\n", "cloud.endpoint-id", "w:4 endpoints.door"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "place"), WRONG, ids=[f"{code}-{number}" for number, (_, code, _) in enumerate(WRONG)]
)
def test_names_file_line_and_key(text: str, code: str, place: str) -> None:
    value, places = load_yaml(text, "w")
    with pytest.raises(WorldError) as raised:
        read_world(value, places)
    assert [(finding.code, where(finding)) for finding in raised.value.findings] == [(code, place)]
    messages = {**MESSAGES, **POLICY_MESSAGES}
    for lang in ("ko", "en"):
        for finding in raised.value.findings:
            assert say(messages, finding.code, lang, **finding.arguments)


def test_tells_all_mistakes_at_once_in_the_order_of_the_text() -> None:
    text = ACME + "    users:\n      dev: {groups: [a], managed: [B], boundary: C}\n    buckets: {X: {}}\n"
    with pytest.raises(ContentError) as raised:
        world_of(text)
    assert [finding.code for finding in raised.value.findings] == [
        "cloud.unknown-group",
        "cloud.unknown-managed-policy",
        "cloud.unknown-managed-policy",
        "cloud.bucket-name",
    ]


def test_a_world_inside_another_file_keeps_its_lines() -> None:
    value, places = load_yaml('kind: write\nworld:\n  accounts:\n    acme: {id: "1"}\n', "exercise.yaml")
    with pytest.raises(ContentError) as raised:
        read_world(value["world"], places.under(("world",)))
    assert where(raised.value.findings[0]) == "exercise.yaml:4 world.accounts.acme.id"


def test_what_is_left_out_is_as_aws_has_it() -> None:
    world = world_of(FULL)
    acme = world.accounts["acme"]
    assert acme.users["dev"].unique_id == "AIDAEXAMPLE123456789"
    assert acme.users["ops"].arn == "arn:aws:iam::111122223333:user/team/ops"
    assert acme.users["ops"].unique_id.startswith("AIDA")
    assert len(acme.users["ops"].unique_id) == 21
    assert acme.roles["linked"].arn == "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/linked"
    assert acme.keys["payroll"].policy.document.statements[0].sid == "Enable IAM User Permissions"
    assert acme.policies["ReadReports"].arn == "arn:aws:iam::111122223333:policy/read/ReadReports"
    organization = world.organization
    assert organization is not None
    assert "mgmt" in organization.root.accounts
    assert organization.path_of("acme") == "o-acmeexample/r-ab12/ou-ab12-11111111/"
    assert [list(level.scp) for level in organization.levels("acme")] == [
        ["FullAWSAccess"],
        ["FullAWSAccess", "NoLeaving"],
        ["Only"],
    ]
    assert organization.levels("partner") == ()


def test_the_same_text_makes_the_same_ids() -> None:
    first, second = world_of(FULL), world_of(FULL)
    assert first.accounts["acme"].roles["deploy"].unique_id == second.accounts["acme"].roles["deploy"].unique_id
    assert first.accounts["acme"].keys["aws"].arn == second.accounts["acme"].keys["aws"].arn


@pytest.mark.parametrize("file", sorted(SHARED.glob("*.yaml")), ids=lambda file: file.stem)
def test_shared_worlds_load_and_are_named_after_their_file(file) -> None:  # type: ignore[no-untyped-def]
    world = load_world(file, file.name)
    assert world.id == file.stem
    assert world.title is not None


def test_drawn_lines_fit_their_width() -> None:
    from iamtutor.cloud import overview

    for text in (FULL, (SHARED / "acme.yaml").read_text("utf-8"), (SHARED / "two-accounts.yaml").read_text("utf-8")):
        world = world_of(text)
        for lang in ("ko", "en"):
            for width in (40, 78, 120):
                lines = overview(world, lang, width)
                assert max(cells(line) for line in lines) <= width
                assert {cells(line) for line in lines if line.startswith(("┌", "│", "└"))} == {width}
            drawn = "\n".join(overview(world, lang))
            for account in world.accounts.values():
                assert account.id in drawn
                for name in (*account.users, *account.groups, *account.roles, *account.policies, *account.buckets):
                    assert name in drawn


def test_every_message_is_said_somewhere_and_every_code_has_one() -> None:
    import re
    from pathlib import Path

    import iamtutor.cloud

    folder = Path(iamtutor.cloud.__file__).parent
    source = "".join(file.read_text("utf-8") for file in folder.rglob("*.py") if file.name != "messages.py")
    used = set(re.findall(r'"(cloud\.[a-z0-9-]+)"', source))
    assert used <= set(MESSAGES)
    drawn = {key for key in MESSAGES if key.startswith("cloud.world-")}
    composed = (
        "drawn-",
        "shape-wanted-",
        "api-denied-",
        "api-refused-",
        "api-must-go-",
        "api-packed-",
        "api-too-",
        "api-wrong-form",
    )
    made = {key for key in MESSAGES if key.removeprefix("cloud.").startswith(composed)}
    assert set(MESSAGES) - used - drawn - made == set()
    assert all(set(texts) == {"ko", "en"} and all(texts.values()) for texts in MESSAGES.values())
