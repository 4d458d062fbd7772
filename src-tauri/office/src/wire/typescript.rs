//! The TypeScript side of the wire, generated from the list of verbs into one text.

use std::{any::TypeId, collections::BTreeMap, collections::HashSet};
use ts_rs::{Config, TS, TypeVisitor};

/// All wire types and the map of verbs, as `ui/src/wire/verbs.ts` holds them.
pub fn typescript() -> String {
    let config = Config::new();
    let mut types = Types {
        config: &config,
        seen: HashSet::new(),
        declarations: BTreeMap::new(),
    };
    crate::verbs::visit_types(&mut types);
    let mut out = String::from(
        "// Generated from src-tauri/office/src/{verbs.rs,wire/}: `cargo run -p office --example wire`. Do not edit.\n\n",
    );
    for declaration in types.declarations.values() {
        out.push_str("export ");
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    out.push_str(&crate::verbs::verb_map(&config));
    out
}

struct Types<'a> {
    config: &'a Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only our own structs have a place of their own; numbers, lists and options are written where they stand.
        if <T as TS>::output_path().is_some() {
            self.declarations
                .insert(<T as TS>::ident(self.config), <T as TS>::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_types_are_the_generated_ones() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/wire/verbs.ts");
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            committed == super::typescript(),
            "ui/src/wire/verbs.ts differs from the Rust wire types: run `cargo run -p office --example wire`"
        );
    }
}
