//! Claims: what may be held by one live stream only.

use super::{Projection, run};
use crate::Entry;
use rusqlite::{Connection, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "claims",
    version: 1,
    ddl: include_str!("sql/claims.sql"),
    tables: &["claims"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    for claim in &entry.releases {
        run(
            conn,
            "DELETE FROM claims WHERE scope = ?1 AND key = ?2 AND stream = ?3",
            params![claim.scope, claim.key, entry.stream],
        )?;
    }
    for claim in &entry.takes {
        run(
            conn,
            "INSERT INTO claims (scope, key, stream, n) VALUES (?1, ?2, ?3, ?4)",
            params![claim.scope, claim.key, entry.stream, entry.n],
        )?;
    }
    Ok(())
}
