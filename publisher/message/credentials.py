"""Name and password for a mail server: from the environment or the system's keyring, never from a command or a file."""

import importlib
import importlib.util
import os
from typing import Any

from publisher.errors import MailError

USER, PASSWORD = "PUBLISHER_SMTP_USER", "PUBLISHER_SMTP_PASSWORD"


class Login:
    """A name and a password; the password is in no text that it gives of itself."""

    def __init__(self, user: str, password: str) -> None:
        self.user = user
        self.password = password

    def __repr__(self) -> str:
        return f"Login({self.user!r}, …)"


def login_for(host: str) -> Login | None:
    """The login for *host*, None where none is known; a MailError for a name without its password."""
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if user and password:
        return Login(user, password)
    found = _from_keyring(f"publisher {host}", user)
    if found is None and user:
        raise MailError(
            f"there is no password for {user} at {host}",
            f"set {PASSWORD} in the environment, or put it into the keyring: `keyring set 'publisher {host}' {user}`",
        )
    return found


def _from_keyring(service: str, user: str | None) -> Login | None:
    if importlib.util.find_spec("keyring") is None:
        return None
    keyring: Any = importlib.import_module("keyring")
    try:
        found = keyring.get_credential(service, user)
    except keyring.errors.KeyringError:
        return None
    return Login(found.username, found.password) if found else None
