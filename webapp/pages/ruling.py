"""How does a person who may say what came of a commitment? Signing in, deciding, signing out."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from indexer.errors import NotFoundError
from indexer.model.commitment_json import commitment_url
from indexer.model.register import Entry, Ruling, RulingKind, Status
from webapp import context, deciding
from webapp.pages.commitments import page_of
from webapp.params import Mistake, clean

pages = Blueprint("ruling", __name__)

LONGEST_NAME, LONGEST_NOTE = 80, 500  # letters
_SEE_OTHER = 303


class _MistakenError(Exception):
    """What is wrong with what was sent, and where it stands in the form."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.mistake = Mistake(parameter=parameter, given=request.form.get(parameter, ""), message=message)


@pages.get("/sign-in")
def ask() -> Response:
    return _form(())


@pages.post("/sign-in")
def sign_in() -> AnyResponse:
    deciding.check_token()
    name = clean(request.form.get("name", ""))
    mistakes = []
    if not name or len(name) > LONGEST_NAME:
        message = f"Give your name, in {LONGEST_NAME} letters at most: it stands beside what you decide."
        mistakes.append(Mistake(parameter="name", given=name, message=message))
    elif not deciding.sign_in(name, request.form.get("passphrase", "")):
        mistakes.append(Mistake(parameter="passphrase", given="", message="This is not the passphrase: try again."))
    if mistakes:
        return _form(mistakes)
    commitment = clean(request.form.get("commitment", ""))
    return redirect(commitment_url(commitment) if commitment else "/commitments", code=_SEE_OTHER)


@pages.post("/sign-out")
def sign_out() -> AnyResponse:
    deciding.check_token()
    deciding.sign_out()
    return redirect("/commitments", code=_SEE_OTHER)


@pages.post("/commitments/<commitment>/decide")
def decide(commitment: str) -> AnyResponse:
    """Writes down what was decided, and leads back to the commitment."""
    name = deciding.who()
    deciding.check_token()
    register = context.catalogue().register
    entry = register.entry(commitment, context.this_day())
    try:
        register.decide(_ruling(entry, name))
    except _MistakenError as error:
        return make_response(page_of(entry, (error.mistake,)), 400)
    return redirect(f"{commitment_url(entry.commitment.id)}#history", code=_SEE_OTHER)


def _form(mistakes: list[Mistake] | tuple[()]) -> Response:
    page = render_template(
        "sign_in.html",
        mistakes=mistakes,
        name=clean(request.form.get("name", "")),
        commitment=clean(request.values.get("commitment", "")),
        notice=context.catalogue().notice(),
    )
    return make_response(page, 400 if mistakes else 200)


def _ruling(entry: Entry, name: str) -> Ruling:
    """What was sent; raises ``_MistakenError`` where a part of it cannot be used."""
    note = clean(request.form.get("note", ""))
    if len(note) > LONGEST_NOTE:
        raise _MistakenError("note", f"The note is too long: write {LONGEST_NOTE} letters at most.")
    kind, status = _said()
    evidence = _evidence()
    if evidence is None and status not in {None, Status.STATED}:
        raise _MistakenError(
            "address", "Give the address of the paragraph that reports it: what is confirmed is shown with it."
        )
    return Ruling(
        commitment=entry.commitment.id,
        quote=entry.commitment.quote,
        kind=kind,
        when=deciding.moment(),
        who=name,
        status=status,
        document=evidence[0] if evidence else None,
        anchor=evidence[1] if evidence else None,
        note=note,
    )


def _said() -> tuple[RulingKind, Status | None]:
    """What was chosen: "confirm", "dismiss", or a status."""
    said = request.form.get("said", "")
    if said in {RulingKind.CONFIRM, RulingKind.DISMISS}:
        return RulingKind(said), None
    if said in set(Status):
        return RulingKind.STATUS, Status(said)
    raise _MistakenError("said", "Choose what you decide.")


def _evidence() -> tuple[str, str] | None:
    """The paragraph that it is about: of the papers there are, by its address or its two parts."""
    typed = clean(request.form.get("address", ""))
    document, _, anchor = typed.rpartition("/documents/")[2].partition("#")
    document = clean(request.form.get("document", "")) or document.partition("?")[0]
    anchor = clean(request.form.get("anchor", "")) or anchor
    if not document and not anchor:
        return None
    try:
        found, passage = context.catalogue().passage(document, anchor)
    except NotFoundError as error:
        message = (
            "There is no such paragraph: copy the address of its number in the paper, such as /documents/…#para-3.1."
        )
        raise _MistakenError("address", message) from error
    return found.id, passage.anchor
