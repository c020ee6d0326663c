"""What can be wrong with the files of an imported world, and what is kept out of it."""

from __future__ import annotations

from typing import Final

IMPORT_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "import-too-large": (
        "파일이 너무 큽니다. {limit}MB까지 읽습니다.",
        "The file is too large: at most {limit} MB are read.",
    ),
    "import-empty": ("빈 파일입니다.", "The file is empty."),
    "import-not-json": ("올바른 JSON이 아닙니다.", "This is not valid JSON."),
    "import-no-details": (
        "aws iam get-account-authorization-details의 출력이 아닙니다. UserDetailList, GroupDetailList, RoleDetailList, "
        "Policies 가운데 하나가 있어야 합니다.",
        "This is not what aws iam get-account-authorization-details prints: one of UserDetailList, GroupDetailList, "
        "RoleDetailList and Policies is expected.",
    ),
    "import-nothing": (
        "사용자도, 그룹도, 역할도, 정책도 없습니다.",
        "There are no users, groups, roles or policies in it.",
    ),
    "import-no-arn": (
        "{kind}에 IAM의 ARN이 없는 항목이 있어 뺐습니다.",
        "An entry of {kind} has no ARN of IAM, and was left out.",
    ),
    "import-partition": (
        "{arn:은} 다른 파티션에 있습니다. 월드에는 상용 리전(aws)만 담을 수 있습니다.",
        "{arn} is of another partition; a world holds the commercial Regions (aws) only.",
    ),
    "import-bucket-owner": (
        "버킷 {bucket:이} 어느 계정의 것인지 알 수 없습니다. 계정 ID로 이름 지은 폴더에 넣으세요.",
        "Nobody can say whose bucket {bucket} is: put it into a folder named by its account ID.",
    ),
    "import-only-denies": (
        "여기에 연결된 SCP는 거부만 하므로 이 아래에서는 아무것도 허용되지 않습니다. {known:이} 연결되어 있다면 그 정책도 함께 넣으세요.",
        "The SCPs attached here only deny, so nothing below is allowed; if {known} is attached too, put it beside them.",
    ),
    "import-resource-owner": (
        "{arn:은} 가져온 계정의 리소스가 아닙니다.",
        "{arn} is no resource of the accounts that are imported.",
    ),
}
