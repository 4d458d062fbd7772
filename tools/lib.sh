# shellcheck shell=bash
# Shared by the scripts here: numbered steps, stamps, the set-up of a fresh machine. Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

# Stamps tell about this folder's node_modules and ui/dist, so they lie here even when CARGO_TARGET_DIR is elsewhere.
STAMPS=$ROOT/target/.setup
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}

STEP=0
STEPS=${STEPS:-1}

# step TEXT: opens the next numbered step.
step() {
  STEP=$((STEP + 1))
  STEP_BEGAN=$SECONDS
  printf '[%d/%d] %s …\n' "$STEP" "$STEPS" "$1"
}

# done_step [NOTE]: closes it with its time.
done_step() {
  printf '      %s（%d s）\n' "${1:-完成}" "$((SECONDS - STEP_BEGAN))"
}

# fail TEXT...: says why and ends.
fail() {
  printf '错误：%s\n' "$@" >&2
  exit 1
}

# fingerprint PATH...: one hash over the names and contents of these files and folders.
fingerprint() {
  find "$@" \( -name node_modules -o -path ui/dist \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# fresh NAME KEY: true when NAME was last done for this very KEY.
fresh() {
  [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]
}

# stamp NAME KEY: remembers that NAME is done for KEY.
stamp() {
  mkdir -p "$STAMPS"
  printf '%s\n' "$2" >"$STAMPS/$1"
}

# at_least HAVE WANT: compares dotted versions.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" = "$2" ]
}
