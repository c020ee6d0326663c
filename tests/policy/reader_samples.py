"""Real policies for the reader's tests: the kinds and forms that learners meet."""

from iamtutor.policy import PolicyKind

IDENTITY = """{
  "Version": "2012-10-17",
  "Id": "reports",
  "Statement": [
    {
      "Sid": "ListOwn",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::acme-reports",
      "Condition": {
        "StringLike": {"s3:prefix": ["", "home/${aws:username}/*"]},
        "Bool": {"aws:SecureTransport": true},
        "NumericLessThanEquals": {"s3:max-keys": 10}
      }
    },
    {
      "Effect": "Allow",
      "NotAction": ["iam:*", "organizations:*"],
      "NotResource": ["arn:aws:s3:::secret/*"]
    },
    {"Sid": "NoDelete", "Effect": "Deny", "Action": ["s3:Delete*"], "Resource": "*"}
  ]
}
"""

BUCKET = """{
    "Version": "2012-10-17",
    "Statement": [
        {"Sid": "Read reports", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::acme-reports/*"},
        {"Effect": "Deny",
         "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:user/dev", "arn:aws:iam::111122223333:root"]},
         "Action": "s3:*", "Resource": ["arn:aws:s3:::acme-reports", "arn:aws:s3:::acme-reports/*"],
         "Condition": {"StringNotEqualsIfExists": {"aws:SourceVpce": "vpce-1"},
                       "ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2/*"}}}
    ]
}"""

TRUST = (
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com"],'
    '"AWS":"111122223333","Federated":"accounts.google.com","CanonicalUser":"79a59d"},"Action":"sts:AssumeRole"}}'
)

SAMPLES = [(IDENTITY, PolicyKind.IDENTITY), (BUCKET, PolicyKind.RESOURCE), (TRUST, PolicyKind.TRUST)]
