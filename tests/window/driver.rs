//! WebKitWebDriver in a process group of its own, so that its end is the window's end too.

use std::{
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

const PATIENCE: u32 = 200;

pub struct Driver {
    process: Child,
    pub port: u16,
}

impl Driver {
    /// Starts the driver; the window it will open finds its books and papers at these folders.
    pub fn start(books: &Path, papers: &Path) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "没有显示器（DISPLAY 未设置），窗口打不开。请用 make test，或 xvfb-run -a -s '-screen 0 1280x800x24' cargo test。\n\
             There is no display (DISPLAY is not set), so no window can open. Use `make test`, or run cargo test under \
             xvfb-run -a -s '-screen 0 1280x800x24'."
        );
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|l| l.local_addr())
            .expect("a free port")
            .port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("EXPORT_DESK_BOOKS", books)
            .env("EXPORT_DESK_PAPERS", papers)
            // What the window remembers of a user's taste must not reach the test, nor the other way round.
            .env("XDG_DATA_HOME", books.with_file_name("data"))
            .env("XDG_CACHE_HOME", books.with_file_name("cache"))
            .env("XDG_CONFIG_HOME", books.with_file_name("config"))
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed (package webkit2gtk-driver)");
        let driver = Self { process, port };
        for _ in 0..PATIENCE {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return driver;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("WebKitWebDriver never listened on port {port}");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The whole group: ending the driver alone leaves the window behind, holding the books and our pipes.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}
