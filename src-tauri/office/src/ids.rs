//! Ids and salts are a port, so that a demonstration can be repeated to the byte.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::{ContextV7, Timestamp, Uuid};

/// Where new ids and salts come from.
pub trait Ids: Send {
    /// A new id for an aggregate made at an instant; never a business key.
    fn id(&mut self, at: DateTime<Utc>) -> String;
    /// 32 bytes that hide a sealed sheet.
    fn salt(&mut self) -> [u8; 32];
}

/// Random ids in the order of their making (UUID version 7), for real books: entries of one import lie side by side in
/// the store's indexes, and none says more than when it was made.
#[derive(Default)]
pub struct RandomIds {
    context: ContextV7,
}

impl Ids for RandomIds {
    fn id(&mut self, at: DateTime<Utc>) -> String {
        let seconds = u64::try_from(at.timestamp()).unwrap_or_default();
        let made = Timestamp::from_unix(&self.context, seconds, at.timestamp_subsec_nanos());
        Uuid::new_v7(made).to_string()
    }

    fn salt(&mut self) -> [u8; 32] {
        let mut salt = [0; 32];
        for half in salt.chunks_mut(16) {
            half.copy_from_slice(Uuid::new_v4().as_bytes());
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
    fn id(&mut self, _: DateTime<Utc>) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_ids_are_distinct_and_in_the_order_of_their_making() {
        let at: DateTime<Utc> = "2026-03-02T01:00:00.5Z".parse().unwrap();
        let mut ids = RandomIds::default();
        let made: Vec<String> = (0..10_000).map(|_| ids.id(at)).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            made.iter()
                .all(|id| Uuid::parse_str(id).unwrap().get_version_num() == 7)
        );
        let other: Vec<String> = (0..100).map(|_| RandomIds::default().id(at)).collect();
        assert!(
            other.iter().all(|id| !made.contains(id)),
            "two programs do not make the same ids"
        );
    }

    #[test]
    fn counted_ids_are_the_same_every_time() {
        let at: DateTime<Utc> = "2026-03-02T01:00:00Z".parse().unwrap();
        let made = |seed| {
            (0..100)
                .map({
                    let mut ids = CountedIds::new(seed);
                    move |_| ids.id(at)
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(made(1), made(1));
        assert!(made(1).iter().all(|id| !made(2).contains(id)));
    }
}
