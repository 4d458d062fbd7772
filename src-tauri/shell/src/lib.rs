//! The Tauri window.
