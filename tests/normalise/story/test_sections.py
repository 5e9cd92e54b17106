import pytest

from publisher.model import Role
from publisher.normalise.story.sections import Section, is_about, is_rights, is_terms, read_section


@pytest.mark.parametrize(
    "text",
    [
        "About Sample",
        "About my6sample",
        "Über Beispiel",
        "À propos de Exemple",
        "Acerca de Ejemplo",
        "Informazioni su Esempio",
        "Over Voorbeeld",
        "Om Eksempel",
        "O Samplu",
        "О Примере",
        "О компании",
        "Про Приклад",
        "Örnek Hakkında",
        "Үлгі туралы",
        "关于 Sample",
        "Sample について",
        "Σχετικά με το Sample",
        "حول المثال",
    ],
)
def test_knows_the_heading_about_somebody(text: str) -> None:
    assert is_about(text)
    assert read_section(text) == Section(Role.BOILERPLATE, is_heading=True)


@pytest.mark.parametrize(
    "text",
    [
        "About 200 people came",
        "About time",
        "About a bridge",
        "O tempo e a ponte do rio",
        "Over the river",
        "Bridge",
        "",
    ],
)
def test_knows_other_words_from_it(text: str) -> None:
    assert not is_about(text)


@pytest.mark.parametrize(
    "text",
    [
        "Contact",
        "Media contacts",
        "Pressekontakt",
        "Contact presse",
        "Контактная информация",
        "Контактна інформація",
        "İletişim bilgileri",
        "联系方式",
        "連絡先について",
        "Yhteystiedot",
        "Байланыс",
    ],
)
def test_knows_the_heading_of_contacts(text: str) -> None:
    assert read_section(text) == Section(Role.CONTACT, is_heading=True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("For more information, contact Jane Sample on +44 20 7946 0000.", Role.CONTACT),
        ("Media contact: Jane Sample", Role.CONTACT),
        ("Editor’s note: This story speaks of ice.", Role.EDITORS_NOTE),
        ("EDITOR'S NOTE _ Jane Sample writes for us.", Role.EDITORS_NOTE),
    ],
)
def test_knows_lines_that_say_it_all(text: str, role: Role) -> None:
    assert read_section(text) == Section(role, is_heading=False)


@pytest.mark.parametrize(
    "text", ["Notes to editors", "Hinweise für die Redaktionen", "Примечания для редакторов", "编者按"]
)
def test_knows_notes_to_editors(text: str) -> None:
    assert read_section(text) == Section(Role.EDITORS_NOTE, is_heading=True)


@pytest.mark.parametrize("text", ["", "The contact was lost.", "Kontaktlinsen", "It stands."])
def test_knows_nothing_else(text: str) -> None:
    assert read_section(text) is None


def test_knows_rights_and_terms() -> None:
    assert is_rights("Copyright 2024 The Sample. All rights reserved.")
    assert is_rights("© 2024 Sample")
    assert is_rights("Все права защищены")
    assert not is_rights("The copyright law was passed.")
    assert is_terms("This material may not be published, broadcast or redistributed.")
    assert is_terms("NO ARCHIVAL USE")
    assert is_terms("Перепечатка материалов разрешена только с согласия редакции")
    assert not is_terms("The law may be changed.")
