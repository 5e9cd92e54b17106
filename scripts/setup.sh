#!/bin/sh
# Makes the Python environment that the Makefile's targets run in; a second run finds it made and says nothing.
#
#   sh scripts/setup.sh VENV LOCK [PYTHON]
#
# VENV is the folder to make, LOCK the requirements file to install, PYTHON the interpreter to make it with (without
# one: the newest of python3.14 to python3.11, else python3). Run it from the project's folder.
# Exit codes: 0 the environment is there, 1 it could not be made, 2 wrong use, 6 Python or a library is missing.
set -eu

if [ $# -lt 2 ]; then
    echo "Usage: sh scripts/setup.sh VENV LOCK [PYTHON]" >&2
    exit 2
fi
venv=$1
lock=$2
wanted=${3-}
here=$(pwd -P)
unfinished=$venv/.unfinished
log=$venv/set-up.log
filled=''

# Homebrew on Apple silicon keeps its libraries where the loader does not look by itself.
if [ -d /opt/homebrew/lib ]; then
    export DYLD_FALLBACK_LIBRARY_PATH="/opt/homebrew/lib:/usr/local/lib:/usr/lib"
fi

# fail EXIT-CODE ERROR HINT
fail() {
    printf 'error: %s\nhint: %s\n' "$2" "$3" >&2
    exit "$1"
}

# Prints the interpreter behind the name $1 if it is new enough. An environment's own Python leads back to the one it
# was made with: an activated .venv must not be what .venv is made from.
interpreter() {
    "$1" -I -c '
import sys
if sys.version_info >= (3, 11):
    print(getattr(sys, "_base_executable", sys.executable))
' 2>/dev/null || true
}

# Prints the newest interpreter to be had, or the one asked for.
find_python() {
    for name in ${wanted:-python3.14 python3.13 python3.12 python3.11 python3}; do
        found=$(interpreter "$name")
        if [ -n "$found" ]; then
            echo "$found"
            return
        fi
    done
    if [ -n "$wanted" ]; then
        problem="$wanted is no Python 3.11 or newer on this machine."
    else
        problem="There is no Python 3.11 or newer on this machine."
    fi
    fail 6 "$problem" "install one, then run make again (make PYTHON=/path/to/python3 takes one that is elsewhere).
      Debian 12, Ubuntu 24.04:  sudo apt-get install python3 python3-venv
      Ubuntu 22.04:             sudo apt-get install python3.11 python3.11-venv
      Fedora:                   sudo dnf install python3
      Alpine:                   sudo apk add python3
      macOS:                    brew install python"
}

# Prints what an environment with the lock $1 is made from: its place, its Python, and the files that fill it.
fingerprint() {
    echo "$here"
    "$venv/bin/python" -V
    cksum "$1" pyproject.toml
}

# True if the environment is whole and made from what lies here now.
is_ready() {
    [ ! -e "$unfinished" ] && [ -f "$venv/.ready-$1" ] &&
        [ "$(fingerprint "$1" 2>/dev/null)" = "$(cat "$venv/.ready-$1")" ] &&
        { [ -z "$wanted" ] || [ "$("$wanted" -V 2>&1)" = "$("$venv/bin/python" -V)" ]; }
}

# True if the environment can be added to: it runs, has pip, has not been moved, and is of the Python asked for.
is_usable() {
    [ -n "$(interpreter "$venv/bin/python")" ] && "$venv/bin/python" -I -m pip --version >/dev/null 2>&1 || return 1
    for ready in "$venv"/.ready-*; do
        [ ! -f "$ready" ] || [ "$(head -n 1 "$ready")" = "$here" ] || return 1
    done
    [ -z "$wanted" ] || [ "$("$python" -V)" = "$("$venv/bin/python" -V)" ]
}

# Removes an environment that can't be built on; a folder that is no environment stays, and stops the run.
clear_way() {
    if [ -e "$unfinished" ]; then
        maker=$(cat "$unfinished")
        # A dead process that nobody has buried yet, as in a container without init, still answers to kill -0.
        if kill -0 "$maker" 2>/dev/null && ! grep -q '^State:.*Z' "/proc/$maker/status" 2>/dev/null; then
            fail 1 "Another make (process $maker) is setting up $venv at this moment." \
                "wait for it to end; if there is none, remove $unfinished."
        fi
        rm -rf "$venv"
    elif [ -e "$venv/pyvenv.cfg" ]; then
        is_usable || rm -rf "$venv"
    elif [ -e "$venv" ] && ! rmdir "$venv" 2>/dev/null; then
        fail 2 "$venv is there, and is no Python environment." "move it away, or choose another place: make VENV=.venv-2"
    fi
}

# Prints what this machine lacks, a word each: "venv" (Debian parts it from Python) and the libraries that set type.
# The layout engine opens the libraries by the same names.
missing() {
    "$python" -I - "$venv/pyvenv.cfg" <<'EOP'
import importlib.util
import os
import sys

if importlib.util.find_spec("ensurepip") is None and not os.path.exists(sys.argv[1]):
    print("venv")
try:
    import ctypes
    import ctypes.util
except ImportError:
    raise SystemExit(0)  # this Python can't look; the command says itself what it lacks

LIBRARIES = {"gobject-2.0": 0, "pango-1.0": 0, "pangoft2-1.0": 0, "harfbuzz": 0, "harfbuzz-subset": 0, "fontconfig": 1}


def opens(name):
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


for name, version in LIBRARIES.items():
    files = (f"lib{name}.so.{version}", f"lib{name}.{version}.dylib", f"lib{name}.dylib")
    if not any(map(opens, files)) and ctypes.util.find_library(name) is None:
        print(f"lib{name}")
EOP
}

# Prints the command that installs what is missing here, as the administrator gives it; nothing if we know none.
remedy() {
    with_venv=''
    libraries=''
    for word in $1; do
        case $word in
        venv) with_venv=yes ;;
        *) libraries=yes ;;
        esac
    done
    if command -v apt-get >/dev/null; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        echo "apt-get install -y --no-install-recommends${with_venv:+ $package}${libraries:+ libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0}"
    elif command -v dnf >/dev/null; then
        echo "dnf install -y${with_venv:+ python3}${libraries:+ pango harfbuzz fontconfig}"
    elif command -v apk >/dev/null; then
        echo "apk add${with_venv:+ python3}${libraries:+ pango fontconfig harfbuzz-subset}"
    elif command -v brew >/dev/null; then
        echo "brew install${with_venv:+ python}${libraries:+ pango}"
    fi
}

# Runs the command that installs, quietly unless it fails; Debian's lists may be empty or too old for it at first.
run_remedy() {
    if [ "$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi
    # shellcheck disable=SC2086 # both are several words
    said=$($sudo env DEBIAN_FRONTEND=noninteractive $1 2>&1 </dev/null) && return
    case $1 in
    apt-get*)
        # shellcheck disable=SC2086
        said=$({ $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive $1; } 2>&1 </dev/null) && return
        ;;
    esac
    printf '%s\n' "$said" | tail -n 12 >&2
    return 1
}

# Stops with the one command to give for $1.
ask_for() {
    command=$(remedy "$1")
    case $command in
    "") hint="install them, then run make again.
      Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
      Fedora:          sudo dnf install pango
      Alpine:          sudo apk add pango fontconfig harfbuzz-subset
      macOS:           brew install pango" ;;
    brew*) hint="$command
      Then run make again." ;;
    *) hint="sudo $command
      Then run make again." ;;
    esac
    fail 6 "This machine lacks: $(printf '%s' "$1" | tr '\n' ' ')" "$hint"
}

# Sees to it that Python can make environments and that the libraries which set type are there.
provide() {
    lacking=$(missing)
    [ -n "$lacking" ] || return 0
    command=$(remedy "$lacking")
    case $command in
    "" | brew*) ask_for "$lacking" ;;
    esac
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || ask_for "$lacking"
    echo "Installing: $command"
    run_remedy "$command" || ask_for "$lacking"
    lacking=$(missing)
    [ -z "$lacking" ] || ask_for "$lacking"
}

# Installs with pip inside the environment, or stops and says why not.
install() {
    PIP_USER=0 "$venv/bin/python" -I -m pip install --quiet --no-input --disable-pip-version-check "$@" >"$log" 2>&1 ||
        explain_failure
}

# Stops with the reason why pip gave up, as its log tells it. What failed before anything was installed has spoilt
# nothing: the environment may be added to again.
explain_failure() {
    grep -v '^WARNING: Retrying' "$log" | tail -n 12 >&2
    if grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        rm -f "$unfinished"
        fail 1 "A package that was fetched is not the one that $lock names: its hash differs." \
            "another index, proxy or folder in pip's settings may hand out another file (see: pip config list). Without it, run make again."
    elif grep -qE 'connection broken|HTTPS?ConnectionPool|ConnectionError|Could not fetch URL|timed out' "$log"; then
        rm -f "$unfinished"
        fail 1 "The Python packages could not be fetched: the package index can't be reached." \
            "check the network (behind a proxy: export HTTPS_PROXY=http://...), then run make again."
    elif grep -q 'No matching distribution' "$log"; then
        rm -f "$unfinished"
        fail 1 "A package of $lock has no ready-made build for $("$venv/bin/python" -V) on this system." \
            "try another Python: make PYTHON=python3.13"
    fi
    [ -z "$filled" ] || rm -f "$unfinished"
    fail 1 "The Python packages could not be installed; what pip said stands above." "run make again when that is mended."
}

! is_ready "$lock" || exit 0
python=$(find_python)
clear_way
provide
mkdir -p "$venv"
echo $$ >"$unfinished"
rm -f "$venv"/.ready-*
if [ ! -e "$venv/pyvenv.cfg" ]; then
    echo "Making $venv with $("$python" -V) ..."
    "$python" -I -m venv "$venv"
fi
echo "Installing the packages of $lock in $venv ..."
install --require-hashes --only-binary :all: --requirement "$lock"
filled=yes
install --no-deps --no-build-isolation --editable .
for file in requirements.txt "$lock"; do # the tests' packages include the command's
    fingerprint "$file" >"$venv/.ready-$file"
done
rm -f "$log" "$unfinished"
