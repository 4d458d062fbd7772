#![allow(clippy::expect_used, reason = "a build script has nobody to answer to but the build")]
//! Lets the desktop package sit at the root while its Rust lies under `src-tauri/shell`.

const CAPABILITIES: &str = "src-tauri/shell/capabilities";

fn main() {
    // Tauri only watches the default folder, so a custom one must be named here.
    println!("cargo:rerun-if-changed={CAPABILITIES}");
    let pattern: &'static str = "src-tauri/shell/capabilities/**/*";
    tauri_build::try_build(tauri_build::Attributes::new().capabilities_path_pattern(pattern))
        .expect("tauri.conf.json and the capabilities are valid");
}
