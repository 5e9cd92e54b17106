"""CSS inside a drawing."""

import pytest

from publisher.cleaning.stylesheet import clean_css

PLAIN = ".a { fill: #f00; stroke-width: 2px } #b > rect { fill: url(#grad) }"


def test_plain_rules_stay() -> None:
    assert clean_css(PLAIN) == PLAIN


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("@import 'x.css'; .a{fill:red}", " .a{fill:red}"),
        ("@import url(//x.example/x.css) screen;.a{fill:red}", ".a{fill:red}"),
        ("/* x */.a{fill:red}/* never closed", ".a{fill:red}"),
        (".a{fill:url('http://x.example')}", ".a{fill:none}"),
        ('.a{fill:url( "#g" )}', '.a{fill:url( "#g" )}'),
        (".a{fill:url(data:image/png;base64,xx)}", ".a{fill:none}"),
        ("@font-face{font-family:x;src:url(x.woff)}.a{fill:red}", ".a{fill:red}"),
        (".a{fill:url(http://x.example", ".a{fill:none"),
    ],
)
def test_what_leads_outside_goes_and_the_rest_stays(css: str, left: str) -> None:
    assert clean_css(css) == left


@pytest.mark.parametrize(
    "css",
    [
        ".a{fill:u\\72l(http://x.example)}",
        "@\\69mport 'x'",
        "@media print { .a{fill:red} }",
        ".a{background:image-set('x.png' 1x)}",
        ".a{width:expression(alert(1))}",
        ".a{-moz-binding:none}",
        "@im/* */port 'x'",
    ],
)
def test_what_cannot_be_told_for_certain_goes_with_the_whole(css: str) -> None:
    assert clean_css(css) == ""


@pytest.mark.parametrize("piece", ["/*", "url(", "@import ", "@font-face{", "@font-face  "])
def test_noise_takes_no_time(piece: str) -> None:
    clean_css(piece * 50_000)
