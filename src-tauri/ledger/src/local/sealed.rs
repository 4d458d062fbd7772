//! Sealed score sheets: encrypted under their meeting's key until the reveal; the ledger holds only commitments.

use crate::{Reader, StoreFault, Tx, fault::Context};
use chacha20poly1305::{
    Key, XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use rusqlite::{OptionalExtension, params};
use zeroize::Zeroizing;

impl Tx<'_> {
    /// Seals a signed sheet under its meeting's key, which is made with the first.
    pub fn seal_sheet(&mut self, meeting: &str, sheet: &str, plain: &[u8]) -> Result<(), StoreFault> {
        let key = match self.reader().meeting_key(meeting)? {
            Some(key) => key,
            None => {
                let key = Zeroizing::new(random::<32>()?);
                self.transaction()
                    .execute(
                        "INSERT INTO meeting_keys (meeting, key) VALUES (?1, ?2)",
                        params![meeting, &key[..]],
                    )
                    .context("insert a meeting's key")?;
                key
            }
        };
        let nonce = random::<24>()?;
        let sealed = XChaCha20Poly1305::new(Key::from_slice(&*key))
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: plain,
                    aad: sheet.as_bytes(),
                },
            )
            .map_err(|_| StoreFault::Sealed("the sheet could not be sealed"))?;
        self.transaction()
            .execute(
                "INSERT INTO sealed_sheets (sheet, meeting, nonce, sealed) VALUES (?1, ?2, ?3, ?4)",
                params![sheet, meeting, &nonce[..], sealed],
            )
            .context("insert a sealed sheet")?;
        Ok(())
    }

    /// Opens every sealed sheet of a meeting, for the reveal: sheet id and plain bytes.
    pub fn open_sheets(&self, meeting: &str) -> Result<Vec<(String, Vec<u8>)>, StoreFault> {
        let reader = self.reader();
        let Some(key) = reader.meeting_key(meeting)? else {
            return Ok(Vec::new());
        };
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&*key));
        let mut statement = self
            .transaction()
            .prepare_cached("SELECT sheet, nonce, sealed FROM sealed_sheets WHERE meeting = ?1 ORDER BY sheet")
            .context("prepare sealed sheets")?;
        let rows = statement
            .query_map([meeting], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .context("read sealed sheets")?;
        let mut opened = Vec::new();
        for row in rows {
            let (sheet, nonce, sealed): (String, [u8; 24], Vec<u8>) = row.context("read a sealed sheet")?;
            let plain = cipher
                .decrypt(
                    XNonce::from_slice(&nonce),
                    Payload {
                        msg: &sealed,
                        aad: sheet.as_bytes(),
                    },
                )
                .map_err(|_| StoreFault::Sealed("a sealed sheet does not open under its meeting's key"))?;
            opened.push((sheet, plain));
        }
        Ok(opened)
    }
}

impl Reader<'_> {
    fn meeting_key(&self, meeting: &str) -> Result<Option<Zeroizing<[u8; 32]>>, StoreFault> {
        let key: Option<[u8; 32]> = self
            .conn
            .prepare_cached("SELECT key FROM meeting_keys WHERE meeting = ?1")
            .context("prepare a meeting's key")?
            .query_row([meeting], |r| r.get(0))
            .optional()
            .context("read a meeting's key")?;
        Ok(key.map(Zeroizing::new))
    }
}

fn random<const N: usize>() -> Result<[u8; N], StoreFault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreFault::Sealed("no randomness from the system"))?;
    Ok(bytes)
}
