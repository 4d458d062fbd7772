//! Writes the TypeScript side of the wire to `ui/src/wire/verbs.ts`.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/wire/verbs.ts");
    std::fs::write(path, office::wire::typescript())
}
