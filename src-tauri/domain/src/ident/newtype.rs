//! Newtypes over checked identifiers.

use super::{Checked, Outcome};
use crate::{Refusal, Say};

/// The value is not what it claims to be; the check says why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}：{} [{}]", .0.kind.say().zh, .0.message.zh, .0.clause)]
pub struct Malformed(pub Box<Checked>);

impl Malformed {
    /// As a refusal of the command whose `field` holds the value.
    pub fn refusal(&self, field: &str) -> Refusal {
        let Checked {
            kind,
            message,
            clause,
            code,
            ..
        } = self.0.as_ref();
        let name = kind.say();
        Refusal {
            code: (*code).to_owned(),
            clause: clause.clone(),
            field: Some(field.to_owned()),
            message: Say::new(
                format!("{}：{}", name.zh, message.zh),
                format!("{}: {}", name.en, message.en),
            ),
            remedy: Say::new("请对照证照原件更正", "correct it against the original paper"),
        }
    }
}

/// `Ok` unless the check found an error; a warning passes.
pub(super) fn admit(checked: Checked) -> Result<String, Malformed> {
    match checked.verdict {
        Outcome::Ok | Outcome::Warning => Ok(checked.normalised),
        Outcome::Error => Err(Malformed(Box::new(checked))),
    }
}

/// A string that passed its check. In JSON a string; reading one parses it.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $kind:ident, $pattern:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Normalises and checks.
            ///
            /// # Errors
            /// The check's own answer, where its verdict is `error`.
            pub fn parse(input: &str) -> Result<Self, $crate::ident::Malformed> {
                $crate::ident::newtype::admit($crate::ident::check($crate::ident::Kind::$kind, input)).map(Self)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ident::Malformed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(d)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!("normalised: ", $pattern, "; other spellings are normalised first")
                })
            }
        }
    };
}

pub(super) use identifier;
