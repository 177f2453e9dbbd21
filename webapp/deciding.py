"""Who may decide on the site what came of a commitment, and is it really they who ask?

Off unless a passphrase is set. Whoever knows it signs in with their name; a signed cookie remembers that for a working
day. Without signing in nobody gets a cookie from any page but the form. Every form that changes something carries a
token that only the site's own pages know (OWASP, "Cross-Site Request Forgery Prevention", synchroniser token).
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections import deque
from datetime import datetime, timedelta
from typing import cast

from flask import Flask, Response, current_app, request, session
from werkzeug.exceptions import Forbidden, TooManyRequests

from indexer.errors import MattersError
from indexer.settings import Settings
from webapp import context

# Three or four words; a shorter passphrase can be guessed.
SHORTEST_PASSPHRASE = 12
SIGNED_IN_FOR = timedelta(hours=9)  # a working day
# Wrong passphrases from one address, and the time after which they are forgotten: nobody mistypes as often.
MOST_ATTEMPTS, FORGOTTEN_AFTER = 5, 15 * 60
_MOST_ADDRESSES = 10_000  # that are remembered: a few hundred bytes each
_WHO, _TOKEN = "who", "token"
_KEPT = "matters-deciding"


class Deciding:
    """The passphrase, the clock, and who tried it in vain."""

    def __init__(self, passphrase: str, now: context.Now) -> None:
        self.moment = now
        self._passphrase = passphrase.encode()
        self._wrong: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def is_right(self, typed: str, address: str) -> bool:
        """Whether this is the passphrase; raises ``TooManyRequests`` after too many wrong ones from ``address``."""
        with self._lock:
            wrong = self._remembered(address)
            if len(wrong) >= MOST_ATTEMPTS:
                raise TooManyRequests(retry_after=FORGOTTEN_AFTER)
            right = hmac.compare_digest(typed.encode(errors="replace"), self._passphrase)
            if not right:
                wrong.append(time.monotonic())
            return right

    def _remembered(self, address: str) -> deque[float]:
        """When the wrong passphrases from ``address`` came, as far as that is not long ago."""
        since = time.monotonic() - FORGOTTEN_AFTER
        wrong = self._wrong.pop(address, None) or deque()
        while wrong and wrong[0] < since:
            wrong.popleft()
        self._wrong[address] = wrong  # last, so that the first is who tried longest ago
        while len(self._wrong) > _MOST_ADDRESSES:
            self._wrong.pop(next(iter(self._wrong)))
        return wrong


def allow(app: Flask, settings: Settings, now: context.Now) -> None:
    """Lets those decide who know the passphrase; raises ``MattersError`` when that is too short."""
    passphrase = settings.passphrase or ""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise MattersError(f"MATTERS_PASSPHRASE is too short: write {SHORTEST_PASSPHRASE} letters or more.")
    https = (settings.base_url or "").startswith("https:")
    app.secret_key = settings.secret_key or secrets.token_hex(32)
    app.config.update(
        SESSION_COOKIE_NAME="__Host-matters" if https else "matters",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=SIGNED_IN_FOR,
    )
    app.extensions[_KEPT] = Deciding(passphrase, now)

    @app.after_request
    def keep_private(response: Response) -> Response:
        if session:
            response.headers["Cache-Control"] = "private, no-store"
        return response


def teach(app: Flask) -> None:
    """Lets templates know whether anybody may decide here, and who has signed in."""
    app.jinja_env.globals.update(may_decide=may_decide, signed_in=signed_in, form_token=token)


def may_decide() -> bool:
    """Whether anybody may, once signed in."""
    return _KEPT in current_app.extensions


def signed_in() -> str | None:
    """The name of the person who asks; ``None`` for everybody else."""
    return session.get(_WHO) if may_decide() else None


def sign_in(name: str, passphrase: str) -> bool:
    """Whether the passphrase is right; then ``name`` is signed in, with a new token."""
    if not _deciding().is_right(passphrase, request.remote_addr or ""):
        return False
    session.clear()
    session.permanent = True
    session[_WHO], session[_TOKEN] = name, secrets.token_urlsafe(32)
    return True


def sign_out() -> None:
    session.clear()


def token() -> str:
    """What a form must send back to be believed."""
    if _TOKEN not in session:
        session[_TOKEN] = secrets.token_urlsafe(32)
    return cast("str", session[_TOKEN])


def check_token() -> None:
    """Raises ``Forbidden`` unless the form that was sent came from a page of this site."""
    sent, known = request.form.get("token", ""), session.get(_TOKEN, "")
    if not known or not hmac.compare_digest(sent.encode(errors="replace"), known.encode()):
        raise Forbidden


def who() -> str:
    """The name of the person who asks; raises ``Forbidden`` for who has not signed in."""
    name = signed_in()
    if name is None:
        raise Forbidden
    return name


def moment() -> datetime:
    """The moment at which this request decides."""
    return _deciding().moment()


def _deciding() -> Deciding:
    return cast("Deciding", current_app.extensions[_KEPT])
