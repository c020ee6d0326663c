"""Partitions and Regions of AWS.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html,
https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from iamtutor.words import Bilingual


@dataclass(frozen=True, slots=True)
class Partition:
    """A group of Regions with accounts of its own; `id` is the second part of its ARNs."""

    id: str
    title: Bilingual
    suffix: str


@dataclass(frozen=True, slots=True)
class Region:
    """A Region by its code."""

    code: str
    partition: str
    title: Bilingual


PARTITIONS: Final[Mapping[str, Partition]] = {
    each.id: each
    for each in (
        Partition("aws", Bilingual("AWS 상용 리전", "AWS commercial Regions"), "amazonaws.com"),
        Partition("aws-cn", Bilingual("AWS 중국 리전", "AWS China Regions"), "amazonaws.com.cn"),
        Partition("aws-us-gov", Bilingual("AWS GovCloud(미국)", "AWS GovCloud (US)"), "amazonaws.com"),
        Partition("aws-eusc", Bilingual("AWS 유럽 주권 클라우드", "AWS European Sovereign Cloud"), "amazonaws.eu"),
        Partition("aws-iso", Bilingual("미국 기밀 리전(ISO)", "US classified Regions (ISO)"), "c2s.ic.gov"),
        Partition("aws-iso-b", Bilingual("미국 기밀 리전(ISOB)", "US classified Regions (ISOB)"), "sc2s.sgov.gov"),
        Partition(
            "aws-iso-e", Bilingual("유럽 기밀 리전(ISOE)", "European classified Regions (ISOE)"), "cloud.adc-e.uk"
        ),
        Partition("aws-iso-f", Bilingual("미국 기밀 리전(ISOF)", "US classified Regions (ISOF)"), "csp.hci.ic.gov"),
    )
}
"""Every partition by its id."""

_ROWS: Final = (
    ("us-east-1", "aws", "미국 동부(버지니아 북부)", "US East (N. Virginia)"),
    ("us-east-2", "aws", "미국 동부(오하이오)", "US East (Ohio)"),
    ("us-west-1", "aws", "미국 서부(캘리포니아 북부)", "US West (N. California)"),
    ("us-west-2", "aws", "미국 서부(오리건)", "US West (Oregon)"),
    ("af-south-1", "aws", "아프리카(케이프타운)", "Africa (Cape Town)"),
    ("ap-east-1", "aws", "아시아 태평양(홍콩)", "Asia Pacific (Hong Kong)"),
    ("ap-east-2", "aws", "아시아 태평양(타이베이)", "Asia Pacific (Taipei)"),
    ("ap-northeast-1", "aws", "아시아 태평양(도쿄)", "Asia Pacific (Tokyo)"),
    ("ap-northeast-2", "aws", "아시아 태평양(서울)", "Asia Pacific (Seoul)"),
    ("ap-northeast-3", "aws", "아시아 태평양(오사카)", "Asia Pacific (Osaka)"),
    ("ap-south-1", "aws", "아시아 태평양(뭄바이)", "Asia Pacific (Mumbai)"),
    ("ap-south-2", "aws", "아시아 태평양(하이데라바드)", "Asia Pacific (Hyderabad)"),
    ("ap-southeast-1", "aws", "아시아 태평양(싱가포르)", "Asia Pacific (Singapore)"),
    ("ap-southeast-2", "aws", "아시아 태평양(시드니)", "Asia Pacific (Sydney)"),
    ("ap-southeast-3", "aws", "아시아 태평양(자카르타)", "Asia Pacific (Jakarta)"),
    ("ap-southeast-4", "aws", "아시아 태평양(멜버른)", "Asia Pacific (Melbourne)"),
    ("ap-southeast-5", "aws", "아시아 태평양(말레이시아)", "Asia Pacific (Malaysia)"),
    ("ap-southeast-6", "aws", "아시아 태평양(뉴질랜드)", "Asia Pacific (New Zealand)"),
    ("ap-southeast-7", "aws", "아시아 태평양(태국)", "Asia Pacific (Thailand)"),
    ("ca-central-1", "aws", "캐나다(중부)", "Canada (Central)"),
    ("ca-west-1", "aws", "캐나다 서부(캘거리)", "Canada West (Calgary)"),
    ("eu-central-1", "aws", "유럽(프랑크푸르트)", "Europe (Frankfurt)"),
    ("eu-central-2", "aws", "유럽(취리히)", "Europe (Zurich)"),
    ("eu-north-1", "aws", "유럽(스톡홀름)", "Europe (Stockholm)"),
    ("eu-south-1", "aws", "유럽(밀라노)", "Europe (Milan)"),
    ("eu-south-2", "aws", "유럽(스페인)", "Europe (Spain)"),
    ("eu-west-1", "aws", "유럽(아일랜드)", "Europe (Ireland)"),
    ("eu-west-2", "aws", "유럽(런던)", "Europe (London)"),
    ("eu-west-3", "aws", "유럽(파리)", "Europe (Paris)"),
    ("il-central-1", "aws", "이스라엘(텔아비브)", "Israel (Tel Aviv)"),
    ("me-central-1", "aws", "중동(UAE)", "Middle East (UAE)"),
    ("me-south-1", "aws", "중동(바레인)", "Middle East (Bahrain)"),
    ("me-west-1", "aws", "중동(사우디아라비아)", "Middle East (Saudi Arabia)"),
    ("mx-central-1", "aws", "멕시코(중부)", "Mexico (Central)"),
    ("sa-east-1", "aws", "남아메리카(상파울루)", "South America (São Paulo)"),
    ("sa-west-1", "aws", "남아메리카(칠레)", "South America (Chile)"),
    ("cn-north-1", "aws-cn", "중국(베이징)", "China (Beijing)"),
    ("cn-northwest-1", "aws-cn", "중국(닝샤)", "China (Ningxia)"),
    ("us-gov-east-1", "aws-us-gov", "AWS GovCloud(미국 동부)", "AWS GovCloud (US-East)"),
    ("us-gov-west-1", "aws-us-gov", "AWS GovCloud(미국 서부)", "AWS GovCloud (US-West)"),
    ("eusc-de-east-1", "aws-eusc", "AWS 유럽 주권 클라우드(독일)", "AWS European Sovereign Cloud (Germany)"),
    ("us-iso-east-1", "aws-iso", "미국 ISO 동부", "US ISO East"),
    ("us-iso-west-1", "aws-iso", "미국 ISO 서부", "US ISO West"),
    ("us-isob-east-1", "aws-iso-b", "미국 ISOB 동부(오하이오)", "US ISOB East (Ohio)"),
    ("us-isob-west-1", "aws-iso-b", "미국 ISOB 서부", "US ISOB West"),
    ("eu-isoe-west-1", "aws-iso-e", "유럽 ISOE 서부", "EU ISOE West"),
    ("us-isof-east-1", "aws-iso-f", "미국 ISOF 동부", "US ISOF East"),
    ("us-isof-south-1", "aws-iso-f", "미국 ISOF 남부", "US ISOF South"),
)
REGIONS: Final[Mapping[str, Region]] = {
    code: Region(code, partition, Bilingual(ko, en)) for code, partition, ko, en in _ROWS
}
"""Every Region by its code."""
