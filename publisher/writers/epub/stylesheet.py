"""The book's style sheet: the theme's roles in em, its fonts, and what a small or a dark screen asks for."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from publisher.fonts import advances, face_of, families, metrics
from publisher.theme.css import SELECTORS, Medium, role_rules, string
from publisher.theme.loading import CONTRAST, contrast
from publisher.theme.tokens import Role, Theme
from publisher.writers.epub.typefaces import Setting, chosen
from publisher.writers.initials import initial_size
from publisher.writing import EAST_ASIAN_LANGUAGES, JOINED, JOINED_LANGUAGES, script_of

#: The lightest ground that reading systems call dark; on a darker one, light text stands out more.
DARK_GROUND = "#121212"
#: Width of a page's text, em: some 70 characters of the text face.
MEASURE = 33.0
#: Width of a title that is set on one line, em.
ONE_LINE = 7.5
#: Languages of scripts without an italic.
UPRIGHT = ("ar", "fa", "ur", "ps", "ug", "ckb", "sd", "he", "yi", "zh", "ja", "ko", "th", "lo", "km", "my")

_BASE = """
:root { color-scheme: light dark }
body { margin: 0 auto; padding: 1.35em 5%; overflow-wrap: break-word; widows: 2; orphans: 2 }
a { color: inherit }
hgroup { display: block }
strong, b, th, th p { font-weight: bold }
em, i, cite { font-style: italic }
sup, sub { font-size: .7em; line-height: 0 }
sup a { text-decoration: none }
.stamp { font-weight: bold; text-align: center; text-indent: 0; margin-bottom: 1.35em }
abbr { text-decoration: none }
.small-caps { font-variant-caps: small-caps }
.text > p, .note p { -webkit-hyphens: auto; hyphens: auto; hyphenate-limit-chars: 5 2 2 }
.text > p:first-child, .heading-1 + p, .heading-2 + p, .heading-3 + p, hr + p, .pull-quote + p { text-indent: 0 }
.text > :first-child { margin-top: 0 }
h1, h2, h3, h4, h5, h6, .kicker, .standfirst, .byline, .section-title, dt
    { page-break-after: avoid; break-after: avoid }
h1, h2, h3, h4, h5, h6, .cover-headline { text-wrap: balance }
blockquote, figure, ul, ol, dl, dd, li { margin: 0; padding: 0 }
ul { padding-inline-start: 1.2em } ol { padding-inline-start: 1.8em }
li p { margin-inline-start: 0 }
figure { margin: 1.35em 0; break-inside: avoid }
figure:empty { display: none }
img { max-width: 100%; height: auto }
figure img { display: block; margin: 0 auto .35em }
p img, dt img { max-height: 1.35em; width: auto; vertical-align: text-bottom }
hr { width: 20%; margin: 1.35em auto; border: 0; border-top: .5pt solid }
table { width: 100%; margin: 1.35em 0; border-collapse: collapse; border-top: 1pt solid; border-bottom: 1pt solid }
thead { border-bottom: .5pt solid } tfoot { border-top: .5pt solid }
th, td { padding: .2em .4em; text-align: start; vertical-align: top; overflow-wrap: anywhere }
th p, td p { text-align: inherit }
.align-center { text-align: center } .align-end { text-align: end }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
code { line-height: 1 } pre code { font-size: 1em; line-height: inherit }
.head { margin-bottom: 1.35em }
.head .standfirst { margin: .25em 0 } .head .byline { margin-top: .35em }
.section-title { padding-top: .5em }
.notes { margin-top: 2.7em; padding-top: .7em; border-top: .5pt solid }
.note p { font: inherit; font-feature-settings: inherit; text-align: inherit; text-indent: 0 }
.note-number { text-decoration: none }
.contents ol { list-style: none; padding: 0 }
.contents li { padding: .35em 0 }
.contents li li { padding-inline-start: 1.2em }
.contents a { text-decoration: none }
.contents .section-title { border: 0; margin: 0; padding: 0 }
.cover .logo { display: block; max-width: 50%; max-height: 6em; margin: 1.35em 0 }
.cover .folio { display: flex; flex-wrap: wrap; justify-content: space-between; padding: .5em 0 }
.cover .folio span:not(:last-child) { padding-inline-end: 1em }
.cover .cover-title { margin: .3em 0 }
.cover .cover-subtitle { margin-bottom: 1.35em }
.cover .lead { margin-top: 1.35em }
.cover .cover-headline { font-size: 1.7em; line-height: 1.15 }
.letterhead { display: flex; flex-wrap: wrap; align-items: flex-end; margin-bottom: 1.35em; padding-bottom: 1.35em;
    border-bottom: .75pt solid }
.heading-1 + .boilerplate, .heading-2 + .boilerplate, .heading-3 + .boilerplate { margin-top: 0 }
.letterhead .sent { flex: 1 1 12em }
.letterhead .logo { margin: 0; margin-inline-end: 1.35em; max-width: 30% }
.letterhead.two { align-items: flex-start; justify-content: center }
.letterhead.two .logo { margin: 0 1.35em }
.letterhead.two .sender, .letterhead.two .address { text-align: center }
.colophon p { padding-top: .7em }
"""
_SMALL = """
.headline { font-size: 1.9em }
.standfirst { font-size: 1.15em; line-height: 1.35 }
.pull-quote { font-size: 1.3em; line-height: 1.4 }
.cover .cover-headline { font-size: 1.4em }
"""


def style_sheet(fonts: Mapping[Setting, str], title: str, theme: Theme) -> str:
    """The whole style sheet; *fonts* maps each face in use to its file, *title* is the words on the cover."""
    used = {setting.family.name for setting in fonts}

    def stack(theme: Theme, role: Role, language: str = "") -> str:
        names = dict.fromkeys(theme.family[key].name for key in families(theme, role.family, language))
        return ", ".join((*(string(name) for name in names if name in used), theme.family[role.family].generic))

    body = theme.role.body
    return "\n".join(
        (
            _font_faces(fonts),
            role_rules(theme, Medium.READING, stack),
            f"body {{ max-width: {MEASURE:g}em; line-height: {body.relative_leading:.4g};"
            f" font-family: {stack(theme, body)} }}",
            *_language_rules(fonts, theme, stack),
            _BASE.strip(),
            f".cover .cover-headline {{ font-family: {stack(theme, theme.role.headline)} }}",
            _cover_title(title, theme),
            _rules(theme),
            _lists(theme),
            _initial(theme, stack(theme, theme.role.headline)) if theme.form.initial else "",
            _small_rules(theme),
            _joined_rules(fonts),
            _upright_rules(),
            _dark_rules(theme),
        )
    )


def _font_faces(fonts: Mapping[Setting, str]) -> str:
    return "\n".join(
        f"@font-face {{ font-family: {string(setting.family.name)}; font-weight: {setting.face.weight};"
        f" font-style: {setting.face.style}; src: url({file}) }}"
        for setting, file in fonts.items()
    )


def _language_rules(fonts: Iterable[Setting], theme: Theme, stack: Callable[[Theme, Role, str], str]) -> Iterator[str]:
    """Texts in an East Asian language are set in its own family, whatever characters they share with others."""
    scripts = {script for setting in fonts for script in setting.family.scripts}
    for tag in (tag for tag in EAST_ASIAN_LANGUAGES if script_of(tag) in scripts):
        chosen_: dict[str, list[str]] = {}
        for name, role in theme.roles().items():
            chosen_.setdefault(role.family, []).extend(f"{part}:lang({tag})" for part in SELECTORS[name].split(", "))
        # No small kana and no mark of length begins a line (JLREQ, 3.1.7).
        yield f":lang({tag}) {{ line-break: strict }}"
        chosen_[theme.role.body.family] += [f"body:lang({tag})", f"span:lang({tag})"]
        for name, selectors in chosen_.items():
            role = next(role for role in theme.roles().values() if role.family == name)
            yield f"{', '.join(selectors)} {{ font-family: {stack(theme, role, tag)} }}"


def _joined_rules(fonts: Iterable[Setting]) -> str:
    """No letter-space in joined letters, and more room for the marks above and below them."""
    if not any(JOINED.intersection(setting.family.scripts) for setting in fonts):
        return ""

    def among(selector: str) -> str:
        return ", ".join(f"{selector}:lang({tag})" for tag in JOINED_LANGUAGES)

    display = f"{among('.headline')}, {among('.cover .cover-title')}"
    return f"{among('')} {{ letter-spacing: normal }}\n{display} {{ line-height: 1.4 }}"


def _upright_rules() -> str:
    """Letters that have no italic aren't slanted by a machine, but where single words are stressed."""
    tags = ", ".join(f":lang({tag})" for tag in UPRIGHT)
    return f"{tags} {{ font-synthesis: weight }}\n:root em, :root i, :root cite {{ font-synthesis: weight style }}"


def _cover_title(title: str, theme: Theme) -> str:
    """The title's size on the cover: the role's, or what its longest word leaves on the screen."""
    role = theme.role.cover_title
    widths = advances(chosen(theme.family[role.family], role.weight == "bold", role.italic).path)
    words = [sum(widths.get(ord(c), 1.0) for c in word) for word in title.split()]
    # A short title stands on one line, as a masthead does.
    whole = sum(words) + 0.25 * len(words)
    word = whole if whole <= ONE_LINE else max(words, default=1.0)
    size = min(role.size / theme.role.body.size, MEASURE / word)
    # Old reading systems know no min(): they get what fits the narrowest screen, 16 em wide.
    return (
        f".cover .cover-title {{ font-size: {min(size, 16 / word):.3g}em;"
        f" font-size: min({size:.3g}em, {88 / word:.3g}vw) }}"
    )


def _rules(theme: Theme) -> str:
    """Thin companions of the rule over the folio line; a theme without that one has none."""
    if not theme.role.folio.rule:
        return ""
    return ".cover .folio { border-bottom: .5pt solid }\n.cover .lead { padding-top: .9em; border-top: .5pt solid }"


def _lists(theme: Theme) -> str:
    """Where paragraphs stand apart, so do lists from what follows them."""
    body = theme.role.body
    after = body.after * theme.page.baseline / body.size
    return f".text > ul, .text > ol, .text > dl {{ margin-bottom: {after:.4g}em }}" if after else ""


def _initial(theme: Theme, stack: str) -> str:
    """The first letter of a text as a float, its baseline on that of the last line it is deep."""
    role, body, lines = theme.role.headline, theme.role.body, theme.form.initial
    size, line = initial_size(theme), body.leading
    face, text = metrics(face_of(role, theme)), metrics(face_of(body, theme))
    # Where a line's baseline is, counted from its top: half of what its height leaves, and the ascent.
    wanted = (lines - 1) * line + line / 2 + (text.ascent - text.descent) / 2 * body.size
    natural = lines * line / 2 + (face.ascent - face.descent) / 2 * size
    return (
        f".initial {{ float: left; font: {role.weight} {size / body.size:.4g}em/{lines * line / size:.4g}"
        f" {stack}; margin: {(wanted - natural) / size:.3f}em .05em 0 0;"
        " letter-spacing: 0; text-transform: none }"
    )


def _small_rules(theme: Theme) -> str:
    """What a narrow screen asks for: smaller display type, and ragged lines where few words share one."""
    justified = ", ".join(SELECTORS[name] for name, role in theme.roles().items() if role.align == "justify")
    ragged = f"{justified} {{ text-align: start }}\n" if justified else ""
    return f"@media (max-width: 30em) {{{_SMALL}{ragged}}}"


def _dark_rules(theme: Theme) -> str:
    rules = (
        f"{SELECTORS[name]} {{ color: {lightened(theme.colour[role.colour].rgb)} }}"
        for name, role in theme.roles().items()
        if role.colour != "ink"
    )
    return "@media (prefers-color-scheme: dark) {\n" + "\n".join(rules) + "\n}\n"


def lightened(rgb: str) -> str:
    """``#rrggbb`` mixed with as little white as gives it enough contrast on every dark ground."""
    channels = [int(rgb[place : place + 2], 16) for place in (1, 3, 5)]
    for white in range(101):
        mixed = "".join(f"{round(channel + (255 - channel) * white / 100):02x}" for channel in channels)
        if contrast(f"#{mixed}", DARK_GROUND) >= CONTRAST:
            return f"#{mixed}"
    return "#ffffff"
