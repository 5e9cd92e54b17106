"""The login for a server: from the environment, or from the system's keyring."""

import pytest

from publisher.errors import MailError
from publisher.message.credentials import PASSWORD, USER, Login, login_for

keyring = pytest.importorskip("keyring", reason="keyring isn't installed (pip install keyring)")
SECRETS = {("publisher mail.example.org", "press"): "s3cret-word"}


class Ring(keyring.backend.KeyringBackend):  # type: ignore[misc,name-defined]
    """A keyring that a test has filled."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return SECRETS.get((service, username))

    def get_credential(self, service: str, username: str | None) -> object:
        names = [name for place, name in SECRETS if place == service and username in (None, name)]
        return keyring.credentials.SimpleCredential(names[0], SECRETS[service, names[0]]) if names else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


class Locked(Ring):
    """A keyring that nobody opens."""

    def get_credential(self, service: str, username: str | None) -> object:
        raise keyring.errors.KeyringLocked("locked")


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (USER, PASSWORD):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(keyring.core, "_keyring_backend", Ring())


def told(login: Login | None) -> tuple[str, str] | None:
    return (login.user, login.password) if login else None


def test_name_and_password_come_from_the_keyring() -> None:
    assert told(login_for("mail.example.org")) == ("press", "s3cret-word")
    assert login_for("other.example.org") is None


def test_the_password_of_a_name_in_the_environment_comes_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "press")
    assert told(login_for("mail.example.org")) == ("press", "s3cret-word")


def test_the_environment_goes_before_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "press")
    monkeypatch.setenv(PASSWORD, "another")
    assert told(login_for("mail.example.org")) == ("press", "another")


def test_a_name_that_the_keyring_does_not_know_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "somebody")
    with pytest.raises(MailError, match="no password for somebody") as error:
        login_for("mail.example.org")
    assert "keyring set" in (error.value.hint or "")


def test_a_locked_keyring_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", Locked())
    assert login_for("mail.example.org") is None


def test_a_login_never_shows_its_password() -> None:
    assert "s3cret-word" not in repr(login_for("mail.example.org"))
