"""What is to be done to one text: the rules that are on, and what its settings say that they go by."""

import datetime

import msgspec

from publisher.settings import Items, Normalise, Settings, SourceSettings


class Rules(msgspec.Struct, frozen=True):
    """The rules for one text.

    *on* says which are on; *language* is the one that the settings give the text, *expected* the bulletin's;
    *date* is the issue's, which lends a year to dates that have none; *embargo_said* tells whether the settings
    give the hour of publication, whatever the copy says. *items* is what parts its file into several texts.
    """

    on: Normalise = Normalise()
    language: str | None = None
    expected: str | None = None
    date: datetime.date | None = None
    embargo_said: bool = False
    items: Items | None = None

    def has(self, rule: str) -> bool:
        """Whether the rule (a key of ``[normalise]``) is on."""
        return bool(getattr(self.on, rule))


#: Every rule, and nothing said by settings.
ALL = Rules()


def rules_for(settings: Settings, name: str) -> Rules:
    """The rules for the text that *settings* know by *name*."""
    said = settings.source.get(name, SourceSettings())
    return Rules(
        settings.normalise,
        said.language,
        settings.language,
        settings.date,
        embargo_said=said.embargoed_until is not None,
        items=said.items,
    )
