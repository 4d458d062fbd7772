//! How a typed identifier becomes the one that is judged and stored.

use super::Kind;
use crate::text::{Cleaning, unify};

/// The value in its one form, and what had to be done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalised {
    pub text: String,
    pub cleaned: Vec<Cleaning>,
}

/// Full-width to half-width, lower to upper case, no blanks, no dashes, nothing invisible. Dots are removed where people
/// set them by custom: 皖B·12345 and 8703.23.
pub fn normalise(kind: Kind, input: &str) -> Normalised {
    let mut done = Vec::new();
    let mut text = String::with_capacity(input.len());
    for c in unify(input, &mut done).chars() {
        if c == ' ' || c == '\n' {
            done.push(Cleaning::Blanks);
        } else if is_dash(c) {
            done.push(Cleaning::Dashes);
        } else if is_dot(c) && matches!(kind, Kind::Plate | Kind::Hs) {
            done.push(Cleaning::Dots);
        } else {
            if c.is_ascii_lowercase() {
                done.push(Cleaning::UpperCase);
            }
            text.push(c.to_ascii_uppercase());
        }
    }
    // A strange blank did not stay as a plain one here: it is gone with the others.
    done.retain(|cleaning| *cleaning != Cleaning::StrangeBlanks);
    done.sort_unstable();
    done.dedup();
    Normalised { text, cleaned: done }
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '·' | '•' | '‧' | '∙' | '・' | '･' | '．' | '。')
}
