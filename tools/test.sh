#!/usr/bin/env bash
# `make test`: sets up, checks everything, and ends with cargo test's own lines.
set -euo pipefail
STEPS=9
# shellcheck source=tools/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tools/setup.sh
. "$ROOT/tools/setup.sh"
# shellcheck source=tools/checks.sh
. "$ROOT/tools/checks.sh"

setup_tools
# shellcheck disable=SC2086
setup_apt $APT_BUILD $APT_TEST
setup_node
check_ui
step "前端测试 vitest"
(cd ui && npm run --silent test </dev/null)
done_step
setup_ui
check_format
check_lints

step "测试 cargo test（窗口测试在虚拟显示器上进行）"
# The window's journey needs a screen of a known size, whatever this machine has.
exec xvfb-run -a -s '-screen 0 1280x800x24' cargo test --locked --workspace </dev/null
