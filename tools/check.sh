#!/usr/bin/env bash
# `make check`: formats, lints and types; no tests and nothing linked.
set -euo pipefail
STEPS=5
# shellcheck source=tools/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tools/setup.sh
. "$ROOT/tools/setup.sh"
# shellcheck source=tools/checks.sh
. "$ROOT/tools/checks.sh"

setup_node
check_ui
setup_ui
check_format
check_lints
