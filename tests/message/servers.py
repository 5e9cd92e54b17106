"""Mail servers on the loopback interface: real ones, with STARTTLS and a login, and ones that misbehave."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "press", "s3cret-word"


class Received(NamedTuple):
    """A message that a server has taken over."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes


class Box:
    """What a server keeps, and how it answers.

    *refused* for good, *later* as often as said, *drops* of the line, seconds of *silence* after a text it has taken.
    """

    def __init__(self, refused: tuple[str, ...] = (), later: dict[str, int] | None = None, drops: int = 0) -> None:
        self.received: list[Received] = []
        self.refused = refused
        self.later = dict(later or {})
        self.drops = drops
        self.data_refusal: str | None = None
        self.silence = 0.0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such box"
        if self.later.get(address, 0) > 0:
            self.later[address] -= 1
            return "451 4.7.1 greylisted, try later"
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.data_refusal:
            return self.data_refusal
        data = envelope.original_content
        assert isinstance(data, bytes)
        self.received.append(Received(str(envelope.mail_from), tuple(map(str, envelope.rcpt_tos)), data))
        await asyncio.sleep(self.silence)
        return "250 taken"

    def to(self) -> list[str]:
        """Everybody who has got something, once for each message."""
        return [address for message in self.received for address in message.recipients]


class _Dropping(SMTP):
    """Breaks the line in the middle of a text, as often as its box says."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        box = self.event_handler
        if box.drops > 0:
            box.drops -= 1
            await self.push("354 go on")
            await self._reader.read(100)
            assert isinstance(self.transport, asyncio.Transport)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def _authenticate(_: SMTP, __: Session, ___: Envelope, ____: str, data: LoginPassword) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)


class _Controller(Controller):
    """A controller of servers that may drop the line."""

    def factory(self) -> Any:
        return _Dropping(self.handler, **self.SMTP_kwargs)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Authority(NamedTuple):
    """An authority of our own, and where its certificate stands."""

    own: trustme.CA
    path: Path


def authority(folder: Path) -> Authority:
    made = trustme.CA()
    made.cert_pem.write_to_path(folder / "authority.pem")
    return Authority(made, folder / "authority.pem")


@contextmanager
def serving(box: Box, trusted: Authority, name: str = "localhost", tls: bool = True, **options: Any) -> Iterator[str]:
    """A running server that answers by *box*: ``localhost:PORT``, its certificate made out to *name*."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trusted.own.issue_cert(name).configure_cert(context)
    login: dict[str, Any] = (
        {"authenticator": _authenticate, "auth_required": True, "require_starttls": True} if tls else {}
    )
    port = free_port()
    controller = _Controller(
        box, hostname="127.0.0.1", port=port, tls_context=context if tls else None, **(login | options)
    )
    controller.start()
    try:
        yield f"localhost:{port}"
    finally:
        controller.stop()
