//! The page of GB/T 9704-2012 in integers.

/// A length in nanometres. `156 mm / 28` loses a third of a nanometre, which no ruler shows.
pub type Nm = i64;

/// A font size in tenths of a point: 三号 is `160`.
pub type Size = i64;

/// Whole millimetres.
pub const fn mm(value: i64) -> Nm {
    value * 1_000_000
}

/// Hundredths of a millimetre.
pub const fn cmm(value: i64) -> Nm {
    value * 10_000
}

/// The side of the em square of a font size.
pub const fn em(size: Size) -> Nm {
    size * 254_000_000 / 7200
}

pub const PAGE_HEIGHT: Nm = mm(297);
pub const TOP: Nm = mm(37);
pub const LEFT: Nm = mm(28);
/// The type area (版心).
pub const WIDTH: Nm = mm(156);
pub const HEIGHT: Nm = mm(225);
pub const RIGHT: Nm = LEFT + WIDTH;
pub const LINES: i64 = 22;
pub const CHARACTERS: i64 = 28;
/// From one line to the next.
pub const LINE: Nm = HEIGHT / LINES;
/// The cell of one character of the body.
pub const CELL: Nm = WIDTH / CHARACTERS;

/// 二号.
pub const SIZE_2: Size = 220;
/// 三号, the body.
pub const SIZE_3: Size = 160;
/// 四号.
pub const SIZE_4: Size = 140;
/// 五号, tables.
pub const SIZE_5: Size = 105;

/// The baseline lies this far below the top of the em square; a Chinese font's square is 0.88 above it and 0.12 below.
pub const fn baseline(size: Size) -> Nm {
    em(size) * 88 / 100
}
