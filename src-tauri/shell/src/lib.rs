//! The window: one command over the office. Everything else is the office's business.

mod commands;
mod folders;

use office::{Office, Settings};
use std::sync::{Arc, Mutex};

/// The office, shared by the window's calls; one at a time.
pub(crate) type Shared = Arc<Mutex<Office>>;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// The window system is not there, or the program's own files are damaged.
pub fn run() -> Result<(), tauri::Error> {
    let arguments: Vec<String> = std::env::args().collect();
    let (books, papers) = folders::of(&arguments);
    let office = Office::new(Settings::real(books, papers));
    tauri::Builder::default()
        .manage(Arc::new(Mutex::new(office)) as Shared)
        .invoke_handler(tauri::generate_handler![commands::call])
        .run(tauri::generate_context!())
}
