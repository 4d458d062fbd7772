# shellcheck shell=bash
# The checks that `make check` and `make test` share. Sourced after lib.sh, never run.

check_ui() {
  step "前端检查 eslint、prettier、vue-tsc"
  (
    cd ui
    npm run --silent lint
    npm run --silent format:check
    npm run --silent typecheck
  ) </dev/null
  done_step
}

check_format() {
  step "格式 cargo fmt --check"
  cargo fmt --all --check
  done_step
}

check_lints() {
  step "静态检查 cargo clippy"
  cargo clippy --locked --workspace --all-targets -- -D warnings
  done_step
}
