# shellcheck shell=bash
# The set-up of a fresh Debian or Ubuntu machine with Rust, Node and make. Sourced after lib.sh, never run.
# Every function is one step: quick and silent about what is already there.

APT_BUILD="libwebkit2gtk-4.1-dev libxdo-dev libssl-dev libayatana-appindicator3-dev librsvg2-dev build-essential
  curl wget file pkg-config"
APT_TEST="webkit2gtk-driver xvfb xauth fonts-noto-cjk poppler-utils qpdf"

# setup_tools: Rust and Node are there and new enough; rustfmt and clippy are added where rustup can.
setup_tools() {
  step "工具链 Rust、Node"
  local rust node want_rust
  want_rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  command -v cargo >/dev/null || fail "没有 cargo：请先安装 Rust（$want_rust 或更新）"
  command -v npm >/dev/null || fail "没有 npm：请先安装 Node（20.19 或更新）"
  rust=$(rustc --version | cut -d' ' -f2)
  node=$(node --version)
  at_least "$rust" "$want_rust" || fail "Rust $rust 太旧，需要 $want_rust 或更新"
  at_least "${node#v}" 20.19 || fail "Node $node 太旧，需要 20.19 或更新"
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    command -v rustup >/dev/null || fail "缺少 rustfmt 或 clippy，请随 Rust 一并安装"
    rustup component add rustfmt clippy
  fi
  done_step "Rust $rust，Node ${node#v}"
}

# setup_apt PACKAGE...: installs those that are missing, and says which.
setup_apt() {
  step "系统软件包 apt"
  local missing=() package as_root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    done_step "不是 Debian/Ubuntu，请自行备好：$*"
    return
  fi
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    done_step "已齐备"
    return
  fi
  printf '      将安装：%s\n' "${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "需要 root：apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  mkdir -p "$STAMPS"
  local log=$STAMPS/apt.log
  if ! {
    "${as_root[@]}" apt-get update -q &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
  } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    fail "软件包未能装好，全部输出在 $log"
  fi
  done_step "已安装 ${#missing[@]} 个"
}

# setup_node: the screens' dependencies, exactly as locked.
setup_node() {
  step "前端依赖 npm ci"
  local key
  key=$(fingerprint ui/package.json ui/package-lock.json)
  if [ -d ui/node_modules ] && fresh npm "$key"; then
    done_step "已是最新"
    return
  fi
  (cd ui && npm ci --no-audit --no-fund --loglevel=error </dev/null)
  stamp npm "$key"
  done_step
}

# setup_ui: ui/dist, which the window's crate takes in when it is compiled.
setup_ui() {
  step "前端界面 vite build"
  local key
  key=$(fingerprint ui)
  if [ -f ui/dist/index.html ] && fresh ui "$key"; then
    done_step "已是最新"
    return
  fi
  (cd ui && npm run --silent build -- --logLevel warn </dev/null)
  # The build may write declarations beside the sources.
  stamp ui "$(fingerprint ui)"
  done_step
}

# build_all: every program, with the features the tests use too (examples bring the development dependencies in),
# so that `make run` and `make test` share what they compile.
build_all() {
  step "编译 cargo build（首次约十分钟）"
  cargo build --locked --workspace --bins --examples
  done_step
}
