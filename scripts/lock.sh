#!/usr/bin/env bash
# Write requirements/run.txt, dev.txt and mutation.txt: every version and every hash, for every
# supported Python. Versions that are already there stay; `scripts/lock.sh --upgrade` renews them.
set -euo pipefail
cd "$(dirname "$0")/.."

uv="${VENV:-.venv}/bin/uv"
[ -x "$uv" ] || uv="$(command -v uv)" || {
    echo "error: uv is not there; install it with: ${VENV:-.venv}/bin/pip install uv" >&2
    exit 1
}

lock() {
    local target="$1"
    shift
    "$uv" pip compile "$@" --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --custom-compile-command scripts/lock.sh --output-file "$target"
    if grep -nE '://|^-|file:| @ ' "$target"; then
        echo "error: $target names an address or a path" >&2
        exit 1
    fi
}

lock requirements/run.txt pyproject.toml requirements/build.in "$@"
lock requirements/dev.txt pyproject.toml requirements/build.in --group dev \
    --constraints requirements/run.txt "$@"
lock requirements/mutation.txt pyproject.toml requirements/build.in --group dev --group mutation \
    --constraints requirements/dev.txt "$@"
