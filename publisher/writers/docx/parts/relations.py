"""What a part of the document refers to outside itself: web addresses, pictures, fonts."""


class Relations:
    """The relationships of one part, whose name is *part*; each is made once.

    *links* is web address → identifier, *pictures* and *fonts* the part of each → identifier.
    """

    def __init__(self, part: str) -> None:
        self.part = part
        self.links: dict[str, str] = {}
        self.pictures: dict[str, str] = {}
        self.fonts: dict[str, str] = {}

    def link(self, address: str) -> str:
        """The identifier of the relationship that leads to *address*."""
        return self.links.setdefault(address, f"rId-link{len(self.links) + 1}")

    def picture(self, name: str) -> str:
        """The identifier of the relationship that leads to the picture in the part *name*."""
        return self.pictures.setdefault(name, f"rId-picture{len(self.pictures) + 1}")

    def font(self, name: str) -> str:
        """The identifier of the relationship that leads to the font in the part *name*."""
        return self.fonts.setdefault(name, f"rId-font{len(self.fonts) + 1}")
