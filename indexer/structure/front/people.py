"""Who is named, and in which office? Councillors, and officers with their post, e-mail and telephone."""

from __future__ import annotations

import re

from indexer.model.document import Author

# Words of posts and bodies, which are never part of a person's name.
_OFFICE = frozenset(
    "academic adviser agency appointed area assistant associate board borough business cabinet chair chief child "
    "children childrens city clerk committee commissioner commissioning consultant coordinator co-ordinator corporate "
    "council county deputy designated director directorate education executive families family finance governance "
    "group head health independent interim joint lead leader leaving learning legal manager mayor member national "
    "nurse officer opposition panel partner partnership partnerships performance policy portfolio practitioner "
    "principal programme project protection quality safeguarding school schools scrutineer scrutiny secretary senior "
    "service services social statutory strategic strategy team trust vice virtual worker young youth".split()
)
# Nobody's name, post and addresses are longer, in characters; a longer text is a paragraph.
_LONGEST = 500
_HONORIFIC = r"(?:Mrs|Mr|Ms|Miss|Dr|Rev|Prof|Professor|Sir|Dame|Councillor|Cllr)\.?"
_EMAIL = re.compile(r"(?<![\w.+'’-])[\w.+'’-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\(?\+?\d(?:[\d ()-]{4,16})\d(?:\s*(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_CONTACT_WORD = re.compile(
    r"[☎✆📞✉🖂]|\b(?:tel(?:ephone)?|phone|mobile|e-?mail|email address|title|name|role|post|job title|contact)\b\.?"
    r"(?:\s+(?:no|number)\b\.?)?\s*[:.]?",
    re.IGNORECASE,
)
# "Director of Social WorkHead of Service": two lines that a conversion ran together.
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def councillor(text: str) -> re.Match[str] | None:
    """The first councillor named in ``text``: the match spans "Councillor A. Name" and no word of an office."""
    found = re.search(r"\b(?:Councillor|Cllr)\b\.?(?:\s+(?:Mrs|Mr|Ms|Miss|Dr)\b\.?)?", text)
    if found is None:
        return None
    end = found.end()
    while word := re.compile(r"\s+(?P<word>[A-Z][\w’'.-]*)").match(text, end):
        if _plain(word["word"]) in _OFFICE:
            break
        end = word.end()
        if word["word"].endswith(".") and len(word["word"]) > 2:
            break
    if end == found.end():
        return None
    return re.compile(re.escape(text[found.start() : end].rstrip("."))).search(text, found.start())


def is_name(text: str) -> bool:
    """Whether ``text`` is a person's name and nothing else: two to four capitalised words, none of an office."""
    words = re.sub(rf"^(?:{_HONORIFIC}\s+)+", "", text.strip()).split()
    return 1 < len(words) <= 4 and all(
        re.fullmatch(r"[A-Z](?:\.|[\w’'-]*[a-z])?", word) and _plain(word) not in _OFFICE for word in words
    )


def author(text: str) -> Author | None:
    """The officer in one line: "Name, Post, Tel: 01234 567890, E-mail: a@b.uk", or with the post before the name."""
    if len(text) > _LONGEST or councillor(text):
        return None
    email, phone, rest = contact(text)
    rest = rest.rstrip(" .")
    parts = [part.strip(" –-") for part in re.split(r"[,;|]|\s[–—-]\s|\t|\s\(", rest)]
    parts = [part for part in parts if part.strip(" .:()")]
    if len(parts) > 1 and is_name(parts[-1]) and _is_post(parts[0]):
        role = rest[: rest.rindex(parts[-1])].strip(" ,;|–—-.:").removeprefix("the ")
        return Author(name=parts[-1], role=first_role(role), email=email, phone=phone)
    if not parts or not is_name(parts[0]):
        return _run_together(rest, email, phone)
    role = rest[rest.index(parts[0]) + len(parts[0]) :].strip(" ,;|–—-.:")
    if role.startswith("(") and role.endswith(")") and role.count("(") == 1:
        role = role[1:-1]
    role = "" if role.startswith("with ") else first_role(role)
    return Author(name=parts[0], role=role or None, email=email, phone=phone)


def _run_together(text: str, email: str | None, phone: str | None) -> Author | None:
    """A name directly before the first word of an office: "Jo Bloggs Head of Service", "JO BLOGGS Head of Service"."""
    words = text.split()
    for count in (2, 3):
        name = " ".join(word.title() if word.isupper() else word for word in words[:count])
        if len(words) > count and is_name(name) and _plain(words[count]) in _OFFICE:
            role = " ".join(words[count:]).strip(" ,;–—-")
            return Author(name=name, role=first_role(role), email=email, phone=phone)
    return None


def before_names(text: str) -> list[str]:
    """``text`` cut before each further name that an office follows: "A. Bee, Head of X C. Dee, Manager of Y"."""
    cuts = [
        found.start()
        for found in re.finditer(r"\s(?=(?P<name>[A-Z][\w’'.-]*\s[A-Z][\w’'-]+),\s(?P<office>[A-Z][\w’'-]+))", text)
        if is_name(found["name"]) and _plain(found["office"]) in _OFFICE
    ]
    return [text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def contact(text: str) -> tuple[str | None, str | None, str]:
    """The e-mail address and telephone number in ``text``, and what is left of it."""
    email = _EMAIL.search(text)
    rest = _EMAIL.sub(" ", text)
    phone = _PHONE.search(rest)
    rest = _PHONE.sub(" ", rest) if phone else rest
    rest = _CONTACT_WORD.sub(" ", rest)
    rest = " ".join(re.sub(r"\(\s*\)?\s*$|\(\s*\)", " ", rest).split()).strip(" ,;|")
    if rest.count(")") > rest.count("("):
        rest = rest.removesuffix(")").rstrip(" ,;")
    return email[0] if email else None, _telephone(phone[0]) if phone else None, rest


def _is_post(text: str) -> bool:
    return any(_plain(word) in _OFFICE for word in text.split())


def _telephone(text: str) -> str:
    """The number without a bracket that has lost its partner."""
    return text.strip() if text.count("(") == text.count(")") else text.strip("() ")


def first_role(text: str) -> str:
    """The post as printed, up to where a second one or another sentence plainly begins."""
    return re.split(r"\.\s", _GLUED.split(text, maxsplit=1)[0], maxsplit=1)[0].strip()


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.strip(".,()")).casefold()
