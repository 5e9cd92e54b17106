"""Credits below a story: who helped, who edited, how it was made and sent."""

import regex

#: A longer paragraph is the story's own.
LONGEST = 240

_CREDIT = regex.compile(
    r"[\W_]*(?:(?:additional |further |with )?(?:assistance|contributions|files|reporting|writing|editing|"
    r"translation|"
    r"compiled|edited|translated|photo(?:graphy|s)?|graphics?)\b(?: (?:and|&) \w+)* (?:by|from)\b|"
    r".{0,160}\b(?:contributed|assisted|helped)\b.{0,30}\b(?:to|with|in|on)\b.{0,20}\b(?:this|the) "
    r"(?:report|story|article|dispatch|coverage)\b|\w+(?: \w+){0,2}(?: and \w+(?: \w+){0,2})? reported from [A-Z]|"
    r"(?:this|the) (?:story|article|report|item|text|version|dispatch)\b.{0,60}\b(?:was|is|has "
    r"been)\b.{0,40}\b(?:published|"
    r"generated|produced|updated|corrected|translated|edited|provided|created|written|compiled|reprinted|refiled|"
    r"republished|distributed)\b|\(?(?:c|©)\)?\s?\d{4}|source [A-Z].{0,80}|view source version on .{3,200}|"
    r"distributed by .{3,80}|original-content von: .{3,160}|"
    r"follow\b.{0,60}\b(?:on|at)\b.{0,20}(?:twitter|facebook|"
    r"instagram|telegram|http|@)|online:|on the (?:web|net):|more (?:from|on|AP)\b.{0,60}:|elements of this story|"
    r"(?:translators?|translated by|übersetzer(?:in)?|traducción|traduzione|переводчик|tradução|mitarbeit|"
    r"redaktion|bearbeitet|übersetzung|mit material|quelle|автор|редактор|перевод|при участии|source)\s?:|"
    r"подготовил[аи]?\b|(?:édité|rédigé|traduit|reportage)\b.{0,20}\bpar\b|"
    r"(?:con información|editado|reporte|traducido) (?:de|por)\b).{0,400}",
    regex.IGNORECASE | regex.DOTALL,
)
_BRACKETED_CREDIT = regex.compile(r"[(（\[][^()（）\[\]]{5,400}[)）\]]\W*")
_REPORTERS = regex.compile(
    r"(?i)reporting|writing|editing|edited|reported|compiled|translat|redaktion|bearbeit|édit|reportage|editado|"
    r"reporte|информац|редактор|автор|責任編集|編集|责任编辑|责编|编辑|翻訳|기자"
)


def is_credit(text: str) -> bool:
    """Whether *text* only says who made a story, and how."""
    bracketed = bool(_BRACKETED_CREDIT.fullmatch(text)) and bool(_REPORTERS.search(text))
    return bracketed or (len(text) <= LONGEST and bool(_CREDIT.fullmatch(text)))
