"""A world of one's own choice to write policies in: what can be written, and files that open as what was saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iamtutor.cloud import ContentError, Slot, World, load_world, load_yaml, read_world
from iamtutor.cloud.world_value import document_at, with_document
from iamtutor.course import Attempt, content_root
from iamtutor.course.placing import slot_of
from iamtutor.course.request_shape import RequestShape
from iamtutor.course.sandbox import Opening, Sandbox, UnsavableError, openings, read_sandbox
from iamtutor.policy import read

WORLDS = sorted((content_root()[1] / "worlds").glob("*.yaml"))
ALLOW = {"Version": "2012-10-17", "Statement": [{"Sid": "Mine", "Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
READ = json.dumps(ALLOW)
WORLD = """\
accounts:
  acme:
    id: "111122223333"
    users: {dev: {boundary: Ceiling, inline: {Read: {Version: "2012-10-17", Statement: []}}}, kim: }
    roles:
      AWSServiceRoleForSupport:
        service_linked: true
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: support.amazonaws.com}, Action: "sts:AssumeRole"}]}
      deploy:
        boundary: "arn:aws:iam::aws:policy/AdministratorAccess"
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}]}
    policies:
      Ceiling: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}}
    buckets: {site: }
    keys: {seal: , s3: {aws_managed: true}}
    resources: {orders: {arn: "arn:aws:sqs:ap-northeast-2:111122223333:orders"}}
  other:
    id: "444455556666"
    users: {kim: {}}
sessions: {ci: {role: role/deploy}, token: {user: user/dev}}
endpoints: {vpce-0123456789abcdef0: }
organization:
  id: o-exampleorg1
  management: other
  root: {ous: {teams: {accounts: [acme], ous: {inner: {}}}}}
"""


def sandbox(text: str = WORLD) -> Sandbox:
    return read_sandbox(*load_yaml(text, "mine.yaml"))


def opened(start: Sandbox, *keys: str) -> Sandbox:
    known = {each.key: each for each in openings(start.world)}
    return start.with_openings(tuple(known[key] for key in keys))


def request(name: str = "ask", caller: str = "user/dev", **more: object) -> RequestShape:
    resource = "arn:aws:s3:::site/x"
    return RequestShape.model_validate({"id": name, "as": caller, "do": "s3:GetObject", "on": resource, **more})


def document_for(each: Opening) -> dict[str, object]:
    """A policy of the kind that belongs there."""
    statement: dict[str, object] = {"Sid": "Mine", "Effect": "Allow", "Action": "s3:*", "Resource": "*"}
    kind = each.place.type
    if kind == "trust":
        statement = {"Sid": "Mine", "Effect": "Allow", "Action": "sts:AssumeRole"}
    if kind == "rcp":
        statement["Effect"] = "Deny"
    if kind in ("bucket", "resource", "endpoint", "rcp", "trust"):
        statement["Principal"] = "*"
    return {"Version": "2012-10-17", "Statement": [statement]}


def sids(world: World, slot: Slot) -> list[str | None]:
    policy = world.policy_at(slot)
    return [each.sid for each in policy.document.statements] if policy is not None else []


EVERY = {each.key: each for each in openings(read_world(*load_yaml(WORLD, "")))}


def test_every_kind_of_place_is_offered_once() -> None:
    kinds = {each.place.type for each in EVERY.values()}
    assert kinds == {
        "inline",
        "managed",
        "boundary",
        "trust",
        "bucket",
        "resource",
        "session",
        "endpoint",
        "scp",
        "rcp",
    }
    places = [slot_of(each.place) for each in EVERY.values()]
    assert len(set(places)) == len(places)
    assert EVERY["dev-read"].place.of == "user/dev"
    assert {EVERY["kim-own"].place.of, EVERY["kim-own-2"].place.of} == {"acme:user/kim", "other:user/kim"}
    assert "dev-boundary" not in EVERY, "it is the managed policy Ceiling"
    assert EVERY["ceiling-managed"].holders == ("user/dev",)
    assert not EVERY["deploy-boundary"].is_empty
    assert EVERY["site-bucket"].is_empty
    nobody_writes = ("session/token", "key/s3", "role/AWSServiceRoleForSupport")
    assert not {each.place.of for each in EVERY.values()} & set(nobody_writes), "AWS takes no policy there"


@pytest.mark.parametrize("key", EVERY)
def test_a_written_policy_is_in_the_saved_world(key: str) -> None:
    """The file is changed as the world is, whatever kind of place it is, and emptied as well."""
    mine = opened(sandbox(), key)
    each = EVERY[key]
    text = json.dumps(document_for(each))
    again = sandbox(mine.saved({key: text}))
    slot = slot_of(each.place)
    assert sids(Attempt.start(mine.task).with_text(key, text).world(1), slot) == ["Mine"]
    assert sids(again.world, slot) == ["Mine"]
    assert json.loads(again.start(key)) == document_for(each)
    if each.place.type not in ("managed", "trust", "endpoint"):
        emptied = sandbox(again.saved({key: ""}))
        assert sids(emptied.world, slot) == sids(Attempt.start(again.task).with_text(key, "").world(1), slot)


@pytest.mark.parametrize("file", WORLDS, ids=lambda file: file.stem)
def test_saving_unchanged_changes_nothing(file: Path) -> None:
    value, places = load_yaml(file)
    mine = read_sandbox(value, places)
    chosen = openings(mine.world)
    laid = mine.with_openings(chosen).with_request(request(caller=f"root/{next(iter(mine.world.accounts))}"))
    again = sandbox(laid.saved({}))
    assert again.value == value
    assert again.edit == laid.edit
    assert again.requests == laid.requests
    for each in chosen:
        assert json.loads(again.start(each.key) or "null") == json.loads(laid.start(each.key) or "null")
        assert bool(laid.start(each.key)) != each.is_empty
    assert load_world(file).accounts.keys() == again.world.accounts.keys()


def test_texts_decide_requests_as_they_are_written() -> None:
    mine = opened(sandbox(), "dev-read", "ceiling-managed").with_request(request(expect="allow"))
    attempt = Attempt.start(mine.task)
    assert [each.ok for each in attempt.decide_all()] == [False]
    attempt = attempt.with_text("dev-read", READ)
    assert [each.ok for each in attempt.decide_all()] == [True]
    deny = READ.replace("Allow", "Deny")
    assert [each.ok for each in attempt.with_text("ceiling-managed", deny).decide_all()] == [False]


def test_requests_are_laid_out() -> None:
    mine = sandbox().with_request(request()).with_request(request()).with_request(request("last"))
    assert [each.id for each in mine.requests] == ["ask", "ask-2", "last"]
    mine = mine.with_moved("last", -1).with_moved("ask", -1).with_moved("ask-2", 1)
    assert [each.id for each in mine.requests] == ["ask", "last", "ask-2"]
    changed = request("other", expect="deny", context={"aws:SourceIp": "203.0.113.7", "aws:TagKeys": ["a", "b"]})
    mine = mine.with_changed("last", changed).without_request("ask")
    assert [(each.id, each.expect) for each in mine.requests] == [("last", "deny"), ("ask-2", None)]
    assert sandbox(mine.saved({})).requests == mine.requests
    assert sandbox().with_layout(mine.layout).requests == mine.requests


def test_a_request_about_nobody_is_left_out_and_told() -> None:
    mine = sandbox().with_request(request(caller="user/nobody")).with_request(request("fine"))
    assert [each.request.id for each in mine.task.requests] == ["fine"]
    problem = mine.problem(mine.requests[0])
    assert problem is not None
    assert problem.code == "cloud.unknown-reference"
    assert [each.id for each in sandbox(mine.saved({})).requests] == ["ask", "fine"], "nothing is lost"


def test_places_that_were_laid_out_keep_their_keys() -> None:
    text = WORLD + "sandbox: {edit: {mine: {type: inline, of: user/dev, name: Read, title: {ko: 내 것, en: Mine}}}}\n"
    mine = sandbox(text)
    again = mine.with_openings((EVERY["site-bucket"], EVERY["dev-read"]))
    assert list(again.edit) == ["site-bucket", "mine"]
    assert sandbox(again.saved({})).edit == again.edit


@pytest.mark.parametrize("file", WORLDS, ids=lambda file: file.stem)
def test_saving_over_a_file_changes_what_was_written_and_no_comment(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    start = sandbox(text)
    key = next(each.key for each in openings(start.world) if "user/" in each.place.of and each.place.type == "inline")
    mine = opened(start, key)
    saved = mine.saved({key: READ}, text)
    assert sandbox(saved).edit == mine.edit
    assert json.loads(sandbox(saved).start(key)) == json.loads(READ)
    kept = saved.splitlines()
    assert [line for line in text.splitlines() if line.lstrip().startswith("#") and line not in kept] == []
    assert len([line for line in text.splitlines() if line not in kept]) <= 3


def test_what_cannot_be_read_is_not_saved() -> None:
    mine = opened(sandbox(), "dev-read", "site-bucket")
    with pytest.raises(UnsavableError) as caught:
        mine.saved({"dev-read": READ[:-1]})
    assert caught.value.slots == ("dev-read",)


def test_what_aws_would_not_take_is_not_saved() -> None:
    """A principal of a known account that is not there: AWS refuses such a policy, and so does the world's check."""
    mine = opened(sandbox(), "deploy-trust")
    text = json.dumps(document_for(EVERY["deploy-trust"])).replace(
        '"*"', '{"AWS": "arn:aws:iam::111122223333:user/gone"}'
    )
    with pytest.raises(ContentError):
        mine.saved({"deploy-trust": text})


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("{edit: {a: {type: inline, of: user/gone, name: X}}}", "cloud.unknown-reference"),
        ("{requests: [{id: a, as: user/dev, do: nonsense, on: '*'}]}", "cloud.shape-wrong-form"),
        ("{requestz: []}", "cloud.shape-unknown-key"),
        ("{requests: [{id: a, as: u, do: 's3:x', on: x}, {id: a, as: u, do: 's3:x', on: x}]}", "course.duplicate-id"),
    ],
)
def test_a_wrong_layout_names_its_line(layout: str, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        sandbox(WORLD + f"sandbox: {layout}\n")
    finding = caught.value.findings[0]
    assert finding.source == "mine.yaml"
    assert finding.arguments["at"] == len(WORLD.splitlines()) + 1
    assert finding.code == code


def test_documents_are_found_where_they_are_put() -> None:
    value, places = load_yaml(WORLD, "")
    world = read_world(value, places)
    slot = Slot("scp", "ou/inner", "Mine")
    assert document_at(value, world, slot) is None
    changed = with_document(value, world, slot, ALLOW)
    assert document_at(changed, read_world(changed), slot) == ALLOW
    attached = changed["organization"]["root"]["ous"]["teams"]["ous"]["inner"]["scp"]
    assert list(attached) == ["FullAWSAccess", "Mine"], "what AWS attaches by itself stays"
    assert "scp" not in value["organization"]["root"]["ous"]["teams"]["ous"]["inner"], "the value itself never changes"
    assert read(READ).document is not None
