"""What SQS, SNS, Lambda, Secrets Manager and DynamoDB call the same things, as data: a service is a line here.

The actions: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from __future__ import annotations

from typing import Final, NamedTuple

from iamtutor.cloud.api.documents import Malformed
from iamtutor.cloud.api.services import Said


class ResourceService(NamedTuple):
    """One service: how its ARNs look (`{name}`, `{suffix}` for what AWS adds), its actions, and its errors.

    `exists` is None where creating once more is no error; `{name}` stands in sentences too.
    """

    resource: str
    create: str
    put_policy: str
    delete_policy: str
    delete: str
    tag: str
    malformed: Malformed
    missing: Said
    exists: Said | None = None


SERVICES: Final = {
    "sqs": ResourceService(
        "{name}",
        "sqs:CreateQueue",
        "sqs:SetQueueAttributes",
        "sqs:SetQueueAttributes",
        "sqs:DeleteQueue",
        "sqs:TagQueue",
        Malformed("InvalidAttributeValue", 400, "Invalid value for the parameter Policy.", "Invalid value for the parameter Policy."),
        Said("QueueDoesNotExist", 400, "The specified queue does not exist."),
    ),
    "sns": ResourceService(
        "{name}",
        "sns:CreateTopic",
        "sns:SetTopicAttributes",
        "sns:SetTopicAttributes",
        "sns:DeleteTopic",
        "sns:TagResource",
        Malformed("InvalidParameter", 400, "Invalid parameter: Policy Error: null", "Invalid parameter: Policy Error: PrincipalNotFound"),
        Said("NotFound", 404, "Topic does not exist"),
    ),
    "lambda": ResourceService(
        "function:{name}",
        "lambda:CreateFunction",
        "lambda:AddPermission",
        "lambda:RemovePermission",
        "lambda:DeleteFunction",
        "lambda:TagResource",
        Malformed(
            "InvalidParameterValueException",
            400,
            None,
            "The provided principal was invalid. Please check the principal and try again.",
        ),
        Said("ResourceNotFoundException", 404, "Function not found: {arn}"),
        Said("ResourceConflictException", 409, "Function already exist: {name}"),
    ),
    "secretsmanager": ResourceService(
        "secret:{name}-{suffix}",
        "secretsmanager:CreateSecret",
        "secretsmanager:PutResourcePolicy",
        "secretsmanager:DeleteResourcePolicy",
        "secretsmanager:DeleteSecret",
        "secretsmanager:TagResource",
        Malformed(
            "MalformedPolicyDocumentException",
            400,
            "This resource policy contains a syntax error.",
            "This resource policy contains an unsupported principal.",
        ),
        Said("ResourceNotFoundException", 400, "Secrets Manager can't find the specified secret."),
        Said("ResourceExistsException", 400, "The operation failed because the secret {name} already exists."),
    ),
    "dynamodb": ResourceService(
        "table/{name}",
        "dynamodb:CreateTable",
        "dynamodb:PutResourcePolicy",
        "dynamodb:DeleteResourcePolicy",
        "dynamodb:DeleteTable",
        "dynamodb:TagResource",
        Malformed("ValidationException", 400, "Invalid policy document", "Invalid policy document: Invalid principal in policy"),
        Said("ResourceNotFoundException", 400, "Requested resource not found: Table: {name} not found"),
        Said("ResourceInUseException", 400, "Table already exists: {name}"),
    ),
}  # fmt: skip
