"""What the reader says of JSON, in Korean and English: each mistake by its code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Messages = Mapping[str, Mapping[str, str]]

MESSAGES: Final[Messages] = {
    "json.empty": {
        "ko": "정책이 비어 있습니다.",
        "en": "The policy is empty.",
    },
    "json.empty.mend": {
        "ko": "중괄호를 열고 Version과 Statement부터 적어 보세요.",
        "en": "Open a curly brace and begin with Version and Statement.",
    },
    "json.comment": {
        "ko": "JSON에는 주석을 쓸 수 없습니다.",
        "en": "JSON has no comments.",
    },
    "json.comment.mend": {
        "ko": "주석을 지우세요. 문의 의도는 Sid에 짧게 적을 수 있습니다.",
        "en": "Remove the comment; a short Sid can say what a statement is for.",
    },
    "json.trailing-comma": {
        "ko": "마지막 항목 뒤에는 쉼표를 쓰지 않습니다.",
        "en": "The last item must not be followed by a comma.",
    },
    "json.trailing-comma.mend": {
        "ko": "이 쉼표를 지우거나, 뒤에 항목을 하나 더 적으세요.",
        "en": "Remove this comma, or write another item after it.",
    },
    "json.extra-comma": {
        "ko": "이 쉼표 앞에 항목이 없습니다.",
        "en": "There is no item before this comma.",
    },
    "json.extra-comma.mend": {
        "ko": "항목과 항목 사이에는 쉼표를 하나만 쓰세요.",
        "en": "Write exactly one comma between two items.",
    },
    "json.missing-comma": {
        "ko": "여기 뒤에 쉼표가 빠졌습니다.",
        "en": "A comma is missing after this.",
    },
    "json.missing-comma.mend": {
        "ko": "다음 항목과의 사이에 쉼표를 넣으세요.",
        "en": "Put a comma between this item and the next one.",
    },
    "json.missing-colon": {
        "ko": "이름과 값 사이에 콜론(:)이 빠졌습니다.",
        "en": "The colon between name and value is missing.",
    },
    "json.missing-colon.mend": {
        "ko": "이름 바로 뒤에 콜론을 넣으세요.",
        "en": "Put a colon right after the name.",
    },
    "json.missing-value": {
        "ko": "{name}의 값이 빠졌습니다.",
        "en": "The value of {name} is missing.",
    },
    "json.missing-value.mend": {
        "ko": "콜론 뒤에 값을 적으세요.",
        "en": "Write the value after a colon.",
    },
    "json.missing-name": {
        "ko": "여기에는 값이 아니라 큰따옴표로 묶은 이름이 와야 합니다.",
        "en": "A name in double quotation marks is expected here, not a value.",
    },
    "json.missing-name.mend": {
        "ko": "문이 여럿이면 모두 하나의 대괄호 안에 넣으세요.",
        "en": "If there are several statements, put all of them inside one pair of square brackets.",
    },
    "json.missing-list": {
        "ko": "값이 여럿이면 대괄호로 묶어야 합니다.",
        "en": "Several values must be written as a list in square brackets.",
    },
    "json.missing-list.mend": {
        "ko": "첫 값 앞에 [를, 마지막 값 뒤에 ]를 넣으세요.",
        "en": "Put [ before the first value and ] after the last one.",
    },
    "json.name-in-list": {
        "ko": "대괄호 안에는 {name:이라는} 이름을 바로 쓸 수 없고, 중괄호로 묶어야 합니다.",
        "en": "The name {name} cannot stand directly in square brackets: names and values go inside curly braces.",
    },
    "json.name-in-list.mend": {
        "ko": "문 하나를 이루는 요소들을 중괄호로 묶으세요.",
        "en": "Put curly braces around the elements that make up one statement.",
    },
    "json.missing-braces": {
        "ko": "정책 전체를 중괄호로 묶어야 하는데, {name} 앞에 여는 중괄호가 없습니다.",
        "en": "The whole policy goes into curly braces, but none is opened before {name}.",
    },
    "json.missing-braces.mend": {
        "ko": "맨 앞에 여는 중괄호를, 맨 뒤에 닫는 중괄호를 넣으세요.",
        "en": "Open a curly brace at the very beginning and close it at the very end.",
    },
    "json.duplicate-key": {
        "ko": "{name:이} {line}번째 줄에 이미 있습니다. 같은 이름은 한 번만 쓸 수 있습니다.",
        "en": "{name} already stands on line {line}; a name can be used only once here.",
    },
    "json.duplicate-key.mend": {
        "ko": "두 값을 하나의 목록으로 합치거나, 문을 나누세요.",
        "en": "Join both values in one list, or split the statement in two.",
    },
    "json.two-values": {
        "ko": "정책은 앞에서 이미 끝났습니다. 그 뒤에는 아무것도 올 수 없습니다.",
        "en": "The policy has already ended; nothing may follow it.",
    },
    "json.two-values.mend": {
        "ko": "문서에는 정책이 하나만 들어갑니다. 문을 더하려면 앞 정책의 Statement 목록에 넣으세요.",
        "en": "A document holds one policy: to add statements, put them in the Statement list of the first one.",
    },
    "json.extra-bracket": {
        "ko": "닫는 괄호 {found} 하나가 남습니다.",
        "en": "There is one closing {found} too many.",
    },
    "json.extra-bracket.mend": {
        "ko": "이 괄호를 지우거나, 앞에서 너무 일찍 닫은 괄호를 찾아보세요.",
        "en": "Remove it, or look for a bracket further up that was closed too early.",
    },
    "json.mismatched-bracket": {
        "ko": "여기서는 {found} 대신 {expected} 괄호로 닫아야 합니다.",
        "en": "This must be closed with {expected}, not with {found}.",
    },
    "json.mismatched-bracket.mend": {
        "ko": "대괄호는 대괄호로, 중괄호는 중괄호로 닫으세요.",
        "en": "Close a square bracket with a square bracket and a curly brace with a curly brace.",
    },
    "json.unterminated": {
        "ko": "여기서 연 괄호가 닫히지 않았습니다. 빠진 괄호: {closers}",
        "en": "What is opened here is never closed; missing: {closers}",
    },
    "json.unterminated.mend": {
        "ko": "안쪽부터 차례로 괄호를 닫으세요.",
        "en": "Close the brackets one by one, the innermost first.",
    },
    "json.unterminated-string": {
        "ko": "문자열을 닫는 큰따옴표가 이 줄에 없습니다.",
        "en": "The closing quotation mark of this string is missing on this line.",
    },
    "json.unterminated-string.mend": {
        "ko": "값이 끝나는 곳에 큰따옴표를 넣으세요.",
        "en": "Put a double quotation mark where the value ends.",
    },
    "json.unbalanced-quotes": {
        "ko": "이 줄의 큰따옴표가 짝이 맞지 않습니다.",
        "en": "The quotation marks on this line do not pair up.",
    },
    "json.unbalanced-quotes.mend": {
        "ko": "이름과 값의 앞뒤에 큰따옴표가 하나씩 있는지 보세요.",
        "en": "Check that each name and each value has one quotation mark before it and one after it.",
    },
    "json.single-quotes": {
        "ko": "JSON에서는 작은따옴표가 아니라 큰따옴표를 씁니다.",
        "en": "JSON uses double quotation marks, not single ones.",
    },
    "json.single-quotes.mend": {
        "ko": "앞뒤의 작은따옴표를 모두 큰따옴표로 바꾸세요.",
        "en": "Replace both single quotation marks with double ones.",
    },
    "json.smart-quotes": {
        "ko": "둥근 따옴표는 쓸 수 없습니다. 곧은 큰따옴표여야 합니다.",
        "en": "Curly quotation marks do not count; use straight double ones.",
    },
    "json.smart-quotes.mend": {
        "ko": "문서 편집기나 메신저에서 복사하면 따옴표가 바뀌기도 합니다. 따옴표를 다시 입력하세요.",
        "en": "Word processors and messengers change quotation marks: type them again here.",
    },
    "json.bare-word": {
        "ko": "{found:은} JSON 값이 아닙니다. {suggestion:으로} 적어야 합니다.",
        "en": "{found} is not a JSON value; write {suggestion}.",
    },
    "json.bare-word.mend": {
        "ko": "문자열과 이름은 큰따옴표로 묶고, true, false, null은 소문자로 적으세요.",
        "en": "Put names and strings in double quotation marks; true, false and null are written in lower case.",
    },
    "json.bad-number": {
        "ko": "{found:은} JSON 숫자가 아닙니다.",
        "en": "{found} is not a number in JSON.",
    },
    "json.bad-number.mend": {
        "ko": "계정 번호나 날짜처럼 글자로 쓰는 값은 큰따옴표로 묶으세요.",
        "en": "Put dates, account numbers and the like in double quotation marks.",
    },
    "json.bad-escape": {
        "ko": "문자열에서 {found:은} 뜻이 없습니다. 역슬래시 자체는 두 번 적습니다.",
        "en": "{found} means nothing in a string; a backslash itself is written twice.",
    },
    "json.bad-escape.mend": {
        "ko": "역슬래시가 필요 없다면 지우세요. IAM 패턴의 *와 ?에는 역슬래시를 붙이지 않습니다.",
        "en": "Remove the backslash if it is not meant: * and ? in IAM patterns take none.",
    },
    "json.control-character": {
        "ko": "줄바꿈이나 탭 같은 제어 문자는 문자열 안에 그대로 쓸 수 없습니다: {found}",
        "en": "A string cannot hold a raw control character ({found}) such as a line break or tab.",
    },
    "json.control-character.mend": {
        "ko": "문자열을 한 줄에 적으세요.",
        "en": "Write the string on one line.",
    },
    "json.lone-surrogate": {
        "ko": "{found:은} 글자의 반쪽입니다. 나머지 반쪽이 없어 읽을 수 없습니다.",
        "en": "{found} is half a character: its other half is missing.",
    },
    "json.lone-surrogate.mend": {
        "ko": "이 글자를 지우고 다시 입력하세요.",
        "en": "Remove the character and type it again.",
    },
    "json.byte-order-mark": {
        "ko": "텍스트가 보이지 않는 바이트 순서 표시(BOM)로 시작합니다.",
        "en": "The text begins with an invisible byte order mark.",
    },
    "json.byte-order-mark.mend": {
        "ko": "파일을 BOM 없는 UTF-8로 저장하세요.",
        "en": "Save the file as UTF-8 without a byte order mark.",
    },
    "json.odd-space": {
        "ko": "보통 공백이 아닌 문자가 있습니다: {found}",
        "en": "This is not an ordinary space but the character {found}.",
    },
    "json.odd-space.mend": {
        "ko": "지우고 스페이스 키로 다시 띄우세요.",
        "en": "Delete it and type a space.",
    },
    "json.unexpected": {
        "ko": "이 자리에 올 수 없는 것이 있습니다: {found}",
        "en": "This does not belong here: {found}",
    },
    "json.unexpected.mend": {
        "ko": "정책은 중괄호로 시작하고, 이름과 값은 콜론으로, 항목은 쉼표로 나눕니다.",
        "en": "A policy begins with a curly brace; a colon stands between name and value, a comma between items.",
    },
    "json.too-deep": {
        "ko": "괄호가 {limit}겹보다 깊습니다. 여기부터는 읽지 않습니다.",
        "en": "Brackets are nested more than {limit} deep; nothing is read from here on.",
    },
    "json.too-deep.mend": {
        "ko": "정책에는 일곱 겹이면 충분합니다. 괄호를 줄이세요.",
        "en": "A policy needs seven levels at most: remove brackets.",
    },
    "json.too-many": {
        "ko": "고칠 곳이 {limit}개가 넘습니다. 앞의 것부터 고치세요.",
        "en": "There are more than {limit} mistakes; begin with the first ones.",
    },
    "json.too-many.mend": {
        "ko": "JSON이 아닌 텍스트를 붙여 넣지 않았는지 보세요.",
        "en": "Check that what was pasted is JSON at all.",
    },
}
