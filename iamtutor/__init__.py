"""iamtutor: learn AWS IAM in the terminal, offline, in Korean and English."""

__version__ = "0.1.0"
