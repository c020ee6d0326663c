"""Policy validation as IAM Access Analyzer does it.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html
"""
