"""What the reader says, in Korean and English: each finding by its code, and how to mend it under ``<code>.mend``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Messages = Mapping[str, Mapping[str, str]]

_JSON: Final[Messages] = {
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

_STRUCTURE: Final[Messages] = {
    "policy.not-an-object": {
        "ko": "정책은 중괄호로 묶은 객체여야 합니다.",
        "en": "A policy must be an object in curly braces.",
    },
    "policy.not-an-object.mend": {
        "ko": "전체를 중괄호로 묶고 Version과 Statement를 적으세요.",
        "en": "Put curly braces around it, with Version and Statement inside.",
    },
    "policy.unknown-element": {
        "ko": "{name:이라는} 정책 요소는 없습니다.",
        "en": "There is no policy element {name}.",
    },
    "policy.unknown-element.mend": {
        "ko": "이 이름을 지우거나, 정책 언어의 요소로 바꾸세요.",
        "en": "Remove it, or replace it with an element of the policy language.",
    },
    "policy.unknown-element-near": {
        "ko": "{name:이라는} 정책 요소는 없습니다. {suggestion:을} 뜻한 것 같습니다.",
        "en": "There is no policy element {name}; {suggestion} is probably meant.",
    },
    "policy.unknown-element-near.mend": {
        "ko": "요소 이름은 대소문자까지 맞아야 합니다.",
        "en": "The name of an element must be exact, upper and lower case included.",
    },
    "policy.belongs-to-policy": {
        "ko": "{name:은} 문이 아니라 정책의 바깥쪽에 적습니다.",
        "en": "{name} belongs to the policy itself, not to a statement.",
    },
    "policy.belongs-to-policy.mend": {
        "ko": "Statement와 나란한 자리로 옮기세요.",
        "en": "Move it up to the level of Statement.",
    },
    "policy.belongs-to-statement": {
        "ko": "{name:은} 문 안에 적어야 합니다.",
        "en": "{name} must stand inside a statement.",
    },
    "policy.belongs-to-statement.mend": {
        "ko": "Statement 목록의 중괄호 안으로 옮기세요.",
        "en": "Move it into the curly braces of a statement, in the Statement list.",
    },
    "policy.missing-statement": {
        "ko": "정책에는 문(Statement)이 하나 이상 있어야 합니다.",
        "en": "A policy must have at least one statement.",
    },
    "policy.missing-statement.mend": {
        "ko": "Statement에 Effect와 Action이 있는 문을 적으세요.",
        "en": "Add Statement with a statement that has an Effect and an Action.",
    },
    "policy.missing-effect": {
        "ko": "이 문에는 Effect가 없습니다. Allow나 Deny를 적어야 합니다.",
        "en": "This statement has no Effect: it must say Allow or Deny.",
    },
    "policy.missing-effect.mend": {
        "ko": "Effect를 적으세요. 기본값은 없습니다.",
        "en": "Add an Effect; there is no default.",
    },
    "policy.missing-action": {
        "ko": "이 문에는 Action이나 NotAction이 없습니다.",
        "en": "This statement has neither Action nor NotAction.",
    },
    "policy.missing-action.mend": {
        "ko": "무엇을 허용하거나 거부하는지 Action에 적으세요.",
        "en": "Say in Action what is allowed or denied.",
    },
    "policy.missing-resource": {
        "ko": "이 문에는 Resource나 NotResource가 없습니다.",
        "en": "This statement has neither Resource nor NotResource.",
    },
    "policy.missing-resource.mend": {
        "ko": "대상의 ARN을 Resource에 적으세요. 모든 리소스라면 별표(*) 하나를 적습니다.",
        "en": "Write the ARN of what it is about in Resource; an asterisk stands for every resource.",
    },
    "policy.missing-principal": {
        "ko": "이 문에는 Principal이나 NotPrincipal이 없습니다. 이런 정책은 누구에 관한 것인지 밝혀야 합니다.",
        "en": "This statement has neither Principal nor NotPrincipal: a policy of this kind must say whom it is about.",
    },
    "policy.missing-principal.mend": {
        "ko": "Principal에 계정, 사용자, 역할 또는 서비스를 적으세요.",
        "en": "Name an account, user, role or service in Principal.",
    },
    "policy.both-action-and-not-action": {
        "ko": "한 문에 Action과 NotAction을 함께 쓸 수 없습니다.",
        "en": "A statement cannot have both Action and NotAction.",
    },
    "policy.both-action-and-not-action.mend": {
        "ko": "하나를 지우거나 문을 나누세요.",
        "en": "Remove one of them, or split the statement in two.",
    },
    "policy.both-resource-and-not-resource": {
        "ko": "한 문에 Resource와 NotResource를 함께 쓸 수 없습니다.",
        "en": "A statement cannot have both Resource and NotResource.",
    },
    "policy.both-resource-and-not-resource.mend": {
        "ko": "하나를 지우거나 문을 나누세요.",
        "en": "Remove one of them, or split the statement in two.",
    },
    "policy.both-principal-and-not-principal": {
        "ko": "한 문에 Principal과 NotPrincipal을 함께 쓸 수 없습니다.",
        "en": "A statement cannot have both Principal and NotPrincipal.",
    },
    "policy.both-principal-and-not-principal.mend": {
        "ko": "하나를 지우거나 문을 나누세요.",
        "en": "Remove one of them, or split the statement in two.",
    },
    "policy.resource-not-allowed": {
        "ko": "신뢰 정책에는 {name:을} 쓸 수 없습니다. 대상은 언제나 역할 자신입니다.",
        "en": "A trust policy must not have {name}: it is always about the role itself.",
    },
    "policy.resource-not-allowed.mend": {
        "ko": "이 요소를 지우세요. AWS는 이때 'Has prohibited field Resource'라고 답합니다.",
        "en": "Remove the element; AWS answers 'Has prohibited field Resource'.",
    },
    "policy.principal-not-allowed": {
        "ko": "이 종류의 정책에는 {name:을} 쓸 수 없습니다. 보안 주체는 정책을 어디에 연결하는지로 정해집니다.",
        "en": "A policy of this kind must not have {name}: whom it is about follows from where it is attached.",
    },
    "policy.principal-not-allowed.mend": {
        "ko": "이 요소를 지우세요. 리소스 기반 정책과 신뢰 정책에만 씁니다.",
        "en": "Remove it: only resource-based policies and trust policies name principals.",
    },
    "policy.wrong-type-string": {
        "ko": "{name:은} 문자열이어야 합니다. 지금은 {found}입니다.",
        "en": "{name} must be a string, not {found}.",
    },
    "policy.wrong-type-string.mend": {
        "ko": "값을 큰따옴표로 묶으세요.",
        "en": "Put the value in double quotation marks.",
    },
    "policy.wrong-type-strings": {
        "ko": "{name:은} 문자열이거나 문자열의 목록이어야 합니다. 지금은 {found}입니다.",
        "en": "{name} must be a string or a list of strings, not {found}.",
    },
    "policy.wrong-type-strings.mend": {
        "ko": "값을 큰따옴표로 묶고, 여럿이면 대괄호 안에 적으세요.",
        "en": "Put the value in double quotation marks, and several values in square brackets.",
    },
    "policy.wrong-type-item": {
        "ko": "{name} 목록의 항목은 문자열이어야 합니다. 지금은 {found}입니다.",
        "en": "Each item of {name} must be a string, not {found}.",
    },
    "policy.wrong-type-item.mend": {
        "ko": "항목을 하나씩 큰따옴표로 묶고, 목록 안에 목록을 넣지 마세요.",
        "en": "Put each item in double quotation marks, without a list inside the list.",
    },
    "policy.wrong-type-statement": {
        "ko": "문(Statement)은 중괄호로 묶은 객체여야 합니다. 지금은 {found}입니다.",
        "en": "A statement must be an object in curly braces, not {found}.",
    },
    "policy.wrong-type-statement.mend": {
        "ko": "문마다 중괄호로 묶고, 여럿이면 대괄호 안에 나란히 적으세요.",
        "en": "Put curly braces around each statement; several of them go into one pair of square brackets.",
    },
    "policy.empty-list": {
        "ko": "{name:이} 비어 있습니다. 값이 하나 이상 있어야 합니다.",
        "en": "{name} is empty: it needs at least one value.",
    },
    "policy.empty-list.mend": {
        "ko": "값을 적거나, 필요 없는 문이라면 지우세요.",
        "en": "Add a value, or remove the statement if it is not needed.",
    },
    "policy.characters": {
        "ko": "“{found}”{found:+은} IAM 정책에 쓸 수 없는 글자입니다. U+0020에서 U+00FF까지(영문, 숫자, 기호, 서유럽 문자)와 탭, 줄바꿈만 받습니다.",
        "en": "IAM does not take “{found}” in a policy: only U+0020 to U+00FF (Latin letters, digits, signs), tabs and line breaks.",
    },
    "policy.characters.mend": {
        "ko": "한글을 비롯한 다른 글자 대신 영문과 숫자로 적으세요.",
        "en": "Use Latin letters and digits instead of Hangul and other scripts.",
    },
}

_VALUES: Final[Messages] = {
    "policy.no-version": {
        "ko": "Version이 없습니다. 그러면 2008-10-17로 읽혀 정책 변수가 동작하지 않습니다.",
        "en": "There is no Version: AWS then takes 2008-10-17, in which policy variables do nothing.",
    },
    "policy.no-version.mend": {
        "ko": "Version에 2012-10-17을 적으세요.",
        "en": "Add a Version of 2012-10-17.",
    },
    "policy.bad-version": {
        "ko": "Version은 2012-10-17이나 2008-10-17이어야 합니다. {found:은} 없는 버전입니다.",
        "en": "Version must be 2012-10-17 or 2008-10-17; there is no {found}.",
    },
    "policy.bad-version.mend": {
        "ko": "Version은 작성한 날짜가 아니라 정책 언어의 버전입니다. 2012-10-17로 두세요.",
        "en": "Version is the version of the language and not the date of writing: leave it at 2012-10-17.",
    },
    "policy.duplicate-sid": {
        "ko": "Sid {sid:이} {line}번째 줄에 이미 있습니다. 한 정책 안에서는 Sid를 서로 다르게 적으세요.",
        "en": "The Sid {sid} is already used on line {line}; give each statement of a policy its own.",
    },
    "policy.duplicate-sid.mend": {
        "ko": "둘 중 하나의 Sid를 바꾸거나 지우세요.",
        "en": "Change one of the two Sids, or leave it out.",
    },
    "policy.bad-sid": {
        "ko": "Sid에는 영문자와 숫자만 쓸 수 있습니다: {sid}",
        "en": "A Sid takes only letters A to Z and digits: {sid}",
    },
    "policy.bad-sid.mend": {
        "ko": "공백, 하이픈, 한글을 빼고 붙여 쓰세요. 예: AllowReadReports",
        "en": "Leave out spaces, hyphens and other signs, as in AllowReadReports.",
    },
    "policy.bad-effect": {
        "ko": "Effect는 Allow나 Deny여야 합니다. 지금은 {found}입니다.",
        "en": "Effect must be Allow or Deny, not {found}.",
    },
    "policy.bad-effect.mend": {
        "ko": "Allow나 Deny 가운데 하나를 적으세요.",
        "en": "Write one of Allow and Deny.",
    },
    "policy.bad-effect-near": {
        "ko": "Effect는 {found:이} 아니라 {suggestion:이라고} 적어야 합니다.",
        "en": "Effect must be written {suggestion}, not {found}.",
    },
    "policy.bad-effect-near.mend": {
        "ko": "Allow와 Deny는 대소문자까지 맞아야 합니다.",
        "en": "Allow and Deny must be exact, upper and lower case included.",
    },
    "policy.bad-action": {
        "ko": "작업은 '서비스:작업' 꼴로 적어야 합니다: {found}",
        "en": "An action is written as service:action, which this is not: {found}",
    },
    "policy.bad-action.mend": {
        "ko": "예: s3:GetObject, s3:Get*. 모든 작업은 별표(*) 하나로 적습니다.",
        "en": "For example s3:GetObject or s3:Get*; a single asterisk stands for every action.",
    },
    "policy.wrong-type-principal": {
        "ko": '{name:은} "*"이거나, AWS나 Service 같은 유형을 적은 객체여야 합니다. 지금은 {found}입니다.',
        "en": '{name} must be "*" or an object with a type such as AWS or Service, not {found}.',
    },
    "policy.wrong-type-principal.mend": {
        "ko": "ARN이나 계정이라면 중괄호 안에서 AWS라는 이름의 값으로 적으세요.",
        "en": "Put an ARN or account in curly braces, as the value of AWS.",
    },
    "policy.empty-principal": {
        "ko": "{name:이} 비어 있습니다. 누구인지 적어야 합니다.",
        "en": "{name} is empty: it must name someone.",
    },
    "policy.empty-principal.mend": {
        "ko": "AWS, Service, Federated 가운데 맞는 유형과 값을 적으세요.",
        "en": "Add a type (AWS, Service, Federated) with its value.",
    },
    "policy.bad-principal": {
        "ko": "{name:이라는} 보안 주체 유형은 없습니다. AWS, Service, Federated, CanonicalUser 가운데 하나여야 합니다.",
        "en": "There is no principal type {name}: it must be AWS, Service, Federated or CanonicalUser.",
    },
    "policy.bad-principal.mend": {
        "ko": "사용자, 역할, 계정은 모두 AWS 유형입니다.",
        "en": "Users, roles and accounts are all of type AWS.",
    },
    "policy.bad-principal-near": {
        "ko": "{name:이라는} 보안 주체 유형은 없습니다. {suggestion:을} 뜻한 것 같습니다.",
        "en": "There is no principal type {name}; {suggestion} is probably meant.",
    },
    "policy.bad-principal-near.mend": {
        "ko": "유형 이름은 대소문자까지 맞아야 합니다.",
        "en": "The name of a type must be exact, upper and lower case included.",
    },
    "policy.not-principal-allow": {
        "ko": "AWS는 NotPrincipal을 Allow와 함께 쓰는 것을 지원하지 않습니다.",
        "en": "AWS does not support NotPrincipal together with Allow.",
    },
    "policy.not-principal-allow.mend": {
        "ko": "허용할 보안 주체를 Principal에 적으세요.",
        "en": "Name those who are allowed in Principal.",
    },
    "policy.wrong-type-object": {
        "ko": "{name:은} 연산자를 적은 객체여야 합니다. 지금은 {found}입니다.",
        "en": "{name} must be an object that holds operators, not {found}.",
    },
    "policy.wrong-type-object.mend": {
        "ko": "중괄호 안에 연산자를, 그 안에 조건 키와 값을 적으세요.",
        "en": "Write the operator in curly braces, and inside it the condition key with its values.",
    },
    "policy.wrong-type-operator": {
        "ko": "연산자 {name} 안에는 조건 키와 값이 와야 합니다. 지금은 {found}입니다.",
        "en": "The operator {name} must hold condition keys with their values, not {found}.",
    },
    "policy.wrong-type-operator.mend": {
        "ko": "조건은 '연산자, 조건 키, 값'의 세 단계로 적습니다.",
        "en": "A condition has three levels: operator, condition key, values.",
    },
    "policy.wrong-type-value": {
        "ko": "조건 키 {name}의 값은 문자열, 숫자, true나 false여야 합니다. 지금은 {found}입니다.",
        "en": "The values of the condition key {name} must be strings, numbers, true or false, not {found}.",
    },
    "policy.wrong-type-value.mend": {
        "ko": "값이 여럿이면 하나의 목록에 나란히 적으세요.",
        "en": "Write several values side by side in one list.",
    },
    "policy.unknown-operator": {
        "ko": "{name:이라는} 조건 연산자는 없습니다.",
        "en": "There is no condition operator {name}.",
    },
    "policy.unknown-operator.mend": {
        "ko": "StringEquals, StringLike, ArnLike, Bool 같은 연산자를 쓰세요.",
        "en": "Use an operator such as StringEquals, StringLike, ArnLike or Bool.",
    },
    "policy.unknown-operator-near": {
        "ko": "{name:이라는} 조건 연산자는 없습니다. {suggestion:을} 뜻한 것 같습니다.",
        "en": "There is no condition operator {name}; {suggestion} is probably meant.",
    },
    "policy.unknown-operator-near.mend": {
        "ko": "연산자 이름을 제안된 대로 고치세요.",
        "en": "Correct the name of the operator as proposed.",
    },
    "policy.null-with-if-exists": {
        "ko": "Null에는 IfExists를 붙일 수 없습니다. Null이 이미 키가 있는지를 묻습니다.",
        "en": "Null takes no IfExists: it already asks whether the key is there.",
    },
    "policy.null-with-if-exists.mend": {
        "ko": "IfExists를 지우세요.",
        "en": "Remove IfExists.",
    },
}

MESSAGES: Final[Messages] = {**_JSON, **_STRUCTURE, **_VALUES}
"""Every message of the reader, by code."""
