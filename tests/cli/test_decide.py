"""`iamtutor decide`: JSON Lines in and out, whatever the lines hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iamtutor.cli.commands import decide
from tests.cli.conftest import Call

ALLOW_READ = {
    "Version": "2012-10-17",
    "Statement": {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
}


def row(identifier: object = "x", action: str = "s3:GetObject", **more: object) -> dict[str, object]:
    request = {
        "principal": "arn:aws:iam::111122223333:user/dev",
        "action": action,
        "resource": "arn:aws:s3:::b/k",
        "resource_account": "111122223333",
    }
    return {
        "id": identifier,
        "request": request,
        "policies": {"identity": [{"name": "p", "document": ALLOW_READ}]},
        **more,
    }


def lines(*rows: object) -> str:
    return "".join(json.dumps(each) + "\n" for each in rows)


def answers(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_line_gets_its_answer(call: Call) -> None:
    called = call("decide", "-", stdin=lines(row(1), row(2, "s3:PutObject")))
    assert called.status == 0
    first, second = answers(called.out)
    assert first == {
        "id": 1,
        "decision": "Allowed",
        "layer": "identity",
        "statements": [{"layer": "identity", "policy": "p", "sid": "Read", "index": 0}],
        "blocked_by": [],
        "missing_context": [],
        "message": None,
    }
    assert (second["id"], second["decision"]) == (2, "ImplicitlyDenied")
    assert called.err == "2 requests decided\n"


@pytest.mark.parametrize(
    ("expected", "status", "summary"),
    [("Allowed", 0, "1 of 1 as expected\n"), ("ImplicitlyDenied", 1, "0 of 1 as expected\n")],
)
def test_what_was_expected_is_compared(call: Call, expected: str, status: int, summary: str) -> None:
    called = call("decide", "-", stdin=lines(row(expect=expected)))
    assert (called.status, called.err) == (status, summary)
    assert answers(called.out)[0]["as_expected"] is (status == 0)


def test_explain_adds_the_trace(call: Call) -> None:
    called = call("decide", "--explain", "-", stdin=lines(row()))
    trace = answers(called.out)[0]["trace"]
    assert isinstance(trace, dict)
    assert [layer["layer"] for layer in trace["layers"]][:2] == ["rcp", "scp"]


@pytest.mark.parametrize(
    ("line", "english", "korean"),
    [
        (b"nope", "line 1: not valid JSON (column 1)", "1번째 줄: JSON으로 읽을 수 없습니다 (1번째 글자)"),
        (b"[1]", "a line must be one JSON object", "한 줄은 JSON 객체 하나여야 합니다"),
        (b"{}", "this line: request is missing", "이 줄: request가 필요합니다"),
        (b'{"a": 1, "a": 2}', "line 1: a stands twice in one object", "1번째 줄: a가 한 객체 안에 두 번 나옵니다"),
        (b'{"a": NaN}', "line 1: a number that JSON does not have", "1번째 줄: JSON에 없는 숫자가 있습니다"),
        (b"\xff\xfe", "line 1: not UTF-8 (byte 1)", "1번째 줄: UTF-8이 아닙니다 (1번째 바이트)"),
        (b"[" * 100_000, "line 1: nested too deeply, or too large", "1번째 줄: 너무 깊이 중첩되었거나 너무 큽니다"),
        (
            b'{"request": {"principal": "x", "action": 3, "resource": "*"}}',
            "request.principal: not a principal that can make a request: x",
            "request.principal: 요청을 보낼 수 있는 보안 주체가 아닙니다: x",
        ),
        (
            b'{"request": {"principal": "anonymous", "action": 3, "resource": "*"}}',
            "request.action: expected a string that is not empty",
            "request.action: 빈 값이 아닌 문자열이 와야 합니다",
        ),
        (
            b'{"request": {"principal": "anonymous", "action": "a:b", "resource": "*"}, "policies": {"scp": [[{"document": 1}]]}}',
            "policies.scp[0][0].document: policy scp cannot be read: A policy must be an object in curly braces.",
            "policies.scp[0][0].document: 정책 scp를 읽을 수 없습니다. 정책은 중괄호로 묶은 객체여야 합니다.",
        ),
    ],
)
def test_a_line_that_cannot_be_read_costs_only_itself(call: Call, line: bytes, english: str, korean: str) -> None:
    stdin = line + b"\n" + lines(row("good")).encode()
    for lang, words in (("en", english), ("ko", korean)):
        called = call("decide", "-", "--lang", lang, stdin=stdin)
        assert called.status == 2
        bad, good = answers(called.out)
        assert bad == {"id": None, "decision": "error", "error": words}
        assert (good["id"], good["decision"]) == ("good", "Allowed")
    assert "(처음은 1번째 줄)" in called.err


def test_an_error_keeps_the_id(call: Call) -> None:
    called = call("decide", "-", stdin=lines({"id": {"any": "value"}}))
    assert answers(called.out)[0]["id"] == {"any": "value"}


def test_a_line_beyond_the_limit_is_passed_over(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "MAX_LINE", 1000)
    called = call("decide", "-", stdin=b"x" * 5000 + b"\n" + lines(row("good")).encode())
    assert [answer["decision"] for answer in answers(called.out)] == ["error", "Allowed"]


def test_blank_lines_a_byte_order_mark_and_a_missing_last_newline_do_not_matter(call: Call) -> None:
    text = "\ufeff\n  \n" + lines(row(1)) + "\r\n" + lines(row(2)).rstrip()
    assert [answer["id"] for answer in answers(call("decide", "-", stdin=text).out)] == [1, 2]


def test_nothing_to_decide_is_no_mistake(call: Call) -> None:
    called = call("decide", "-", stdin="")
    assert (called.status, called.out, called.err) == (0, "", "0 requests decided\n")


def test_a_stray_surrogate_stays_json(call: Call) -> None:
    called = call("decide", "-", stdin='{"id": "\\ud800"}\n')
    assert answers(called.out)[0]["id"] == "\ud800"


def test_a_file_is_read_like_standard_input(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "규칙.jsonl"
    file.write_text(lines(row()), encoding="utf-8")
    assert call("decide", str(file)).out == call("decide", "--json", "-", stdin=lines(row())).out


def test_the_rows_of_the_documentation_are_all_as_expected(call: Call) -> None:
    vectors = Path(__file__).parent.parent / "data" / "doc-vectors.jsonl"
    called = call("decide", str(vectors))
    assert called.status == 0
    assert called.err.startswith("73 of 73 as expected\n1 line with notes (the first is line 26)")


OWNED = {"principal": "arn:aws:iam::111122223333:user/dev", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/k"}


def noted(call: Call, *language: str, **request: object) -> dict[str, str]:
    called = call("decide", "-", *language, stdin=lines(row(request=OWNED | request)))
    (answer,) = answers(called.out)
    found = answer.get("notes", [])
    assert isinstance(found, list)
    assert bool(found) is (called.err.count("\n") == 2)
    return {note["code"]: note["message"] for note in found}


def test_an_account_that_is_assumed_is_said(call: Call) -> None:
    """Across accounts the bucket policy would have to allow it too: reference_policies_evaluation-logic-cross-account."""
    assert "111122223333" in noted(call)["account-assumed"]
    assert "resource_account" not in noted(call)
    assert noted(call, resource_account="111122223333") == {}
    assert noted(call, action="s3:PutObject") == {}  # denied, whosever it is
    assert noted(call, resource="*") == {}


def test_an_unknown_action_is_said_with_the_near_one(call: Call) -> None:
    assert "s3:GetObject " in noted(call, action="s3:GetObjekt", resource_account="111122223333")["unknown-action"]
    korean = noted(call, "--lang", "ko", action="s3:GetObjekt", resource_account="111122223333")
    assert korean["unknown-action"].endswith("s3:GetObject를 뜻한 것 같습니다")
    assert "s3:GetObject " in noted(call, action="GetObject", resource_account="111122223333")["unknown-action"]


def test_a_resource_that_is_no_arn_is_said(call: Call) -> None:
    assert set(noted(call, resource="b/k")) == {"no-arn"}


def test_keys_that_aws_always_sends_are_said_to_be_missing(call: Call) -> None:
    """reference_policies_condition-keys: aws:SecureTransport is in every request."""
    document = json.loads(json.dumps(ALLOW_READ))
    document["Statement"]["Condition"] = {"Bool": {"aws:SecureTransport": "true"}}
    case = row(request=OWNED | {"resource_account": "111122223333"}, policies={"identity": [{"document": document}]})
    (answer,) = answers(call("decide", "-", stdin=lines(case)).out)
    assert answer["decision"] == "ImplicitlyDenied"
    assert [note["code"] for note in answer["notes"]] == ["always-sent"]  # type: ignore[attr-defined]
    case["request"]["context"] = {"aws:SecureTransport": True}  # type: ignore[index]
    (answer,) = answers(call("decide", "-", stdin=lines(case)).out)
    assert (answer["decision"], "notes" in answer) == ("Allowed", False)


def test_a_deny_that_may_hit_a_listed_user_is_said(call: Call) -> None:
    """reference_policies_elements_notprincipal: the account must be listed too, or the service may deny."""
    user = "arn:aws:iam::111122223333:user/dev"

    def codes(*listed: str) -> list[str]:
        deny = {"Effect": "Deny", "NotPrincipal": {"AWS": list(listed)}, "Action": "s3:*", "Resource": "*"}
        resource = {"document": {"Version": "2012-10-17", "Statement": [deny]}}
        case = row(request=OWNED | {"resource_account": "111122223333"})
        case["policies"] |= {"resource": resource}  # type: ignore[operator]
        (answer,) = answers(call("decide", "-", stdin=lines(case)).out)
        assert answer["decision"] == "Allowed"
        return [note["code"] for note in answer.get("notes", [])]  # type: ignore[attr-defined]

    assert codes(user) == ["not-principal"]
    assert codes(user, "arn:aws:iam::111122223333:root") == []


def test_a_mistake_in_a_policy_is_said_in_words(call: Call) -> None:
    document = {"Version": "2012-10-17", "Statement": {"Effect": "allow", "Action": "*", "Resource": "*"}}
    case = row(policies={"identity": [{"document": document}]})
    for language, words in (("en", "Effect must be written Allow"), ("ko", "Allow라고 적어야 합니다")):
        (answer,) = answers(call("decide", "-", "--lang", language, stdin=lines(case)).out)
        assert words in str(answer["error"])
        assert "policy." not in str(answer["error"])


def test_what_no_decision_is_cannot_be_expected(call: Call) -> None:
    called = call("decide", "-", stdin=lines(row(expect="allow")))
    assert called.status == 2
    assert "ImplicitlyDenied" in str(answers(called.out)[0]["error"])
