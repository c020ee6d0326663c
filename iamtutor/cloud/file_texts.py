"""What can be wrong with a YAML text: how it is written, and what stands in it where something else is wanted."""

from __future__ import annotations

from typing import Final

YAML_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "file-missing": ("파일이 없습니다.", "There is no such file."),
    "file-unreadable": ("파일을 읽을 수 없습니다.", "The file cannot be read."),
    "yaml-too-large": (
        "파일이 너무 큽니다. {limit}바이트까지 읽습니다.",
        "The file is too large: at most {limit} bytes are read.",
    ),
    "yaml-not-utf8": ("UTF-8 파일이 아닙니다. UTF-8로 저장하세요.", "The file is not UTF-8. Save it as UTF-8."),
    "yaml-character": (
        "YAML에 쓸 수 없는 제어 문자가 있습니다. 지우거나 따옴표 안에 \\x.. 꼴로 쓰세요.",
        "There is a control character that YAML does not take. Remove it, or write it as \\x.. inside double quotes.",
    ),
    "yaml-syntax": (
        "YAML로 읽을 수 없습니다. 이 줄과 바로 윗줄의 들여쓰기, 따옴표, 콜론을 확인하세요.",
        "This cannot be read as YAML. Check indentation, quotation marks and colons on this line and the one above.",
    ),
    "yaml-tab": (
        "탭이 있습니다. YAML은 공백으로만 들여씁니다. 공백 두 칸으로 바꾸세요.",
        "There is a tab. YAML indents with spaces only: use two spaces.",
    ),
    "yaml-colon": (
        "값 안에 콜론과 공백(': ')이 있거나 들여쓰기가 어긋났습니다. 콜론이 든 글은 따옴표로 감싸세요.",
        "There is a colon and a space (': ') inside a value, or the indentation is off. Put text with a colon in quotation marks.",
    ),
    "yaml-open-quote": (
        "여기서 연 따옴표나 괄호가 끝까지 닫히지 않았습니다.",
        "The quotation mark or bracket opened here is never closed.",
    ),
    "yaml-open-bracket": (
        "여기서 연 괄호 {character} 안에 쉼표나 닫는 괄호가 빠졌습니다.",
        "Inside the bracket {character} opened here a comma or the closing bracket is missing.",
    ),
    "yaml-needs-quotes": (
        '{character:로} 시작하는 값은 따옴표로 감싸야 합니다. 예: "{character}"',
        'A value that begins with {character} needs quotation marks: "{character}"',
    ),
    "yaml-too-deep": (
        "값이 너무 깊이 겹쳐 있습니다. {limit}단계까지 읽습니다.",
        "The values are nested too deeply: at most {limit} levels are read.",
    ),
    "yaml-too-many-values": (
        "값이 너무 많습니다. 별칭(*)을 모두 펼쳐서 {limit}개까지 읽습니다.",
        "There are too many values: at most {limit} are read, with every alias (*) written out.",
    ),
    "yaml-tag": (
        "YAML 태그 {tag}{tag:+은} 쓸 수 없습니다. 태그를 지우세요. !로 시작하는 글이라면 따옴표로 감싸세요.",
        "The YAML tag {tag} is not taken. Remove it; text that begins with ! needs quotation marks.",
    ),
    "yaml-unknown-alias": (
        "*{alias}{alias:+은} 앞에 나온 &{alias:를} 가리켜야 하는데 그런 것이 없습니다. *로 시작하는 글이라면 따옴표로 감싸세요.",
        "*{alias} points to &{alias}, and nothing before it is named so. Text that begins with * needs quotation marks.",
    ),
    "yaml-duplicate-key": (
        "키 {name:이} 같은 자리에 두 번 나옵니다. 하나를 지우거나 이름을 바꾸세요.",
        "The key {name} stands here twice. Remove one of them or give it another name.",
    ),
    "yaml-merge-key": (
        "YAML의 병합 키 <<는 쓸 수 없습니다. 값을 그대로 적으세요.",
        "YAML's merge key << is not taken. Write the values out.",
    ),
    "yaml-key-not-text": ("키는 한 줄의 글이어야 합니다.", "A key must be a piece of text."),
    "yaml-several-documents": (
        "문서가 둘 이상입니다. 한 파일에는 하나만 적으세요('---' 줄을 지우세요).",
        "There is more than one document. A file holds one: remove the '---' line.",
    ),
    "yaml-unquoted-account": (
        '계정 ID {value:은} 따옴표로 감싸야 합니다: "{value}". 그대로 두면 숫자로 읽혀 앞의 0이 사라질 수 있습니다.',
        'The account ID {value} needs quotation marks: "{value}". Without them it is a number, and zeros in front are lost.',
    ),
    "yaml-leading-zero": (
        '0으로 시작하는 {value:은} 숫자로 읽으면 0이 사라집니다. 따옴표로 감싸세요: "{value}"',
        'As a number {value} would lose the zero in front. Put it in quotation marks: "{value}"',
    ),
}

SHAPE_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "shape-missing": ("키 {name:이} 빠졌습니다.", "The key {name} is missing."),
    "shape-unknown-key": (
        "모르는 키 {name}입니다. 철자와 들여쓰기를 확인하세요.",
        "Unknown key {name}. Check the spelling and the indentation.",
    ),
    "shape-stray-key": (
        "{name:은} 값이 없는 키로 읽혔습니다. 중괄호 안에서 쉼표가 든 글은 따옴표로 감싸세요.",
        "{name} was read as a key without a value. Inside braces, text with a comma needs quotation marks.",
    ),
    "shape-number-for-text": (
        "글이 와야 하는데 숫자입니다. 따옴표로 감싸세요.",
        "Text is wanted here, and this is a number. Put it in quotation marks.",
    ),
    "shape-wanted-text": ("글이 와야 합니다.", "Text is wanted here."),
    "shape-wanted-true-false": ("true나 false가 와야 합니다.", "true or false is wanted here."),
    "shape-wanted-number": ("숫자가 와야 합니다.", "A number is wanted here."),
    "shape-wanted-mapping": ("'키: 값'의 묶음이 와야 합니다.", "A mapping ('key: value') is wanted here."),
    "shape-wanted-list": ("목록이 와야 합니다. 예: [a, b]", "A list is wanted here, such as [a, b]."),
    "shape-wanted-date": ("날짜가 와야 합니다. 예: 2026-11-23", "A date is wanted here, such as 2026-11-23."),
    "shape-wanted-nothing": ("여기에는 값을 적을 수 없습니다.", "No value can stand here."),
    "shape-no-form": (
        "여기에 올 수 있는 어떤 꼴과도 맞지 않습니다.",
        "This fits none of the forms that can stand here.",
    ),
    "shape-too-short": (
        "글이 너무 짧습니다. {limit}자 이상이어야 합니다.",
        "The text is too short: at least {limit:character|characters}.",
    ),
    "shape-too-long": (
        "글이 너무 깁니다. {limit}자까지 쓸 수 있습니다.",
        "The text is too long: at most {limit:character|characters}.",
    ),
    "shape-too-few": ("항목이 모자랍니다. {limit}개 이상이어야 합니다.", "There are too few items: at least {limit}."),
    "shape-too-many": (
        "항목이 너무 많습니다. {limit}개까지 쓸 수 있습니다.",
        "There are too many items: at most {limit}.",
    ),
    "shape-too-small": (
        "수가 너무 작습니다. 가장 작은 값은 {limit}입니다.",
        "The number is too small: the least is {limit}.",
    ),
    "shape-too-large": (
        "수가 너무 큽니다. 가장 큰 값은 {limit}입니다.",
        "The number is too large: the most is {limit}.",
    ),
    "shape-not-one-of": ("다음 가운데 하나여야 합니다: {expected}", "It must be one of {expected}."),
    "shape-wrong-form": ("정해진 꼴과 맞지 않습니다: {pattern}", "It does not have the form that is wanted: {pattern}"),
    "shape-refused": ("여기에 올 수 없는 값입니다.", "This value cannot stand here."),
}
