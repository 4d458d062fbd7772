//! The desktop program.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    match export_desk_shell::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("窗口打不开：{fault}\nThe window cannot be opened: {fault}");
            std::process::ExitCode::FAILURE
        }
    }
}
