//! The look of a sheet: header, widths, notes, drop-downs, freeze, print.

use crate::columns::{Column, Kind, LISTS, choices};
use crate::import::letter;
use crate::terms::Terms;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula, Note, Workbook,
    Worksheet, XlsxError,
};

/// Drop-downs reach down to this row.
const LAST_ROW: u32 = 300_000;
/// A4.
const PAPER: u8 = 9;

/// The formats of a workbook, made once.
pub(super) struct Formats {
    pub header: Format,
    pub text: Format,
    pub money: Format,
    pub date: Format,
    pub count: Format,
}

impl Formats {
    pub fn new() -> Self {
        let cell = || Format::new().set_font_name("宋体").set_font_size(11);
        Self {
            header: cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E8_EDF3))
                .set_border(FormatBorder::Thin),
            text: cell().set_num_format("@"),
            money: cell().set_num_format("#,##0.00"),
            date: cell().set_num_format("yyyy-mm-dd"),
            count: cell().set_num_format("General"),
        }
    }

    pub fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Money => &self.money,
            Kind::Date => &self.date,
            Kind::Count | Kind::Score => &self.count,
            _ => &self.text,
        }
    }
}

/// Lays out one sheet: all but its rows.
pub(super) fn lay_out(
    sheet: &mut Worksheet,
    columns: &[Column],
    terms: &Terms,
    formats: &Formats,
    frozen_columns: u16,
) -> Result<(), XlsxError> {
    for (at, column) in (0u16..).zip(columns) {
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.set_column_format(at, formats.of(column.kind))?;
        sheet.write_string_with_format(0, at, column.caption.as_ref(), &formats.header)?;
        if !column.note.is_empty() {
            let note = Note::new(column.note.as_ref())
                .set_author("说明")
                .add_author_prefix(false)
                .set_width(240)
                .set_height(90);
            sheet.insert_note(0, at, &note)?;
        }
        if let Some(list) = list_formula(column.kind, terms) {
            let validation = DataValidation::new()
                .allow_list_formula(Formula::new(list))
                .set_error_style(DataValidationErrorStyle::Stop)
                .set_error_title("不在可选内容之内")?
                .set_error_message("请从下拉列表中选择。")?;
            sheet.add_data_validation(1, at, LAST_ROW, at, &validation)?;
        }
    }
    sheet.set_row_height(0, 36)?;
    sheet.set_freeze_panes(1, frozen_columns)?;
    sheet.set_landscape();
    sheet.set_paper_size(PAPER);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&C第 &P 页，共 &N 页");
    Ok(())
}

/// The kinds with drop-downs, each a column of the hidden sheet of lists, in this order.
const LISTED: [Kind; 7] = [
    Kind::ThreeValued,
    Kind::YesNo,
    Kind::Bearer,
    Kind::County,
    Kind::Material,
    Kind::Specialty,
    Kind::Veto,
];

fn list_formula(kind: Kind, terms: &Terms) -> Option<String> {
    let at = LISTED.iter().position(|k| *k == kind)?;
    let count = choices(kind, terms).len();
    let column = letter(u32::try_from(at).ok()?);
    (count > 0).then(|| format!("={LISTS}!${column}$1:${column}${count}"))
}

/// The hidden sheet the drop-downs draw from: a list within a cell's rule may not exceed 255 characters.
pub(super) fn add_lists(workbook: &mut Workbook, terms: &Terms, formats: &Formats) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(LISTS)?;
    for (at, kind) in (0u16..).zip(LISTED) {
        for (row, choice) in (0u32..).zip(choices(kind, terms)) {
            sheet.write_string_with_format(row, at, choice, &formats.text)?;
        }
    }
    sheet.set_hidden(true);
    Ok(())
}
