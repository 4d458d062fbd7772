#!/usr/bin/env bash
# `make bundle`: the installer for Debian and Ubuntu.
set -euo pipefail
STEPS=4
# shellcheck source=tools/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tools/setup.sh
. "$ROOT/tools/setup.sh"

setup_tools
# shellcheck disable=SC2086
setup_apt $APT_BUILD
setup_node
step "安装包 tauri build --bundles deb"
ui/node_modules/.bin/tauri build --bundles deb
done_step
find "$TARGET/release/bundle/deb" -name '*.deb' | sed 's/^/  /'
