"""What IAM Access Analyzer does, offline: policy validation, external access, policy generation."""

__all__: list[str] = []
