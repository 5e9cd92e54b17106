"""A mail server, spoken to over TLS with its certificate checked (RFC 5321, 3207, 8314)."""

import re
import smtplib
import socket
import ssl
from typing import NamedTuple

from publisher.errors import MailError
from publisher.message.credentials import PASSWORD, USER, Login

#: Seconds that a server may take for an answer; after the text it may take longer (RFC 5321, 4.5.3.2).
PATIENCE, PATIENCE_AFTER_TEXT = 60, 600
#: Port for a line that is encrypted from its first byte on; on all others STARTTLS begins it.
IMPLICIT_TLS = 465
SUBMISSION = 587
#: Replies (RFC 5321, 4.3.2; RFC 4954, 6; RFC 1870, 6).
_GO_ON, _LOGIN_WANTED, _TOO_LARGE = 354, 530, 552
_DOT = re.compile(rb"(?m)^\.")
_PLACE = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]/@]+))(?::(\d{1,5}))?")


class Server(NamedTuple):
    """Where a server is."""

    host: str
    port: int


class Reply(NamedTuple):
    """What a server said of one address; 0 where the line broke before it said anything.

    *unheard* is a server that has the whole text and doesn't say whether it has taken it over (RFC 1047).
    """

    code: int
    words: str
    unheard: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether the server has taken the message over."""
        return 200 <= self.code < 300

    @property
    def is_for_now(self) -> bool:
        """Whether a later try may do better: greylisting, a full queue, a broken line."""
        return (self.code == 0 and not self.unheard) or 400 <= self.code < 500

    def __str__(self) -> str:
        return f"{self.code} {self.words}" if self.code else self.words


def server_at(given: str) -> Server:
    """The server that ``HOST[:PORT]`` names; a MailError where it names none."""
    found = _PLACE.fullmatch(given)
    port = int(found[3] or SUBMISSION) if found else 0
    if not found or not 0 < port < 65536:
        raise MailError(f"--smtp: “{given}” is no server", "write it like mail.example.org, or mail.example.org:465")
    return Server(found[1] or found[2], port)


class Session:
    """One line to a server, opened when it is needed and again after it broke."""

    def __init__(self, server: Server, login: Login | None) -> None:
        self._server = server
        self._login = login
        self._smtp: smtplib.SMTP | None = None

    def line(self) -> smtplib.SMTP:
        """The line, encrypted and logged in; a MailError says why there is none."""
        if self._smtp is None:
            self._smtp = self._opened()
        return self._smtp

    def close(self) -> None:
        """Takes leave of the server, if it still listens."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            try:
                smtp.quit()
            except (smtplib.SMTPException, OSError):
                smtp.close()

    def _opened(self) -> smtplib.SMTP:
        host, port = self._server
        context = ssl.create_default_context()
        smtp: smtplib.SMTP | None = None
        try:
            if port == IMPLICIT_TLS:
                smtp = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
            else:
                smtp = smtplib.SMTP(host, port, timeout=PATIENCE)
                smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
            if self._login:
                smtp.login(self._login.user, self._login.password)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            if smtp is not None:
                smtp.close()
            raise _failure(error, f"{host}:{port}") from None
        return smtp


def _failure(error: Exception, place: str) -> MailError:  # noqa: PLR0911 - one case a fault
    """The fault that kept a line from being opened, in words with a way out."""
    match error:
        case ssl.SSLCertVerificationError():
            why = f"the certificate of {place} can't be trusted: {error.verify_message}"
            return MailError(
                why, "check the server's name; if it has an authority of its own, name it by SSL_CERT_FILE"
            )
        case ssl.SSLError():
            return MailError(
                f"{place}: no encrypted line: {error.reason}", "port 465 speaks TLS at once, 587 by STARTTLS"
            )
        case socket.gaierror():
            return MailError(f"there is no server {place}: {error.strerror}", "check the name after --smtp")
        case TimeoutError():
            return MailError(f"{place} doesn't answer", "check the name, the port, and the firewall between")
        case smtplib.SMTPNotSupportedError():
            return MailError(f"{place}: {error}", "nothing is ever sent over an open line: ask for a port with TLS")
        case smtplib.SMTPAuthenticationError():
            return MailError(f"{place} refuses the login: {_words(error.smtp_error)}", "check name and password")
        case smtplib.SMTPResponseException():
            return MailError(
                f"{place} refuses: {error.smtp_code} {_words(error.smtp_error)}", "try later, or ask its keeper"
            )
        case _:
            return MailError(f"{place}: no line to the server: {error}", "check the name, the port, and the network")


def transmit(smtp: smtplib.SMTP, sender: str, addresses: tuple[str, ...], data: bytes) -> dict[str, Reply]:
    """Hands *data* over for *addresses*: what the server said of each.

    Raises smtplib.SMTPServerDisconnected or OSError where the line broke: the server has then not taken it over
    (RFC 5321, 4.2.5); and a MailError where it takes nothing without a login.
    """
    if refusal := _beforehand(smtp, (sender, *addresses), len(data)):
        return dict.fromkeys(addresses, refusal)
    options = [f"SIZE={len(data)}"] if smtp.has_extn("size") else []
    options += [] if "".join((sender, *addresses)).isascii() else ["SMTPUTF8"]
    greeted = _reply(*smtp.mail(sender, options))
    if greeted.code == _LOGIN_WANTED:
        raise MailError(
            f"the server wants a login: {greeted}", f"set {USER} and {PASSWORD} in the environment, or use the keyring"
        )
    if not greeted.is_sent:
        smtp.rset()
        return dict.fromkeys(addresses, greeted)
    replies = {address: _reply(*smtp.rcpt(address)) for address in addresses}
    taken = [address for address, reply in replies.items() if reply.is_sent]
    if not taken:
        smtp.rset()
        return replies
    return replies | dict.fromkeys(taken, _handed_over(smtp, data))


def _handed_over(smtp: smtplib.SMTP, data: bytes) -> Reply:
    """What the server says to the text, lines that begin with a dot doubled (RFC 5321, 4.5.2)."""
    begun = _reply(*smtp.docmd("DATA"))
    if begun.code != _GO_ON:
        smtp.rset()
        return begun
    smtp.send(_DOT.sub(b"..", data).removesuffix(b"\r\n") + b"\r\n.\r\n")
    return _answer(smtp)


def _answer(smtp: smtplib.SMTP) -> Reply:
    """What the server says when it has the whole text; it may take its time, or say nothing."""
    _wait(smtp, PATIENCE_AFTER_TEXT)
    try:
        said = _reply(*smtp.getreply())
    except smtplib.SMTPServerDisconnected as error:
        if not isinstance(error.__context__, TimeoutError):
            raise
        return Reply(0, "the server has the whole text and doesn't answer", unheard=True)
    _wait(smtp, PATIENCE)
    return said


def _wait(smtp: smtplib.SMTP, seconds: float) -> None:
    if smtp.sock is not None:
        smtp.sock.settimeout(seconds)


def _beforehand(smtp: smtplib.SMTP, addresses: tuple[str, ...], size: int) -> Reply | None:
    """The server's refusal that can be foreseen from what it announced (RFC 1870, RFC 6531)."""
    announced = smtp.esmtp_features.get("size", "")
    if announced.isdecimal() and 0 < int(announced) < size:
        return Reply(_TOO_LARGE, f"the message has {_size(size)}, the server takes {_size(int(announced))} at most")
    if not "".join(addresses).isascii() and not smtp.has_extn("smtputf8"):
        return Reply(553, "the server takes no addresses beyond ASCII")
    return None


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{number / 1000:.0f} kB"


def _reply(code: int, words: bytes) -> Reply:
    return Reply(code, _words(words))


def _words(said: bytes | str) -> str:
    """What a server said, in one line."""
    return " ".join((said.decode("utf-8", "replace") if isinstance(said, bytes) else said).split())
