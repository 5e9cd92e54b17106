"""A desk that sends: a finished bulletin, an authority that it trusts, a login, a state folder of its own."""

from pathlib import Path

import pytest

from publisher.message import sending
from publisher.message.credentials import PASSWORD as PASSWORD_VARIABLE
from publisher.message.credentials import USER as USER_VARIABLE
from tests.message.bulletins import build
from tests.message.servers import PASSWORD, USER, Authority, authority


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("finished")
    build(made)
    return made


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, trusted: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk that trusts our authority, knows its login, and waits for nobody."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.path))
    monkeypatch.setenv(USER_VARIABLE, USER)
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    monkeypatch.setattr(sending, "WAITS", (0.001, 0.001))
