//! The used glyphs of each font, cut out and handed to printpdf.

use crate::faults::PaperFaults;
use crate::fonts::{Face, FaceId, Fonts};
use crate::page::Page;
use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// A font in the document.
pub struct Embedded {
    pub id: FontId,
    remapper: GlyphRemapper,
}

impl Embedded {
    /// The glyph's id in the cut font.
    pub fn remapped(&self, glyph: u16) -> u16 {
        self.remapper.get(glyph).unwrap_or(0)
    }
}

/// Cut and embed the fonts the pages use; the answer is indexed by face.
pub fn embed(doc: &mut PdfDocument, pages: &[Page], fonts: &Fonts) -> Result<Vec<Option<Embedded>>, PaperFaults> {
    let mut used: BTreeMap<FaceId, BTreeMap<u16, char>> = BTreeMap::new();
    for run in pages.iter().flat_map(|p| &p.runs) {
        let glyphs = used.entry(run.face).or_default();
        for glyph in &run.glyphs {
            glyphs.entry(glyph.id).or_insert(glyph.ch);
        }
    }
    (0..)
        .zip(&fonts.faces)
        .map(|(id, face)| {
            used.get(&id)
                .map(|glyphs| embed_one(doc, id, face, glyphs, fonts))
                .transpose()
        })
        .collect()
}

fn embed_one(
    doc: &mut PdfDocument,
    face_id: FaceId,
    face: &Face,
    glyphs: &BTreeMap<u16, char>,
    fonts: &Fonts,
) -> Result<Embedded, PaperFaults> {
    let mut remapper = GlyphRemapper::new();
    let mut characters = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for (&glyph, &ch) in glyphs {
        let id = remapper.remap(glyph);
        characters.insert(u32::from(ch), id);
        widths.insert(id, u16::try_from(fonts.advance(face_id, glyph)).unwrap_or(0));
    }
    let bytes = subsetter::subset(face.data, 0, &remapper).map_err(|e| {
        PaperFaults::one(
            "fonts",
            format!("字体{}无法裁剪：{e}", face.listed.name),
            format!("the font {} cannot be cut: {e}", face.listed.name),
        )
    })?;
    let tag = tag(face_id);
    let scaled = |units: i16| scale(units, face.outlines.units_per_em());
    // Widths and metrics go in as thousandths of the em, whatever the font's own units are. All faces say that they
    // fill the em square, 0.88 above the line: so a reader that measures text boxes finds the square, which is what
    // the page is laid out by, and not a font's own idea of line spacing.
    let metrics = FontMetrics {
        ascent: 880,
        descent: -120,
    };
    let name = format!("{tag}+{}", face.postscript);
    let mut parsed = ParsedFont::with_glyph_data(bytes, 0, Some(name), characters, widths, 1000, metrics);
    let bounds = face.outlines.global_bounding_box();
    parsed.pdf_font_metrics.x_min = scaled(bounds.x_min);
    parsed.pdf_font_metrics.y_min = scaled(bounds.y_min);
    parsed.pdf_font_metrics.x_max = scaled(bounds.x_max);
    parsed.pdf_font_metrics.y_max = scaled(bounds.y_max);
    parsed.pdf_font_metrics.us_weight_class = face.outlines.weight().to_number();
    let id = FontId(tag);
    doc.resources.fonts.map.insert(id.clone(), PdfFont::new(parsed));
    Ok(Embedded { id, remapper })
}

fn scale(units: i16, per_em: u16) -> i16 {
    i16::try_from(i32::from(units) * 1000 / i32::from(per_em)).unwrap_or(0)
}

/// The subset tag: six capitals, the same for a face in every document.
fn tag(face: FaceId) -> String {
    let letter = u8::try_from(face).map_or('Z', |n| char::from(b'A' + n % 26));
    format!("DESKF{letter}")
}
