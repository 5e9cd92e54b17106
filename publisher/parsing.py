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
