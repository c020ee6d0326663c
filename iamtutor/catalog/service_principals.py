"""Service principals: the names under which AWS services act, as trust policies and resource-based policies write them.

AWS publishes no list; these are named by the documentation of the services or by AWS managed policies.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from iamtutor.catalog.regions import REGIONS

SUFFIX: Final = ".amazonaws.com"


@dataclass(frozen=True, slots=True)
class ServicePrincipal:
    """A service principal and the prefix of the service that acts under it."""

    name: str
    service: str


_NAMED_AS_SERVICE: Final = """
access-analyzer account acm acm-pca airflow amplify apigateway appflow application-autoscaling appmesh apprunner appsync
athena auditmanager autoscaling backup batch bedrock bedrock-agentcore budgets cassandra chime cleanrooms cloud9
cloudformation cloudfront cloudtrail cloudwatch codebuild codedeploy codeguru-reviewer codepipeline cognito-identity
cognito-idp compute-optimizer config connect controltower databrew datasync datazone dax detective devops-guru dlm dms
drs ds dynamodb ec2 ecr ecs eks elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing elasticmapreduce
emr-containers emr-serverless es events firehose fis fms forecast fsx gamelift globalaccelerator glue grafana greengrass
guardduty health imagebuilder inspector inspector2 iot iotsitewise kafka kendra kinesisanalytics kms lakeformation lambda
lex lightsail logs mediaconvert memorydb mgn mq network-firewall organizations osis personalize pipes quicksight ram rds
redshift redshift-serverless rekognition resource-explorer-2 resource-groups rolesanywhere route53 route53resolver s3
sagemaker scheduler secretsmanager securityhub securitylake servicecatalog servicequotas ses shield sns sqs ssm sso states
storagegateway support textract transcribe transfer vpc-lattice wellarchitected workspaces
"""
_NAMED_OTHERWISE: Final = {
    "access-grants.s3": "s3",
    "agentless.inspector2": "inspector2",
    "apidestinations.events": "events",
    "batchoperations.s3": "s3",
    "cassandra.application-autoscaling": "cassandra",
    "config-conforms": "config",
    "config-multiaccountsetup": "config",
    "continuousexport.discovery": "discovery",
    "cost-optimization-hub.bcm": "cost-optimization-hub",
    "credentials.iot": "iot",
    "delivery.logs": "logs",
    "dynamodb.application-autoscaling": "dynamodb",
    "ec2.application-autoscaling": "ec2",
    "ec2fastlaunch": "ec2",
    "ec2fleet": "ec2",
    "ecs-tasks": "ecs",
    "ecs.application-autoscaling": "ecs",
    "edgelambda": "lambda",
    "eks-fargate": "eks",
    "eks-fargate-pods": "eks",
    "eks-nodegroup": "eks",
    "email.cognito-idp": "cognito-idp",
    "lexv2": "lex",
    "logging.s3": "s3",
    "macie": "macie2",
    "malware-protection-plan.guardduty": "guardduty",
    "malware-protection.guardduty": "guardduty",
    "managedupdates.elasticbeanstalk": "elasticbeanstalk",
    "member.org.stacksets.cloudformation": "cloudformation",
    "monitoring.rds": "rds",
    "opensearchservice": "es",
    "ops.apigateway": "apigateway",
    "pods.eks": "eks",
    "rds.application-autoscaling": "rds",
    "replication.dynamodb": "dynamodb",
    "replication.ecr": "ecr",
    "replicator.lambda": "lambda",
    "reporting.trustedadvisor": "trustedadvisor",
    "restore-testing.backup": "backup",
    "sagemaker.application-autoscaling": "sagemaker",
    "servicecatalog-appregistry": "servicecatalog",
    "spot": "ec2",
    "spotfleet": "ec2",
    "stacksets.cloudformation": "cloudformation",
    "synthetics": "synthetics",
    "transitgateway": "ec2",
    "vmie": "ec2",
    "vpc-flow-logs": "ec2",
}
SERVICE_PRINCIPALS: Final[Mapping[str, ServicePrincipal]] = {
    f"{host}{SUFFIX}": ServicePrincipal(f"{host}{SUFFIX}", service)
    for host, service in sorted({**{each: each for each in _NAMED_AS_SERVICE.split()}, **_NAMED_OTHERWISE}.items())
}
"""Service principals by name."""


def service_principal(name: str) -> ServicePrincipal | None:
    """The service principal of a name, case aside; a Region in it (``states.eu-west-1.amazonaws.com``) is left out."""
    lower = name.lower() if name.isascii() else ""
    host, dot, region = lower.removesuffix(SUFFIX).rpartition(".")
    if dot and region in REGIONS and lower.endswith(SUFFIX):
        lower = f"{host}{SUFFIX}"
    return SERVICE_PRINCIPALS.get(lower)
