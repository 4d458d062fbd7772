//! The register of papers, and a paper's stored bytes.

use crate::{Office, papers, wire::*};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::Say;

impl Office {
    pub(crate) fn paper_list(&mut self, _: Nothing) -> Result<Vec<PaperRow>, Failure> {
        let (session, _) = self.asking("paper.list")?;
        Ok(session.books.reader().papers()?.into_iter().map(papers::row).collect())
    }

    pub(crate) fn paper_view(&mut self, request: ById) -> Result<PaperView, Failure> {
        self.asking("paper.view")?;
        let (row, bytes) = self.stored_paper(&request.id)?;
        Ok(PaperView {
            file_name: papers::file_name(&row),
            pdf: STANDARD.encode(&bytes),
            paper: Some(row),
        })
    }

    pub(crate) fn paper_save(&mut self, request: ById) -> Result<Saved, Failure> {
        self.asking("paper.save")?;
        let (row, bytes) = self.stored_paper(&request.id)?;
        self.save(&papers::file_name(&row), &bytes)
    }

    /// Saves a file the window made (a list as CSV, a template, rejected rows) beside the papers.
    pub(crate) fn file_save(&mut self, request: FileOut) -> Result<Saved, Failure> {
        self.asking("file.save")?;
        let bytes = STANDARD.decode(request.content.as_bytes()).map_err(Failure::internal)?;
        self.save(&papers::plain_name(&request.file_name), &bytes)
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<Saved, Failure> {
        let folder = &self.settings.papers;
        let path = folder.join(name);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, bytes))
            .map_err(|e| {
                let (to, why) = (path.display(), e);
                Failure::one(
                    "io",
                    Fault::plain(
                        "io",
                        Say::new(
                            format!("文件未能保存到“{to}”：{why}"),
                            format!("Not saved to {to}: {why}"),
                        ),
                        Say::new(
                            "请检查磁盘空间和权限；账套不受影响",
                            "Check the disk; the books are safe",
                        ),
                    ),
                )
            })?;
        Ok(Saved {
            path: path.display().to_string(),
        })
    }

    /// A paper's row and its bytes as stored. The bytes are checked against the hash in the ledger.
    pub fn stored_paper(&self, id: &str) -> Result<(PaperRow, Vec<u8>), Failure> {
        use sha2::{Digest, Sha256};
        let reader = self.session()?.books.reader();
        let row = reader
            .paper(id)?
            .map(papers::row)
            .ok_or_else(|| Failure::not_found(Say::new("文书", "paper"), id))?;
        let bytes = reader.blob(&row.sha256)?.unwrap_or_default();
        if hex::encode(Sha256::digest(&bytes)) != row.sha256 {
            return Err(Failure::from(ledger::BooksFault::Damaged(format!(
                "文书{}的存档与账本记载不符",
                row.number
            ))));
        }
        Ok((row, bytes))
    }
}
