//! Why a file as a whole cannot be read.

use domain::Say;

/// The file is refused before any row is looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.message().zh)]
pub struct FileFault(pub FileFaultKind);

/// The kinds of refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFaultKind {
    /// The file has no bytes.
    Empty,
    /// It could not be opened or read from the disk.
    Unreadable(String),
    /// Its first bytes are not those of an .xlsx file, or no workbook is inside.
    NotAWorkbook,
    /// An .xls file of Excel 97–2003.
    OldFormat,
    /// The workbook has an opening password.
    Encrypted,
    /// Larger than the program reads: bytes and the limit.
    TooLarge { bytes: u64, limit: u64 },
    /// A part of the workbook is damaged.
    Damaged { part: String, detail: String },
    /// Expected sheets are missing.
    WrongSheets { missing: Vec<String>, found: Vec<String> },
    /// Columns are missing in a sheet, or a caption stands there twice.
    WrongColumns {
        sheet: String,
        missing: Vec<String>,
        twice: Vec<String>,
    },
    /// The sheet has a header and nothing under it.
    NoRows { sheet: String },
}

impl FileFault {
    pub fn code(&self) -> &'static str {
        self.0.code()
    }

    pub fn message(&self) -> Say {
        self.0.message()
    }

    pub fn remedy(&self) -> Say {
        self.0.remedy()
    }
}

impl From<FileFaultKind> for FileFault {
    fn from(kind: FileFaultKind) -> Self {
        Self(kind)
    }
}

impl FileFaultKind {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_file",
            Self::Unreadable(_) => "unreadable_file",
            Self::NotAWorkbook => "not_a_workbook",
            Self::OldFormat => "old_format",
            Self::Encrypted => "encrypted",
            Self::TooLarge { .. } => "too_large",
            Self::Damaged { .. } => "damaged",
            Self::WrongSheets { .. } => "wrong_sheets",
            Self::WrongColumns { .. } => "wrong_columns",
            Self::NoRows { .. } => "no_rows",
        }
    }

    pub fn message(&self) -> Say {
        match self {
            Self::Empty => Say::new("文件是空的（0 字节）。", "The file is empty (0 bytes)."),
            Self::Unreadable(why) => Say::new(
                format!("文件打不开：{why}。"),
                format!("The file cannot be opened: {why}."),
            ),
            Self::NotAWorkbook => Say::new(
                "该文件不是 Excel 工作簿（.xlsx）。",
                "The file is not an Excel workbook (.xlsx).",
            ),
            Self::OldFormat => Say::new(
                "该文件是 Excel 97–2003 旧格式（.xls）。",
                "The file is in the old format of Excel 97–2003 (.xls).",
            ),
            Self::Encrypted => Say::new("工作簿设有打开密码。", "The workbook is protected by a password."),
            Self::TooLarge { bytes, limit } => Say::new(
                format!("文件过大：{bytes} 字节，上限 {limit} 字节。"),
                format!("The file is too large: {bytes} bytes, the limit is {limit}."),
            ),
            Self::Damaged { part, detail } => Say::new(
                format!("工作簿已损坏：{part}（{detail}）。"),
                format!("The workbook is damaged: {part} ({detail})."),
            ),
            Self::WrongSheets { missing, found } => Say::new(
                format!(
                    "缺少工作表：{}。文件中现有工作表：{}。",
                    missing.join("、"),
                    if found.is_empty() {
                        "无".to_owned()
                    } else {
                        found.join("、")
                    }
                ),
                format!(
                    "Sheets are missing: {}. The file has: {}.",
                    missing.join(", "),
                    if found.is_empty() {
                        "none".to_owned()
                    } else {
                        found.join(", ")
                    }
                ),
            ),
            Self::WrongColumns { sheet, missing, twice } => {
                let mut zh = Vec::new();
                let mut en = Vec::new();
                if !missing.is_empty() {
                    zh.push(format!("缺少列：{}", missing.join("、")));
                    en.push(format!("columns are missing: {}", missing.join(", ")));
                }
                if !twice.is_empty() {
                    zh.push(format!("列名重复：{}", twice.join("、")));
                    en.push(format!("captions stand there twice: {}", twice.join(", ")));
                }
                Say::new(
                    format!("工作表“{sheet}”{}。", zh.join("；")),
                    format!("Sheet {sheet}: {}.", en.join("; ")),
                )
            }
            Self::NoRows { sheet } => Say::new(
                format!("工作表“{sheet}”只有表头，没有数据行。"),
                format!("Sheet {sheet} has a header and no rows."),
            ),
        }
    }

    pub fn remedy(&self) -> Say {
        match self {
            Self::Empty | Self::Unreadable(_) | Self::Damaged { .. } => Say::new(
                "请在 Excel 或 WPS 中打开原文件，另存为 .xlsx 后重新导入。",
                "Open the original in Excel or WPS, save it as .xlsx and import it again.",
            ),
            Self::NotAWorkbook => Say::new(
                "请选用由本程序模板填写的 .xlsx 文件；改扩展名不能改变文件格式。",
                "Choose an .xlsx file made from this program's template; renaming a file does not change its format.",
            ),
            Self::OldFormat => Say::new(
                "请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”。",
                "Save it as an Excel workbook (*.xlsx) in Excel or WPS.",
            ),
            Self::Encrypted => Say::new(
                "请在 Excel 或 WPS 中取消打开密码后重新保存。",
                "Remove the password in Excel or WPS and save the file again.",
            ),
            Self::TooLarge { .. } => Say::new(
                "请删除图片和多余的工作表，或分成几个文件导入。",
                "Remove pictures and needless sheets, or split the file.",
            ),
            Self::WrongSheets { .. } | Self::WrongColumns { .. } => Say::new(
                "请重新导出模板，把数据粘贴到模板中；工作表名和列名不得改动，列的先后可以调整。",
                "Export the template again and paste the data into it; names of sheets and columns must stay, the order of columns may change.",
            ),
            Self::NoRows { .. } => Say::new("请从表头下一行起填写。", "Fill in rows below the header."),
        }
    }
}
