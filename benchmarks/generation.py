"""Policy generation: records a second from a document on one line, and the memory it takes, beside bare JSON decoding."""

from __future__ import annotations

import json
import os
import tempfile
import time
import tracemalloc
from pathlib import Path

from iamtutor.analyzer import Generated, Options, Scope, generate, trail_files
from iamtutor.catalog import Catalog

COUNTS = (20_000, 200_000)
ACCOUNT = "111122223333"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/app"


def main() -> None:
    """Print records and megabytes a second, and the peak of Python's memory at both sizes."""
    catalog = Catalog.installed(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            file = Path(folder) / f"{count}.json"
            _write(file, count)
            _measure(file, count, catalog)
            file.unlink()


def _measure(file: Path, count: int, catalog: Catalog) -> None:
    size = file.stat().st_size / 1e6
    start = time.perf_counter()
    found = _generate(file, catalog)
    seconds = time.perf_counter() - start
    assert found.proof is not None
    assert found.proof.holds
    print(
        f"{count:9,} records, {size:6.1f} MB: {count / seconds:9,.0f} records/s, {size / seconds:6.1f} MB/s, with the proof "
        f"of {found.proof.events:,} needs in {found.proof.requests:,} requests"
    )
    if count == COUNTS[0]:
        start = time.perf_counter()
        json.loads(file.read_bytes())
        print(f"{'for comparison: json.loads of the whole':41} {count / (time.perf_counter() - start):9,.0f} records/s")
    tracemalloc.start()
    _generate(file, catalog)
    print(f"{'peak of memory':41} {tracemalloc.get_traced_memory()[1] / 1e6:9.1f} MB")
    tracemalloc.stop()


def _generate(file: Path, catalog: Catalog) -> Generated:
    return generate(trail_files([file]), Scope.parse(ROLE), catalog, Options(conditions=True))


def _write(file: Path, count: int) -> None:
    """A trail as a busy role leaves it: half of the records are others'."""
    with file.open("w", encoding="utf-8") as out:
        out.write('{"Records": [')
        for number in range(count):
            out.write(("," if number else "") + json.dumps(_record(number)))
        out.write("]}")


def _record(number: int) -> dict[str, object]:
    calls = (
        ("s3", "GetObject", {"bucketName": f"bucket-{number % 7}", "key": f"{number % 90}/{number}.csv"}),
        ("dynamodb", "Query", {"tableName": f"table-{number % 5}"}),
        ("lambda", "Invoke", {"functionName": f"arn:aws:lambda:ap-northeast-2:{ACCOUNT}:function:f{number % 9}"}),
        ("sqs", "SendMessage", {"queueUrl": f"https://sqs.ap-northeast-2.amazonaws.com/{ACCOUNT}/q{number % 3}"}),
    )
    service, name, parameters = calls[number // 2 % len(calls)]
    role = ROLE if number % 2 else f"arn:aws:iam::{ACCOUNT}:role/other"
    return {
        "eventVersion": "1.11",
        "userIdentity": {
            "type": "AssumedRole",
            "principalId": "AROAEXAMPLE:session",
            "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{role.rpartition('/')[2]}/session",
            "accountId": ACCOUNT,
            "accessKeyId": "",
            "sessionContext": {
                "sessionIssuer": {
                    "type": "Role",
                    "arn": role,
                    "accountId": ACCOUNT,
                    "userName": role.rpartition("/")[2],
                },
                "attributes": {"creationDate": "2026-01-15T08:00:00Z", "mfaAuthenticated": "false"},
            },
        },
        "eventTime": "2026-01-15T09:00:00Z",
        "eventSource": f"{service}.amazonaws.com",
        "eventName": name,
        "awsRegion": "ap-northeast-2",
        "sourceIPAddress": f"203.0.113.{number % 20}",
        "userAgent": "aws-sdk-python/1.40 exec-env/AWS_ECS",
        "requestParameters": parameters,
        "responseElements": None,
        "requestID": f"{number:032x}",
        "eventID": f"{number:032x}",
        "readOnly": True,
        "eventType": "AwsApiCall",
        "managementEvent": False,
        "recipientAccountId": ACCOUNT,
        "eventCategory": "Data",
    }
