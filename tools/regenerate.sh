#!/usr/bin/env bash
# Writes committed files again from their sources. Tests compare them, so what is committed never drifts.
set -euo pipefail
STEPS=1
# shellcheck source=tools/lib.sh
. "$(dirname "$0")/lib.sh"

case ${1:-} in
wire)
  step "界面类型 ui/src/wire/verbs.ts"
  cargo run --locked --quiet -p office --example wire
  ;;
schema)
  step "表结构 docs/schema.sql"
  cargo run --locked --quiet -p ledger --example schema
  ;;
samples)
  step "样例批次 assets/samples"
  cargo run --locked --quiet -p desk -- samples --out assets/samples
  ;;
fonts)
  step "字体 assets/fonts（来源软件包见 tools/fonts/README.md）"
  for input in FandolFang-Regular.otf Unihan_OtherMappings.txt.bz2; do
    [ -f "tools/fonts/$input" ] || fail "tools/fonts/$input 不在，请照 tools/fonts/README.md 取得"
  done
  venv=$STAMPS/fonts-venv
  [ -x "$venv/bin/fonttools" ] || {
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet fonttools
  }
  (
    cd tools/fonts
    "$venv/bin/python" subset.py --fandol FandolFang-Regular.otf --unihan Unihan_OtherMappings.txt.bz2 \
      --out ../../assets/fonts
    "$venv/bin/python" srgb.py ../../assets/fonts/srgb.icc
  )
  ;;
*) fail "用法：tools/regenerate.sh wire|schema|samples|fonts" ;;
esac
done_step
