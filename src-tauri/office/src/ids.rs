//! Ids and salts are a port, so that a demonstration can be repeated to the byte.

use sha2::{Digest, Sha256};

/// Where new ids and salts come from.
pub trait Ids: Send {
    /// A new id for an aggregate; never a business key.
    fn id(&mut self) -> String;
    /// 32 bytes that hide a sealed sheet.
    fn salt(&mut self) -> [u8; 32];
}

/// Random ids, for real books.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    fn id(&mut self) -> String {
        uuid::Uuid::new_v4().to_string()
    }

    fn salt(&mut self) -> [u8; 32] {
        let mut salt = [0; 32];
        for half in salt.chunks_mut(16) {
            half.copy_from_slice(uuid::Uuid::new_v4().as_bytes());
        }
        salt
    }
}

/// Ids counted from a seed: the same acts in the same order give the same books. For sample books only.
#[derive(Debug, Clone)]
pub struct CountedIds {
    seed: u64,
    count: u64,
}

impl CountedIds {
    pub fn new(seed: u64) -> Self {
        Self { seed, count: 0 }
    }
}

impl Ids for CountedIds {
    fn id(&mut self) -> String {
        let bytes = self.salt();
        let mut first = [0; 16];
        first.copy_from_slice(&bytes[..16]);
        uuid::Builder::from_random_bytes(first).into_uuid().to_string()
    }

    fn salt(&mut self) -> [u8; 32] {
        self.count += 1;
        Sha256::new()
            .chain_update(b"export-desk/ids\0")
            .chain_update(self.seed.to_be_bytes())
            .chain_update(self.count.to_be_bytes())
            .finalize()
            .into()
    }
}
