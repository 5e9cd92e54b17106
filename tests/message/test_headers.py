"""Headers beyond ASCII: every blank of a subject or a name arrives, wherever the header is folded."""

import email
from email import policy
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from publisher.message.composition import POLICY

WORDS = st.sampled_from(
    "Вестник · № 7 вторник, 24 ноября 2026\u202fг. (UTC+05:00): Plain words “Ќ” Жаңалықтар — ünïcode".split(" ")  # noqa: SIM905
)
PHRASES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


def sent(name: str, value: object) -> bytes:
    message = EmailMessage(POLICY)
    message[name] = value
    data = message.as_bytes()
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78
    return data


@given(PHRASES)
def test_a_subject_arrives_as_it_was_written(subject: str) -> None:
    data = sent("Subject", subject)
    assert email.message_from_bytes(data, policy=policy.default)["Subject"] == subject


@given(PHRASES)
def test_a_name_arrives_as_it_was_written(name: str) -> None:
    data = sent("To", [Address(name, "a", "example.org"), Address("Doe, Jo", "b", "example.org")])
    # The library's parser of today adds blanks between two pieces of a name; its parser of old does as RFC 2047 says.
    header = email.message_from_bytes(data)["To"].replace("\r\n", "")
    shown = f'"{name}"' if name.isascii() and set(name) & set("(),:.") else name
    assert str(make_header(decode_header(header))).strip() == f'{shown} <a@example.org>, "Doe, Jo" <b@example.org>'
