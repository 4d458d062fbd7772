#!/usr/bin/env bash
# `make bench`: a release build of `desk` measures itself; one JSON object a figure on standard output.
set -euo pipefail
STEPS=2
# shellcheck source=tools/lib.sh
. "$(dirname "$0")/lib.sh"

step "发布构建 cargo build --release -p desk" >&2
cargo build --locked --release -p desk
done_step >&2
step "实测 desk bench all" >&2
"$TARGET/release/desk" bench all --json
done_step >&2
