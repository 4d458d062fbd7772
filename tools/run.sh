#!/usr/bin/env bash
# `make run`: sets up, builds, and opens the window; without a display it walks the sample batch on the command line.
set -euo pipefail
STEPS=6
# shellcheck source=tools/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tools/setup.sh
. "$ROOT/tools/setup.sh"

packages=$APT_BUILD
windowed=
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  windowed=yes
  # Without a Chinese font the window shows boxes.
  [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n1)" ] || packages="$packages fonts-noto-cjk"
fi

setup_tools
# shellcheck disable=SC2086
setup_apt $packages
setup_node
setup_ui
build_all

if [ -n "$windowed" ]; then
  step "打开窗口 export-desk"
  exec "$TARGET/debug/export-desk"
fi

step "没有显示器：用样例批次走完全程 desk demo"
out=out/demo
rm -rf "$out"
"$TARGET/debug/desk" demo --out "$out"
done_step
printf '\n文书：%s\n' "$ROOT/$out/papers"
find "$out/papers" -name '*.pdf' | LC_ALL=C sort | sed 's/^/  /'
printf '摘要：%s\n账套：%s\n' "$ROOT/$out/summary.json" "$ROOT/$out"
