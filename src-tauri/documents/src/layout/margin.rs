//! Outside the type area: page number, ledger's head, QR code, 样例; and 草稿 across the page.

use super::Sheet;
use crate::faults::PaperFaults;
use crate::fonts::Style;
use crate::grid::{CELL, HEIGHT, LEFT, Nm, RIGHT, SIZE_4, Size, TOP, WIDTH, cmm, em, mm};
use crate::page::{Fill, Ink, Page};
use crate::request::Mark;
use crate::text::line::{Align, Place};
use crate::text::{Setting, Span};
use qrcode::{Color, EcLevel, QrCode};

/// The dashes beside the page number lie 7 mm below the type area; in the font they stand 0.36 of an em above the line.
const NUMBER_Y: Nm = TOP + HEIGHT + mm(7) + em(SIZE_4) * 36 / 100;
const QR_SIDE: Nm = mm(13);
const QR_TOP: Nm = mm(277);
const FOOTER_Y: Nm = mm(288);
const FOOTER_SIZE: Size = 80;
const SAMPLE_Y: Nm = mm(282);
const SAMPLE_SIZE: Size = 105;
const DRAFT_SIZE: Size = 1600;

impl Sheet<'_> {
    pub(super) fn margin(&self, page: &mut Page, number: u32) -> Result<(), PaperFaults> {
        self.page_number(page, number)?;
        if self.request.mark == Mark::Sample {
            let text = "样例：本文件所载数据均为虚构，不具有任何效力";
            self.footer_line(page, text, Style::Hei, SAMPLE_SIZE, SAMPLE_Y)?;
        }
        let mut parts = Vec::new();
        if let Some(head) = &self.request.head {
            parts.push(format!("账本第{}号记录 {}", head.entry, head.hash16));
        }
        if !self.request.document_id.is_empty() {
            parts.push(format!("文件编号 {}", self.request.document_id));
            self.qr(page)?;
        }
        if !parts.is_empty() {
            self.footer_line(page, &parts.join("　"), Style::Fang, FOOTER_SIZE, FOOTER_Y)?;
        }
        Ok(())
    }

    /// — 1 —, odd pages at the right, even ones at the left.
    fn page_number(&self, page: &mut Page, number: u32) -> Result<(), PaperFaults> {
        let place = Place {
            x: LEFT + CELL,
            y: NUMBER_Y,
            measure: WIDTH - 2 * CELL,
            align: if number % 2 == 1 { Align::Right } else { Align::Left },
            size: SIZE_4,
            ink: Ink::Black,
        };
        let spans = [Span::new(Style::Song, format!("— {number} —"))];
        page.runs.extend(self.line(&spans, Setting::plain(SIZE_4), place)?);
        Ok(())
    }

    fn footer_line(&self, page: &mut Page, text: &str, style: Style, size: Size, y: Nm) -> Result<(), PaperFaults> {
        let place = Place {
            x: LEFT,
            y,
            measure: WIDTH - QR_SIDE - mm(6),
            align: Align::Left,
            size,
            ink: Ink::Black,
        };
        page.runs
            .extend(self.line(&[Span::new(style, text)], Setting::plain(size), place)?);
        Ok(())
    }

    /// The document's id at the lower right, its right edge that of the type area.
    fn qr(&self, page: &mut Page) -> Result<(), PaperFaults> {
        let code =
            QrCode::with_error_correction_level(self.request.document_id.as_bytes(), EcLevel::M).map_err(|e| {
                PaperFaults::one(
                    "document_id",
                    format!("无法生成二维码：{e}"),
                    format!("no QR code can be made: {e}"),
                )
            })?;
        let side = Nm::try_from(code.width()).unwrap_or(1).max(1);
        let colors = code.to_colors();
        let edge = |index: Nm| QR_SIDE * index / side;
        for (row, modules) in (0..).zip(colors.chunks(code.width())) {
            let mut column = 0;
            // Neighbours in a row make one rectangle.
            for same in modules.chunk_by(|a, b| a == b) {
                let end = column + Nm::try_from(same.len()).unwrap_or(0);
                if same.first() == Some(&Color::Dark) {
                    page.fills.push(Fill {
                        x: RIGHT - QR_SIDE + edge(column),
                        y: QR_TOP + edge(row),
                        width: edge(end) - edge(column),
                        height: edge(row + 1) - edge(row),
                        ink: Ink::Black,
                    });
                }
                column = end;
            }
        }
        Ok(())
    }

    /// 草稿, large and grey, under the text of a preview.
    pub(super) fn watermark(&self, page: &mut Page) -> Result<(), PaperFaults> {
        if self.request.mark != Mark::Draft {
            return Ok(());
        }
        let place = Place {
            x: cmm(8030),
            y: cmm(20360),
            measure: WIDTH,
            align: Align::Left,
            size: DRAFT_SIZE,
            ink: Ink::Grey,
        };
        let spans = [Span::new(Style::Hei, "草稿")];
        page.runs.extend(
            self.line(&spans, Setting::plain(DRAFT_SIZE), place)?
                .into_iter()
                .map(|mut run| {
                    run.slanted = true;
                    run
                }),
        );
        Ok(())
    }
}
