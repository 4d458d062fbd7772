//! The cell of a unified social credit code.

use crate::book::Value;
use crate::cell::{self, Bad, Note, Taken};
use domain::ident::{self, Kind, Outcome};
use domain::{Say, clause::law};

/// A code as it was written, in its one form, and what is wrong with it.
pub(super) struct ReadCode {
    /// Normalised; kept even where it is wrong, so that rows that name it are still matched.
    pub text: String,
    pub outcome: Result<Option<Note>, Bad>,
}

/// Normalises and checks a code. `Err` where the cell does not even hold a text.
pub(super) fn read(value: &Value<'_>) -> Result<ReadCode, Bad> {
    let Taken { value: text, .. } = cell::digits(value, 0).map_err(|bad| bad.by(law::USCC))?;
    Ok(judge(&text))
}

pub(super) fn judge(text: &str) -> ReadCode {
    let checked = ident::check(Kind::Uscc, text);
    let outcome = if checked.verdict == Outcome::Error {
        Err(bad(&checked.normalised, checked.code, checked.message))
    } else if checked.cleaned.is_empty() {
        Ok(None)
    } else {
        let join = |pick: fn(&Say) -> &str, by: &str| checked.cleaned.iter().map(pick).collect::<Vec<_>>().join(by);
        Ok(Some(Note {
            code: "cleaned",
            taken: checked.normalised.clone(),
            message: Say::new(join(|s| &s.zh, "；"), join(|s| &s.en, "; ")),
        }))
    };
    ReadCode {
        text: checked.normalised,
        outcome,
    }
}

fn bad(text: &str, code: &'static str, message: Say) -> Bad {
    // 18 digits that end in zeros and fail the check: Excel has been at them before they became text again.
    let zeroed = text.len() == 18 && text.bytes().all(|b| b.is_ascii_digit()) && text.ends_with("000");
    if zeroed && code == "wrong_check_digit" {
        return Bad::destroyed().by(law::USCC);
    }
    Bad {
        code,
        message: Box::new(message),
        remedy: Box::new(Say::new(
            "请对照营业执照逐位核对后更正",
            "compare it with the business licence, character by character",
        )),
        clause: Some(law::USCC),
    }
}
