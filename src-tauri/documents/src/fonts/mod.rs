//! The fonts compiled into the program, the styles of an official paper, and which font has a character.

use crate::faults::PaperFaults;
use serde::Deserialize;
use std::sync::LazyLock;
use ttf_parser::{Face as Outlines, GlyphId};

/// Index of a face in [`Fonts`].
pub type FaceId = usize;

/// The styles of type an official paper uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 仿宋, the body.
    Fang,
    /// 楷体, second headings and the signer's name.
    Kai,
    /// 黑体, first headings and the word 附件.
    Hei,
    /// 小标宋, letterhead and title.
    Title,
    /// 宋体, page numbers.
    Song,
}

/// The styles that set the facts' text, each of which must have every character of it.
pub const TEXT_STYLES: [Style; 4] = [Style::Fang, Style::Kai, Style::Hei, Style::Title];

const FILES: [(&str, &[u8]); 7] = [
    ("fang", include_bytes!("../../../../assets/fonts/fang.otf")),
    ("fang-cwtex", include_bytes!("../../../../assets/fonts/fang-cwtex.ttf")),
    ("fang-light", include_bytes!("../../../../assets/fonts/fang-light.ttf")),
    ("kai", include_bytes!("../../../../assets/fonts/kai.ttf")),
    ("hei", include_bytes!("../../../../assets/fonts/hei.otf")),
    ("title", include_bytes!("../../../../assets/fonts/title.otf")),
    ("song", include_bytes!("../../../../assets/fonts/song.otf")),
];
const LISTING: &str = include_str!("../../../../assets/fonts/fonts.json");
const FANG: FaceId = 0;
const CWTEX: FaceId = 1;
const LIGHT: FaceId = 2;
const KAI: FaceId = 3;
const HEI: FaceId = 4;
const TITLE: FaceId = 5;
const SONG: FaceId = 6;

#[derive(Debug, Deserialize)]
pub struct Listed {
    pub key: String,
    pub name: String,
    pub version: String,
    pub sha256: String,
}

/// A font file, parsed.
pub struct Face {
    pub data: &'static [u8],
    pub outlines: Outlines<'static>,
    pub postscript: String,
    pub listed: Listed,
}

/// All faces, in the order of their ids.
pub struct Fonts {
    pub faces: Vec<Face>,
}

/// Where a character is found: the face, the glyph, and its advance in thousandths of the em.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub face: FaceId,
    pub glyph: u16,
    pub advance: i64,
}

static FONTS: LazyLock<Result<Fonts, String>> = LazyLock::new(parse);

/// The fonts, parsed once.
///
/// # Errors
/// A fault of field `fonts` if a font compiled in cannot be read; a test makes sure they can.
pub fn embedded() -> Result<&'static Fonts, PaperFaults> {
    FONTS.as_ref().map_err(|reason| {
        PaperFaults::one(
            "fonts",
            format!("程序自带的字体无法读取：{reason}"),
            format!("a font of the program cannot be read: {reason}"),
        )
    })
}

fn parse() -> Result<Fonts, String> {
    let listing: Vec<Listed> = serde_json::from_str(LISTING).map_err(|e| e.to_string())?;
    if listing.len() != FILES.len() {
        return Err("fonts.json lists other fonts".to_owned());
    }
    let faces = listing
        .into_iter()
        .zip(FILES)
        .map(|(listed, (key, data))| {
            if listed.key != key {
                return Err(format!("fonts.json lists {} where {key} is expected", listed.key));
            }
            let outlines = Outlines::parse(data, 0).map_err(|e| format!("{key}: {e}"))?;
            let postscript = outlines
                .names()
                .into_iter()
                .filter(|n| n.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
                .find_map(|n| n.to_string())
                .ok_or_else(|| format!("{key}: no PostScript name"))?;
            Ok(Face {
                data,
                outlines,
                postscript,
                listed,
            })
        })
        .collect::<Result<_, String>>()?;
    Ok(Fonts { faces })
}

/// The faces a style is set in, best first; the last has all standard characters.
const fn chain(style: Style) -> &'static [FaceId] {
    match style {
        Style::Fang => &[FANG, CWTEX, LIGHT],
        Style::Kai => &[KAI],
        Style::Hei => &[HEI],
        Style::Title => &[TITLE],
        Style::Song => &[SONG],
    }
}

impl Fonts {
    /// The first face of the style's chain that has the character.
    pub fn find(&self, style: Style, ch: char) -> Option<Found> {
        // The 楷体 draws Chinese quotation marks and the name dot on a Latin width; the 仿宋 gives them a full one.
        let first: &[FaceId] = if style == Style::Kai && "“”‘’·".contains(ch) {
            &[FANG]
        } else {
            &[]
        };
        first
            .iter()
            .chain(chain(style))
            .find_map(|&face| self.find_in(face, ch))
    }

    fn find_in(&self, face: FaceId, ch: char) -> Option<Found> {
        let outlines = &self.faces.get(face)?.outlines;
        let glyph = outlines.glyph_index(ch).filter(|g| g.0 != 0)?;
        Some(Found {
            face,
            glyph: glyph.0,
            advance: self.advance(face, glyph.0),
        })
    }

    /// The advance of a glyph in thousandths of the em, rounded down as the PDF's width table has it.
    pub fn advance(&self, face: FaceId, glyph: u16) -> i64 {
        self.faces.get(face).map_or(0, |f| {
            let units = i64::from(f.outlines.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0));
            units * 1000 / i64::from(f.outlines.units_per_em())
        })
    }
}

#[cfg(test)]
mod tests;
