//! Sheet 说明: how to fill the workbook, and what the short signs mean.

use crate::columns::GUIDE;
use crate::terms::Terms;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

pub(super) const FOR_FILINGS: &[&str] = &[
    "“申请”表每家企业一行，“材料”表每家企业每项材料一行，两表以统一社会信用代码对应。",
    "工作表名和列名不得改动；列的先后可以调整，可以另加列（另加的列不读取）。空行不影响导入。",
    "统一社会信用代码、联系电话、材料编号为文本，不得由公式得出。从别处粘贴时选“只粘贴文本”。",
    "金额以元为单位，直接填数字，最多两位小数，不用公式，不填万元。尚不清楚的填“待核”或留空。",
    "日期写作 2026-03-01。是否类填“是”“否”或“待核”，留空视为待核；违法记录填“是”表示有严重违法违规记录。",
    "导入时一次列出全部问题，逐格注明原因和改法；一家企业的任何一行有问题，该企业整份退回，其余企业照常收下。",
    "退回的工作簿带“退回原因”列，改正后可以直接再次导入。",
];

pub(super) const FOR_SCORES: &[&str] = &[
    "“评分”表每位专家对每份申请一行。各项必须填写；弃权的填写弃权理由并把各项留空，弃权不是零分。",
    "得分不得超过该项满分，并须符合分档。一票否决须同时填写情形和理由。",
    "工作表名和列名不得改动；列的先后可以调整。",
];

pub(super) const FOR_EXPERTS: &[&str] = &[
    "“专家”表每位专家一行，编号不得重复，专业类别从下拉列表选择。",
    "近三年任职、持股和其他利害关系用于比对回避，请如实填写；多个单位或代码用分号隔开。",
    "统一社会信用代码为文本，共 18 位。",
];

/// Adds the sheet; `materials`: with the list of materials.
pub(super) fn add(workbook: &mut Workbook, terms: &Terms, lines: &[&str], materials: bool) -> Result<(), XlsxError> {
    let plain = Format::new()
        .set_font_name("宋体")
        .set_font_size(11)
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let heading = plain.clone().set_bold().set_font_size(14);
    let sheet = workbook.add_worksheet();
    sheet.set_name(GUIDE)?;
    sheet.set_column_width(0, 6)?;
    sheet.set_column_width(1, 90)?;
    sheet.write_string_with_format(0, 0, "填表说明", &heading)?;
    sheet.write_string_with_format(
        1,
        0,
        format!("政策版本：{}", terms.policy),
        &plain.clone().set_align(FormatAlign::Left),
    )?;
    let mut row = 3;
    for (number, line) in (1u32..).zip(lines) {
        sheet.write_string_with_format(row, 0, format!("{number}."), &plain)?;
        sheet.write_string_with_format(row, 1, *line, &plain)?;
        row += 1;
    }
    if materials {
        row += 1;
        sheet.write_string_with_format(row, 0, "材料清单", &heading)?;
        row += 1;
        for item in &terms.materials {
            let title = if item.required {
                item.title.clone()
            } else {
                format!("{}（视情况提供）", item.title)
            };
            sheet.write_string_with_format(row, 0, &item.no, &plain)?;
            sheet.write_string_with_format(row, 1, title, &plain)?;
            row += 1;
        }
    }
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}
