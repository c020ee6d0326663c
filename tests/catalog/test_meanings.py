"""The Korean meanings of actions and condition keys: of names that there are, complete for the course, in one style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from iamtutor.catalog import Catalog, Meaning, NameKind, korean_meaning
from iamtutor.catalog.meaning import FOLDER, read_meanings, services_with_meanings
from iamtutor.words.cells import cells

REPOSITORY = Path(__file__).parents[2]
WIDEST = 60
NAME = re.compile(r"\b[a-z][a-z0-9-]+:(?:\*|[A-Z*?][A-Za-z0-9*?]*)")
NEARLY_ALL = (
    *("s3", "iam", "sts", "kms", "lambda", "dynamodb", "sqs", "sns", "secretsmanager", "ssm", "logs", "cloudwatch"),
    *("events", "cloudtrail", "organizations", "account", "access-analyzer", "ecr", "ecs", "rds", "ec2"),
)


def written_lines() -> Iterator[tuple[str, str, str, str]]:
    """Where it stands, the service, the name, the meaning."""
    for service in services_with_meanings():
        for number, name, meaning in read_meanings(service):
            yield f"{service}.tsv:{number}", service, name, meaning


def names_of(catalog: Catalog, service: str) -> dict[str, str]:
    """AWS's own line about every action and condition key of a service, by the name as AWS writes it."""
    known = catalog.service(service)
    return {thing.name: thing.description for thing in (*known.actions.values(), *known.condition_keys.values())}


def test_every_name_is_in_the_catalogue(catalog: Catalog) -> None:
    known = {service: names_of(catalog, service) for service in services_with_meanings() if service in catalog.services}
    stale = [place for place, service, name, _ in written_lines() if name not in known.get(service, ())]
    assert stale == [], "the catalogue has no such name; AWS may have taken it away"


def test_no_name_is_written_twice() -> None:
    seen: set[tuple[str, str]] = set()
    for place, service, name, _ in written_lines():
        assert (service, name.lower()) not in seen, place
        seen.add((service, name.lower()))


def test_each_is_one_polite_sentence_that_fits_a_line() -> None:
    wrong = [
        f"{place}: {meaning}"
        for place, _, _, meaning in written_lines()
        if not meaning.endswith("니다.")
        or cells(meaning) > WIDEST
        or meaning != " ".join(meaning.split())
        or "다. " in meaning
        or not re.search("[가-힣]", meaning)
    ]
    assert wrong == []


def test_no_particle_disagrees_with_a_word_that_hangul_ends() -> None:
    """을 and 를, 으로 and 로: whoever writes many lines by hand gets one wrong."""
    wrong = []
    for place, _, _, meaning in written_lines():
        for word, particle in re.findall(r"([가-힣]+)(을|를|으로)(?= )", meaning):
            last = (ord(word[-1]) - 0xAC00) % 28
            if particle == {0: "을", 8: "으로"}.get(last) or (particle == "를" and last):
                wrong.append(f"{place}: {word}{particle}")
            if particle == "으로" and last == 0:
                wrong.append(f"{place}: {word}{particle}")
    assert wrong == []


def test_different_things_are_not_said_to_be_the_same(catalog: Catalog) -> None:
    said: dict[tuple[str, str], tuple[str, str]] = {}
    same = []
    for place, service, name, meaning in written_lines():
        english = names_of(catalog, service)[name] if service in catalog.services else ""
        before = said.setdefault((service, meaning), (name, english))
        if before[1] != english:
            same.append(f"{place}: {name} as {before[0]}")
    assert same == []


def test_every_action_that_the_course_names_has_one(catalog: Catalog) -> None:
    named: set[str] = set()
    for folder in ("lessons", "exercises"):
        for path in (REPOSITORY / folder).rglob("*"):
            if path.suffix in (".md", ".yaml", ".json"):
                for written in NAME.findall(path.read_text(encoding="utf-8")):
                    named.update(catalog.expand(written))
    assert len(named) > 400
    missing = sorted(name for name in named if not catalog.meaning(catalog.action(name)).korean)
    assert missing == []


@pytest.mark.parametrize("service", NEARLY_ALL)
def test_a_service_of_everyday_is_whole(catalog: Catalog, service: str) -> None:
    """Few may be missing: AWS adds actions faster than anybody writes."""
    names = [name for name in names_of(catalog, service) if not name.startswith("aws:")]
    missing = [name for name in names if not korean_meaning((service,), name)]
    assert len(missing) <= len(names) // 20, missing


def test_a_meaning_is_there_in_both_languages_or_says_that_it_is_not(catalog: Catalog) -> None:
    known = catalog.meaning(catalog.action("S3:getobject"))
    assert known.bilingual is not None
    assert (known.bilingual.ko, known.bilingual.en) == ("객체를 읽습니다.", known.english)
    assert Meaning("Grants permission to do it").bilingual is None


def test_keys_are_known_by_whoever_defines_them(catalog: Catalog) -> None:
    assert catalog.meaning(catalog.condition_key("iam:passedtoservice")).korean.startswith("역할을 넘겨받는")  # type: ignore[arg-type]
    assert "SAML" in catalog.meaning(catalog.condition_key("saml:sub")).korean  # type: ignore[arg-type]


def test_what_is_written_in_korean_is_found_by_its_meaning(catalog: Catalog) -> None:
    found = catalog.names.find("버킷 정책")
    assert [each.name for each in found][:3] == ["s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy"]
    assert all("버킷" in each.title and "정책" in each.title for each in found)
    assert {each.kind for each in found} <= {NameKind.ACTION, NameKind.CONDITION_KEY}
    assert "secretsmanager:GetSecretValue" in [each.name for each in catalog.names.find("비밀의 값을 읽기")]
    assert "iam:CreateAccessKey" in [each.name for each in catalog.names.find("액세스 키 만들기")]
    assert all("스키마" not in each.title for each in catalog.names.find("키 삭제"))
    assert catalog.names.find("키") == catalog.names.find("없는말이다") == ()


def test_a_service_without_a_file_has_none(catalog: Catalog) -> None:
    bare = next(service for service in catalog.services if not (FOLDER / f"{service}.tsv").exists())
    action = next(iter(catalog.service(bare).actions.values()))
    assert catalog.meaning(action) == Meaning(action.description)
