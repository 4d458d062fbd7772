//! The key file: the books' random key, wrapped by each account's Argon2id key. Nothing in it opens the books without
//! a password.

use super::{BooksInfo, DATABASE, FORMAT, KEYS};
use crate::fault::BooksFault;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    Key, XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;
use zeroize::Zeroizing;

/// Argon2id, 64 MiB, 3 passes, 1 lane: 0.15 s on an office machine.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// What a key file may ask for at most; more is a damaged file, and would take the machine's memory.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 64;
const MOST_LANES: u32 = 16;

/// The key file while it is being written.
pub(super) const NEW_KEYS: &str = "keys.json.new";

/// The account that opened the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub name: String,
    pub display_name: String,
}

/// The books' own key; every other key derives from it.
pub(super) struct MasterKey(pub Zeroizing<[u8; 32]>);

impl MasterKey {
    pub fn random() -> Result<Self, BooksFault> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// The key of the database, as SQLCipher's raw key.
    pub fn database(&self) -> Zeroizing<String> {
        let hash = Sha256::new()
            .chain_update(b"export-desk/database\0")
            .chain_update(self.0.as_slice())
            .finalize();
        let key: Zeroizing<[u8; 32]> = Zeroizing::new(hash.into());
        Zeroizing::new(hex::encode(key.as_slice()))
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct KeyFile {
    pub format: u32,
    pub program: String,
    pub office: String,
    pub sample: bool,
    pub accounts: Vec<Wrapped>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Wrapped {
    pub name: String,
    pub display_name: String,
    /// Only for the sign-in screen; what an account may do stands in the encrypted tables.
    pub shown_roles: Vec<String>,
    kdf: Kdf,
    nonce: String,
    key: String,
}

#[derive(Serialize, Deserialize)]
struct Kdf {
    algorithm: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
}

/// Only what tells how new a key file is, so that a newer one is refused with words and not as garbage.
#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

pub(super) fn random<const N: usize>() -> Result<[u8; N], BooksFault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| BooksFault::Damaged(format!("no randomness from the system: {e}")))?;
    Ok(bytes)
}

impl Wrapped {
    pub fn seal(
        name: &str,
        display_name: &str,
        shown_roles: Vec<String>,
        password: &str,
        master: &MasterKey,
    ) -> Result<Self, BooksFault> {
        let salt: [u8; 16] = random()?;
        let kdf = Kdf {
            algorithm: "argon2id".into(),
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: 1,
            salt: hex::encode(salt),
        };
        let nonce: [u8; 24] = random()?;
        let wrapping = kdf.derive(password)?;
        let key = XChaCha20Poly1305::new(Key::from_slice(&*wrapping))
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: &*master.0,
                    aad: name.as_bytes(),
                },
            )
            .map_err(|_| BooksFault::Damaged("the key could not be wrapped".into()))?;
        Ok(Self {
            name: name.to_owned(),
            display_name: display_name.to_owned(),
            shown_roles,
            kdf,
            nonce: hex::encode(nonce),
            key: hex::encode(key),
        })
    }

    fn unseal(&self, password: &str) -> Result<MasterKey, BooksFault> {
        let damaged = |what: &str| BooksFault::Damaged(format!("{KEYS}: {what}"));
        let nonce = hex::decode(&self.nonce).map_err(|_| damaged("nonce"))?;
        let key = hex::decode(&self.key).map_err(|_| damaged("key"))?;
        if nonce.len() != 24 {
            return Err(damaged("nonce"));
        }
        let wrapping = self.kdf.derive(password)?;
        let opened = Zeroizing::new(
            XChaCha20Poly1305::new(Key::from_slice(&*wrapping))
                .decrypt(
                    XNonce::from_slice(&nonce),
                    Payload {
                        msg: &key,
                        aad: self.name.as_bytes(),
                    },
                )
                .map_err(|_| BooksFault::WrongPassword(self.name.clone()))?,
        );
        let bytes: [u8; 32] = opened.as_slice().try_into().map_err(|_| damaged("key"))?;
        Ok(MasterKey(Zeroizing::new(bytes)))
    }
}

impl Kdf {
    fn derive(&self, password: &str) -> Result<Zeroizing<[u8; 32]>, BooksFault> {
        let damaged = |e: String| BooksFault::Damaged(format!("{KEYS}: {e}"));
        if self.algorithm != "argon2id" {
            return Err(damaged(format!("unknown key derivation {}", self.algorithm)));
        }
        if self.memory_kib > MOST_MEMORY_KIB || self.passes > MOST_PASSES || self.lanes > MOST_LANES {
            return Err(damaged("key derivation".into()));
        }
        let salt = hex::decode(&self.salt).map_err(|e| damaged(e.to_string()))?;
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|e| damaged(e.to_string()))?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.as_bytes(), &salt, &mut *key)
            .map_err(|e| damaged(e.to_string()))?;
        Ok(key)
    }
}

impl KeyFile {
    pub fn read(folder: &Path) -> Result<Self, BooksFault> {
        let path = folder.join(KEYS);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(e)
                if matches!(
                    e.kind(),
                    std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
                ) =>
            {
                return Err(BooksFault::NotBooks(folder.to_owned()));
            }
            Err(e) => return Err(BooksFault::io(path)(e)),
        };
        let FormatOnly { format } = serde_json::from_slice(&text).map_err(|e| {
            // Beside a database it is this program's key file and damaged; alone it is some other program's file.
            if folder.join(DATABASE).exists() {
                BooksFault::Damaged(format!("{KEYS}: {e}"))
            } else {
                BooksFault::NotBooks(folder.to_owned())
            }
        })?;
        if format > FORMAT {
            return Err(BooksFault::Newer {
                found: format,
                known: FORMAT,
            });
        }
        serde_json::from_slice(&text).map_err(|e| BooksFault::Damaged(format!("{KEYS}: {e}")))
    }

    /// Writes the whole file beside and moves it into place, so that a power cut leaves the old or the new one.
    pub fn write(&self, folder: &Path) -> Result<(), BooksFault> {
        use std::io::Write;
        let (new, path) = (folder.join(NEW_KEYS), folder.join(KEYS));
        let text = serde_json::to_vec_pretty(self).map_err(|e| BooksFault::Damaged(e.to_string()))?;
        let mut file = std::fs::File::create(&new).map_err(BooksFault::io(&new))?;
        file.write_all(&text)
            .and_then(|()| file.sync_all())
            .map_err(BooksFault::io(&new))?;
        std::fs::rename(&new, &path).map_err(BooksFault::io(&path))?;
        // The new name too must outlast a power cut.
        #[cfg(unix)]
        std::fs::File::open(folder)
            .and_then(|f| f.sync_all())
            .map_err(BooksFault::io(folder))?;
        Ok(())
    }

    pub fn info(&self, folder: &Path) -> BooksInfo {
        BooksInfo {
            folder: folder.to_owned(),
            office: self.office.clone(),
            sample: self.sample,
            accounts: self
                .accounts
                .iter()
                .map(|a| (a.name.clone(), a.display_name.clone(), a.shown_roles.clone()))
                .collect(),
        }
    }

    /// The books' key, if the account and its password are right.
    pub fn unlock(&self, account: &str, password: &str) -> Result<(MasterKey, Account), BooksFault> {
        let wrapped = self
            .accounts
            .iter()
            .find(|a| a.name == account)
            .ok_or_else(|| BooksFault::NoSuchAccount(account.to_owned()))?;
        let master = wrapped.unseal(password)?;
        Ok((
            master,
            Account {
                name: wrapped.name.clone(),
                display_name: wrapped.display_name.clone(),
            },
        ))
    }
}
