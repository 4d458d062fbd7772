//! Writes the schema with its comments to `docs/schema.sql`: `cargo run -p ledger --example schema`.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    std::fs::create_dir_all(&docs)?;
    std::fs::write(docs.join("schema.sql"), ledger::schema_text())
}
