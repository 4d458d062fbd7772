//! 版记: copies to, issued by and when; at the foot of the last page.

use super::{Area, Sheet};
use crate::faults::PaperFaults;
use crate::fonts::Style;
use crate::grid::{LEFT, Nm, SIZE_4, WIDTH, baseline, cmm, em, mm};
use crate::page::{Fill, Ink, Strip};
use crate::template::{Filled, written_date};
use crate::text::line::{Align, Place};
use crate::text::{Setting, Span, cells, width};

/// The height of one line of the imprint.
const PITCH: Nm = mm(8);
const OUTER: Nm = cmm(35);
const INNER: Nm = cmm(25);
/// One character in from either edge.
const INDENT: Nm = em(SIZE_4);
const INNER_WIDTH: Nm = WIDTH - 2 * INDENT;

/// The imprint; its foot is the foot of the type area.
pub struct Imprint {
    pub strip: Strip,
    pub height: Nm,
}

impl Sheet<'_> {
    pub(super) fn imprint(&self, filled: &Filled) -> Result<Imprint, PaperFaults> {
        let mut strip = Strip::default();
        let mut y = 0;
        strip.fills.push(rule(y, OUTER));
        if !filled.cc.is_empty() {
            y += self.copies(filled, &mut strip)?;
            strip.fills.push(rule(y, INNER));
        }
        let place = |align, ink| Place {
            x: LEFT + INDENT,
            y: y + first_baseline(),
            measure: INNER_WIDTH,
            align,
            size: SIZE_4,
            ink,
        };
        let setting = Setting::plain(SIZE_4);
        let issued = format!("{}印发", written_date(self.request.date));
        let by = Span::new(Style::Fang, &filled.imprint);
        strip
            .runs
            .extend(self.line(&[by], setting, place(Align::Left, Ink::Black))?);
        let on = Span::new(Style::Fang, issued);
        strip
            .runs
            .extend(self.line(&[on], setting, place(Align::Right, Ink::Black))?);
        y += PITCH;
        strip.fills.push(rule(y, OUTER));
        Ok(Imprint { strip, height: y })
    }

    /// 抄送, its further lines under the first name; the height it takes.
    fn copies(&self, filled: &Filled, strip: &mut Strip) -> Result<Nm, PaperFaults> {
        let label = [Span::new(Style::Fang, &filled.cc_label)];
        let hang = width(&cells(&label, Setting::plain(SIZE_4), self.fonts)?);
        let shift = first_baseline() - baseline(SIZE_4);
        strip.runs.extend(self.line(
            &label,
            Setting::plain(SIZE_4),
            Place {
                x: LEFT + INDENT,
                y: first_baseline(),
                measure: hang,
                align: Align::Left,
                size: SIZE_4,
                ink: Ink::Black,
            },
        )?);
        let area = Area {
            x: LEFT + INDENT + hang,
            measure: INNER_WIDTH - hang,
            pitch: PITCH,
            align: Align::Left,
        };
        let lines = self.lines(&format!("{}。", filled.cc.join("，")), Style::Fang, SIZE_4, area)?;
        let count = Nm::try_from(lines.len()).unwrap_or(1);
        for mut run in lines.into_iter().flatten() {
            run.y += shift;
            strip.runs.push(run);
        }
        Ok(count * PITCH)
    }
}

/// The baseline of a line's text, centred between the rules.
const fn first_baseline() -> Nm {
    (PITCH - em(SIZE_4)) / 2 + baseline(SIZE_4)
}

/// A rule whose middle lies at `y`; the last one's at the foot of the type area.
fn rule(y: Nm, height: Nm) -> Fill {
    Fill {
        x: LEFT,
        y: y - height / 2,
        width: WIDTH,
        height,
        ink: Ink::Black,
    }
}
