"""XML from elsewhere, parsed so that nothing in it acts: no entity is filled in, no document type or address loaded."""

from lxml import etree


def xml_parser(recover: bool = False, bare: bool = False) -> etree.XMLParser:
    """A parser for one document of anybody's.

    With *recover* it goes on after faults, which its log has; a *bare* tree has no comments and instructions.
    Nesting and sizes beyond libxml2's own limits stay faults.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=bare,
        remove_pis=bare,
    )


def mended(data: bytes, bare: bool = False) -> tuple[etree._Element | None, list[etree._LogEntry]]:
    """(the root as far as there is one, the faults that ended or bent its reading).

    A prefix that nobody declared is none of them.
    """
    parser = xml_parser(recover=True, bare=bare)
    root: etree._Element | None
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # there is nothing to go on with
        root = None
    return root, [entry for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL]
