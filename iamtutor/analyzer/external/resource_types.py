"""What a resource is called in a finding: CloudFormation's name of its type.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html
"""

from __future__ import annotations

from typing import Final

from iamtutor.policy.arn import Arn

BUCKET: Final = "AWS::S3::Bucket"
ROLE: Final = "AWS::IAM::Role"
KEY: Final = "AWS::KMS::Key"

_TYPES: Final = {
    ("s3", ""): BUCKET,
    ("iam", "role"): ROLE,
    ("kms", "key"): KEY,
    ("sqs", ""): "AWS::SQS::Queue",
    ("sns", ""): "AWS::SNS::Topic",
    ("lambda", "function"): "AWS::Lambda::Function",
    ("lambda", "layer"): "AWS::Lambda::LayerVersion",
    ("secretsmanager", "secret"): "AWS::SecretsManager::Secret",
    ("elasticfilesystem", "file-system"): "AWS::EFS::FileSystem",
    ("ecr", "repository"): "AWS::ECR::Repository",
    ("dynamodb", "table"): "AWS::DynamoDB::Table",
    ("s3express", "bucket"): "AWS::S3Express::DirectoryBucket",
}
_STREAM: Final = "AWS::DynamoDB::Stream"

TYPICAL: Final = {
    BUCKET: "arn:aws:s3:::example-bucket",
    ROLE: "arn:aws:iam::{account}:role/example",
    KEY: "arn:aws:kms:us-east-1:{account}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "AWS::SQS::Queue": "arn:aws:sqs:us-east-1:{account}:example",
    "AWS::SNS::Topic": "arn:aws:sns:us-east-1:{account}:example",
    "AWS::Lambda::Function": "arn:aws:lambda:us-east-1:{account}:function:example",
    "AWS::Lambda::LayerVersion": "arn:aws:lambda:us-east-1:{account}:layer:example:1",
    "AWS::SecretsManager::Secret": "arn:aws:secretsmanager:us-east-1:{account}:secret:example-a1b2c3",
    "AWS::EFS::FileSystem": "arn:aws:elasticfilesystem:us-east-1:{account}:file-system/fs-0a1b2c3d4e5f67890",
    "AWS::ECR::Repository": "arn:aws:ecr:us-east-1:{account}:repository/example",
    "AWS::DynamoDB::Table": "arn:aws:dynamodb:us-east-1:{account}:table/example",
    _STREAM: "arn:aws:dynamodb:us-east-1:{account}:table/example/stream/2026-01-15T09:00:00.000",
    "AWS::S3Express::DirectoryBucket": "arn:aws:s3express:us-east-1:{account}:bucket/example--use1-az4--x-s3",
}
"""An ARN of each type, for a policy that comes without its resource."""


def resource_type(arn: str) -> str:
    """The type of a resource by its ARN; of types that IAM Access Analyzer does not know the service and its own word."""
    parts = Arn.parse(arn)
    if parts is None:
        return ""
    if parts.service == "dynamodb" and "/stream/" in parts.resource:
        return _STREAM
    own = parts.resource_type
    found = _TYPES.get((parts.service, own))
    if found is not None:
        return found
    return f"{parts.service}:{own}" if own else parts.service
