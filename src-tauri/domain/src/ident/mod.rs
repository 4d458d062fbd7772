//! Identifiers: parsed once, at the edge. A `Uscc` or a `Vin` in hand is known to be well formed.
//!
//! [`check`] tells everything about one value (the form's field, the import's cell, `desk check`); the newtypes hold a
//! value that passed. Only length, alphabet and check digit decide; what a value says besides (region, model year …)
//! goes under `parts` and is never held against it.

mod checked;
mod declaration;
mod hs;
mod newtype;
mod normalise;
mod plate;
mod resident_id;
mod uscc;
mod vin;

pub use checked::{Checked, Kind, Outcome};
pub use declaration::Declaration;
pub use hs::HsCode;
pub use newtype::Malformed;
pub use normalise::{Normalised, normalise};
pub use plate::Plate;
pub use resident_id::ResidentId;
pub use uscc::Uscc;
pub use vin::Vin;

/// Normalises and judges one value.
pub fn check(kind: Kind, input: &str) -> Checked {
    let Normalised { text, cleaned } = normalise(kind, input);
    let judged = match kind {
        Kind::Uscc => uscc::judge(&text),
        Kind::Vin => vin::judge(&text),
        Kind::Declaration => declaration::judge(&text),
        Kind::ResidentId => resident_id::judge(&text),
        Kind::Plate => plate::judge(&text),
        Kind::Hs => hs::judge(&text),
    };
    Checked {
        kind,
        input: input.to_owned(),
        normalised: text,
        verdict: judged.outcome,
        code: judged.code,
        message: judged.message,
        clause: kind.clause(),
        cleaned: cleaned.into_iter().map(crate::text::Cleaning::say).collect(),
        parts: judged.parts,
    }
}

#[cfg(test)]
mod tests;
