//! The PDF back end: pages to PDF/A-2b. The only place with floats: printpdf takes points as `f32`.

mod archive;
mod embed;

use crate::faults::PaperFaults;
use crate::fonts::{FaceId, Fonts};
use crate::grid::{Nm, PAGE_HEIGHT, Size};
use crate::page::{Fill, Ink, Page, Run};
use crate::papers::LaidOut;
use crate::request::{FontUsed, PaperRequest};
use embed::Embedded;
use printpdf::{
    Codepoint, Color, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, Rgb, TextItem,
    TextMatrix,
};
use std::collections::BTreeSet;

/// The fonts of a paper's pages, in the order of their ids.
pub fn fonts_used(pages: &[Page], fonts: &Fonts) -> Vec<FontUsed> {
    let used: BTreeSet<FaceId> = pages.iter().flat_map(|p| &p.runs).map(|r| r.face).collect();
    used.into_iter()
        .filter_map(|id| fonts.faces.get(id))
        .map(|face| FontUsed {
            name: face.listed.name.clone(),
            version: face.listed.version.clone(),
            sha256: face.listed.sha256.clone(),
        })
        .collect()
}

/// Write a paper as PDF/A-2b.
///
/// # Errors
/// A fault of field `pdf` or `fonts` if a library fails; the facts cannot cause it.
pub fn write(laid: &LaidOut, request: &PaperRequest, fonts: &Fonts) -> Result<Vec<u8>, PaperFaults> {
    let mut doc = PdfDocument::new(&laid.title);
    let embedded = embed::embed(&mut doc, &laid.pages, fonts)?;
    let pages = laid
        .pages
        .iter()
        .map(|page| PdfPage::new(Mm(210.0), Mm(297.0), operations(page, &embedded, fonts)))
        .collect();
    doc.with_pages(pages);
    let mut warnings = Vec::new();
    let document = doc.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    archive::finish(document, laid, request)
}

fn operations(page: &Page, embedded: &[Option<Embedded>], fonts: &Fonts) -> Vec<Op> {
    let mut ops = Vec::new();
    let mut ink = None;
    let watermark = page.runs.iter().filter(|r| r.slanted);
    let text = page.runs.iter().filter(|r| !r.slanted);
    let mut pen = Pen::default();
    text_section(watermark, &mut pen, &mut ops, embedded, fonts);
    for fill in &page.fills {
        if ink != Some(fill.ink) {
            ops.push(Op::SetFillColor { col: colour(fill.ink) });
            ink = Some(fill.ink);
        }
        ops.push(rectangle(fill));
    }
    pen = Pen::default();
    text_section(text, &mut pen, &mut ops, embedded, fonts);
    ops
}

/// What the last run set.
#[derive(Default)]
struct Pen {
    font: Option<(FaceId, Size)>,
    ink: Option<Ink>,
}

fn text_section<'p>(
    runs: impl Iterator<Item = &'p Run>,
    pen: &mut Pen,
    ops: &mut Vec<Op>,
    embedded: &[Option<Embedded>],
    fonts: &Fonts,
) {
    ops.push(Op::StartTextSection);
    for run in runs {
        let Some(font) = embedded.get(run.face).and_then(Option::as_ref) else {
            continue;
        };
        if pen.ink != Some(run.ink) {
            ops.push(Op::SetFillColor { col: colour(run.ink) });
            pen.ink = Some(run.ink);
        }
        if pen.font != Some((run.face, run.size)) {
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(font.id.clone()),
                size: size(run.size),
            });
            pen.font = Some((run.face, run.size));
        }
        ops.push(Op::SetTextMatrix { matrix: matrix(run) });
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(codepoints(run, font, fonts))],
        });
    }
    ops.push(Op::EndTextSection);
}

fn codepoints(run: &Run, font: &Embedded, fonts: &Fonts) -> Vec<Codepoint> {
    let next = run.glyphs.iter().skip(1).map(|g| Some(g.x)).chain([None]);
    run.glyphs
        .iter()
        .zip(next)
        .map(|(glyph, next)| {
            let back = next.map_or(0, |next| {
                // Hundredths of a thousandth of the em.
                let moved = (next - glyph.x) * 100_000 / crate::grid::em(run.size);
                fonts.advance(run.face, glyph.id) * 100 - moved
            });
            let id = font.remapped(glyph.id);
            Codepoint::with_cid(id, hundredths(back), glyph.ch.to_string())
        })
        .collect()
}

const fn colour(ink: Ink) -> Color {
    let (r, g, b) = match ink {
        Ink::Black => (0.0, 0.0, 0.0),
        Ink::Red => (1.0, 0.0, 0.0),
        Ink::Grey => (0.86, 0.86, 0.86),
    };
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}

fn rectangle(fill: &Fill) -> Op {
    Op::DrawRectangle {
        rectangle: Rect {
            x: points(fill.x),
            y: points(PAGE_HEIGHT - fill.y - fill.height),
            width: points(fill.width),
            height: points(fill.height),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        },
    }
}

#[expect(clippy::float_arithmetic, reason = "a turned matrix has a negative sine")]
fn matrix(run: &Run) -> TextMatrix {
    let x = run.glyphs.first().map_or(0, |g| g.x);
    let (Pt(x), Pt(y)) = (points(x), points(PAGE_HEIGHT - run.y));
    let slant = std::f32::consts::FRAC_1_SQRT_2;
    TextMatrix::Raw(if run.slanted {
        [slant, slant, -slant, slant, x, y]
    } else {
        [1.0, 0.0, 0.0, 1.0, x, y]
    })
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "printpdf takes points as f32; a millipoint of a page fits its 24 bits"
)]
fn points(length: Nm) -> Pt {
    // Rounded to a thousandth of a point first, in integers.
    let milli = (length * 72 + 12_700) / 25_400;
    Pt(milli as f32 / 1000.0)
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "printpdf takes sizes as f32"
)]
fn size(size: Size) -> Pt {
    Pt(size as f32 / 10.0)
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "printpdf takes offsets as f32"
)]
fn hundredths(value: i64) -> f32 {
    value as f32 / 100.0
}
