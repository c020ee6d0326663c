"""Policy generation: from CloudTrail records to the least policy that allows what a principal did."""
