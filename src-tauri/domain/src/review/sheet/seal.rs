use super::SheetBody;
use crate::review::Canon;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// 32 random bytes that hide a sealed sheet: without them the few scores a rubric allows could be tried out. The caller
/// draws them; they are opened with the sheet. Hex on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

/// Says nothing, so that no log opens a seal.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

impl Serialize for Salt {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&hex::encode(self.0))
    }
}

impl<'de> Deserialize<'de> for Salt {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(String::deserialize(d)?, &mut bytes).map_err(de::Error::custom)?;
        Ok(Self(bytes))
    }
}

/// What a signed sheet is sealed with (细则5): SHA-256, in hex, of the canonical JSON (RFC 8785) of
/// `{"salt": <hex>, "sheet": <the sheet>}`, scores written as short as they can be (`5.5`, `6`).
pub fn commitment(salt: &Salt, body: &SheetBody) -> String {
    Canon::map([("salt", Canon::Text(hex::encode(salt.0))), ("sheet", body.canon())]).sha256()
}

/// Whether a revealed sheet is the one that was sealed.
pub fn opens(sealed: &str, salt: &Salt, body: &SheetBody) -> bool {
    commitment(salt, body) == sealed
}
