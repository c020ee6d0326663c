"""How each service words what all of them say: refused, expired, unknown key. It depends on the service's protocol.

The query protocol is that of IAM and STS, JSON that of KMS, DynamoDB, Secrets Manager and Organizations.
https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and
https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from iamtutor.cloud.api.errors import AwsError


class Protocol(StrEnum):
    """The protocols that word their errors differently."""

    QUERY = "query"
    JSON = "json"
    REST_JSON = "rest-json"
    S3 = "s3"
    EC2 = "ec2"
    SNS = "sns"


class Said(NamedTuple):
    """A code, its HTTP status, and the sentence where it is always the same."""

    code: str
    status: int
    message: str = ""


class Dialect(NamedTuple):
    """The errors of one protocol."""

    denied: Said
    expired: Said
    unknown_key: Said
    wrong_token: Said
    unsigned: Said
    signature: Said


_EXPIRED: Final = "The security token included in the request is expired"
_INVALID: Final = "The security token included in the request is invalid."
_SIGNATURE: Final = (
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key "
    "and signing method. Consult the service documentation for details."
)
_QUERY = Dialect(
    Said("AccessDenied", 403),
    Said("ExpiredToken", 403, _EXPIRED),
    Said("InvalidClientTokenId", 403, _INVALID),
    Said("InvalidClientTokenId", 403, _INVALID),
    Said("MissingAuthenticationToken", 403, "Request is missing Authentication Token"),
    Said("SignatureDoesNotMatch", 403, _SIGNATURE),
)
_JSON = Dialect(
    Said("AccessDeniedException", 400),
    Said("ExpiredTokenException", 400, _EXPIRED),
    Said("UnrecognizedClientException", 400, _INVALID),
    Said("UnrecognizedClientException", 400, _INVALID),
    Said("MissingAuthenticationTokenException", 400, "Missing Authentication Token"),
    Said("InvalidSignatureException", 400, _SIGNATURE),
)
DIALECTS: Final = {
    Protocol.QUERY: _QUERY,
    Protocol.SNS: _QUERY._replace(denied=Said("AuthorizationError", 403)),
    Protocol.JSON: _JSON,
    Protocol.REST_JSON: _JSON._replace(
        denied=Said("AccessDeniedException", 403),
        expired=Said("ExpiredTokenException", 403, _EXPIRED),
        unknown_key=Said("UnrecognizedClientException", 403, _INVALID),
        wrong_token=Said("UnrecognizedClientException", 403, _INVALID),
        unsigned=Said("MissingAuthenticationTokenException", 403, "Missing Authentication Token"),
    ),
    Protocol.S3: Dialect(
        Said("AccessDenied", 403),
        Said("ExpiredToken", 400, "The provided token has expired."),
        Said("InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records."),
        Said("InvalidToken", 400, "The provided token is malformed or otherwise invalid."),
        Said("AccessDenied", 403, "Access Denied"),
        Said(
            "SignatureDoesNotMatch",
            403,
            "The request signature we calculated does not match the signature you provided. Check your key and "
            "signing method.",
        ),
    ),
    Protocol.EC2: Dialect(
        Said("UnauthorizedOperation", 403),
        Said("RequestExpired", 400, "Request has expired."),
        Said("AuthFailure", 401, "AWS was not able to validate the provided access credentials"),
        Said("AuthFailure", 401, "AWS was not able to validate the provided access credentials"),
        Said("AuthFailure", 401, "AWS was not able to validate the provided access credentials"),
        Said("AuthFailure", 401, "AWS was not able to validate the provided access credentials"),
    ),
}
_PROTOCOLS: Final = {
    "kms": Protocol.JSON,
    "dynamodb": Protocol.JSON,
    "secretsmanager": Protocol.JSON,
    "organizations": Protocol.JSON,
    "sqs": Protocol.JSON,
    "lambda": Protocol.REST_JSON,
    "s3": Protocol.S3,
    "ec2": Protocol.EC2,
    "sns": Protocol.SNS,
}


def protocol_of(service: str) -> Protocol:
    """The protocol of a service by its prefix; those that are not listed speak as IAM does."""
    return _PROTOCOLS.get(service, Protocol.QUERY)


def dialect_of(service: str) -> Dialect:
    """The errors of a service."""
    return DIALECTS[protocol_of(service)]


def raised(said: Said, why: str) -> AwsError:
    """The error that a dialect words."""
    return AwsError(said.code, said.status, said.message, why)
