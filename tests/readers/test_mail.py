"""E-mails, and pages that a browser or Word saved as one file."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage

import person
import pytest

from skillgap.readers import read_bytes

DEED = "Kept the café's books in Excel, and so on for long"
TEXT = f"EXPERIENCE\n\nAnalyst, Telvora, 2019 - 2021\n* {DEED}\n"
PAGE = "<html><body><h2>Experience</h2><p>Analyst, Café Telvora, 2019 – 2021</p></body></html>"


def letter(*, page: bool = False, coding: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ana Lima <ana@example.com>"
    message["Subject"] = "Application"
    message.set_content(TEXT, charset=coding, cte="quoted-printable")
    if page:
        message.add_alternative(PAGE, subtype="html", charset=coding)
    return message


@pytest.mark.parametrize("coding", ["utf-8", "iso-8859-1"])
def test_the_text_of_a_mail(coding: str) -> None:
    data = bytes(letter(coding=coding))
    document = read_bytes(data, "application.eml")
    assert document.text.split("\n") == [
        "EXPERIENCE",
        "Analyst, Telvora, 2019 - 2021",
        DEED,
    ]
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.format == "text" and not document.warnings[1:]


def test_its_page_rather_than_its_text() -> None:
    document = read_bytes(bytes(letter(page=True)).replace(b"\n", b"\r\n"), "application.eml")
    assert document.format == "html"
    assert document.text == "Experience\nAnalyst, Café Telvora, 2019 – 2021"


@pytest.mark.parametrize("name", ["pdf", "docx", "rtf"])
def test_a_document_that_is_attached(name: str) -> None:
    message = letter(page=True)
    data = person.FORMATS[name]()
    message.add_attachment(
        data, maintype="application", subtype="octet-stream", filename=f"a.{name}"
    )
    document = read_bytes(bytes(message), "application.eml")
    assert document.format == name
    assert document.text == read_bytes(data, f"a.{name}").text


def test_a_page_saved_with_its_pictures() -> None:
    quoted = PAGE.replace("=", "=3D").replace("é", "=C3=A9").replace("–", "=E2=80=93")
    saved = (
        "From: <Saved by a browser>\r\nSubject: CV\r\nMIME-Version: 1.0\r\nContent-Type:"
        ' multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"\r\n\r\n'
        "----x--\r\nContent-Type: text/html\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{quoted}\r\n----x--\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----x----\r\n"
    )
    document = read_bytes(saved.encode(), "cv.mht")
    assert document.text == "Experience\nAnalyst, Café Telvora, 2019 – 2021"


def test_what_begins_like_a_mail_is_none() -> None:
    text = b"Name: Ana Lima\nEmail: ana@example.com\n\nContent-Type: a word of this resume\n"
    assert "Name: Ana Lima" in read_bytes(text, "cv.txt").text
