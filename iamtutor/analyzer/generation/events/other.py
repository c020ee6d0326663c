"""Events of other services that are not named as their actions, and events that need no permission."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iamtutor.analyzer.generation.events import s3
from iamtutor.analyzer.generation.events.row import Row, free, rows

_SAR: Final = "https://docs.aws.amazon.com/service-authorization/latest/reference"

BY_SERVICE: Final[Mapping[str, Mapping[str, Row]]] = {
    "s3": s3.EVENTS,
    "lambda": {
        **rows(
            "https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html",
            "lambda",
            {
                "Invoke": "InvokeFunction",
                "InvokeExecution": "InvokeFunction",
                "InvokeWithResponseStream": "InvokeFunction",
                "GetLayerVersionByArn": "GetLayerVersion",
            },
        )
    },
    "dynamodb": rows(
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html",
        "dynamodb",
        {
            "TransactGetItems": "GetItem",
            "TransactWriteItems": "PutItem UpdateItem DeleteItem ConditionCheckItem",
        },
    ),
    "kms": rows(
        "https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html",
        "kms",
        {"ReEncrypt": "ReEncryptFrom ReEncryptTo"},
    ),
    "sqs": rows(
        f"{_SAR}/list_sqs.html",
        "sqs",
        {
            "ChangeMessageVisibilityBatch": "ChangeMessageVisibility",
            "DeleteMessageBatch": "DeleteMessage",
            "SendMessageBatch": "SendMessage",
        },
    ),
    "sns": rows(f"{_SAR}/list_sns.html", "sns", {"PublishBatch": "Publish"}),
    "bedrock": rows(
        "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html",
        "bedrock",
        {
            "Converse": "InvokeModel",
            "ConverseStream": "InvokeModelWithResponseStream",
            "InvokeModelWithBidirectionalStream": "InvokeModel",
            "StartAsyncInvoke": "InvokeModel",
        },
    ),
    "cloudfront": rows(
        "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionWithTags.html",
        "cloudfront",
        {"CreateDistributionWithTags": "CreateDistribution TagResource"},
    ),
    "sts": free(
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html", ("GetCallerIdentity",)
    )
    | free("https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html", ("GetSessionToken",)),
    "signin": free(
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
        ("ConsoleLogin", "CheckMfa", "SwitchRole", "ExitRole", "RenewRole", "GetSigninToken", "UserAuthentication"),
    ),
}
"""Rows by service prefix and event name."""

SOURCES: Final[Mapping[str, str]] = {
    "amazonmq": "mq",
    "api.ecr": "ecr",
    "api.sagemaker": "sagemaker",
    "appstream2": "appstream",
    "bedrock-runtime": "bedrock",
    "cloudcontrolapi": "cloudformation",
    "data.iot": "iot",
    "data.mediastore": "mediastore",
    "edgelambda": "lambda",
    "email": "ses",
    "entitlement.marketplace": "aws-marketplace",
    "ingest.timestream": "timestream",
    "iotdata": "iot",
    "macie": "macie2",
    "managedprometheus": "aps",
    "metering.marketplace": "aws-marketplace",
    "migrationhub": "mgh",
    "models.lex": "lex",
    "models-v2-lex": "lex",
    "monitoring": "cloudwatch",
    "opensearch": "es",
    "opensearchserverless": "aoss",
    "pinpoint": "mobiletargeting",
    "portal.sso": "sso",
    "prometheus": "aps",
    "query.timestream": "timestream",
    "rdsdata": "rds-data",
    "redshiftdata": "redshift-data",
    "runtime.lex": "lex",
    "runtime-v2-lex": "lex",
    "runtime.sagemaker": "sagemaker",
    "servicecatalog-appregistry": "servicecatalog",
    "serverlessapplicationrepository": "serverlessrepo",
    "streams.dynamodb": "dynamodb",
    "tagging": "tag",
    "transcribestreaming": "transcribe",
}
"""Service prefixes by the first part of `eventSource`, where the two differ (observed convention)."""

ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "autoscaling": ("application-autoscaling", "autoscaling-plans"),
    "es": ("aoss",),
    "s3": ("s3express", "s3-object-lambda", "s3-outposts"),
    "sso": ("sso-directory", "identitystore"),
    "cognito-idp": ("cognito-identity",),
    "timestream": ("timestream-influxdb",),
    "waf": ("waf-regional",),
}
"""Services whose events come under another one's name.

https://docs.aws.amazon.com/autoscaling/application/userguide/logging-using-cloudtrail.html
"""
