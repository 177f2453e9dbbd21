#!/bin/sh
# The browser tests drive Debian's Chromium. Root gets it installed; others are told; in CI it must be there.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q && apt-get install -qy --no-install-recommends chromium && exit 0
fi
echo "There is no Chromium on this machine: the browser tests are skipped. Install the package chromium to run them." >&2
[ -z "${CI:-}" ]
