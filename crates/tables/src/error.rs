//! Why a workbook could not be read or written, in sentences a clerk can act on.

use thiserror::Error;

use super::limits;

/// A workbook that cannot be used at all. Faults of single cells are [`super::Fault`]s instead.
#[derive(Debug, Error)]
pub enum ExcelError {
    /// The file is larger than [`limits::FILE_BYTES`].
    #[error("文件有 {megabytes} MB，超过 20 MB 上限，请拆分成几个文件后再导入。")]
    FileTooLarge {
        /// Size rounded up to megabytes.
        megabytes: usize,
    },
    /// Neither a workbook nor a text with cells.
    #[error(
        "这个文件不是表格（.xlsx、.xls、.ods 或 .csv），请在 Excel 或 WPS 中另存为 .xlsx 后再选。"
    )]
    NotWorkbook,
    /// An encrypted workbook.
    #[error("这个文件设有打开密码，请先在 Excel 或 WPS 中取消密码并保存，再选一次。")]
    Password,
    /// The archive or a part of it is broken.
    #[error("文件已损坏，无法读取：请用 Excel 或 WPS 打开后另存一份，再选另存的文件。")]
    Damaged {
        /// What the parser said, for the log.
        cause: String,
    },
    /// The archive inflates beyond [`limits::INFLATED_BYTES`], [`limits::RATIO`] or
    /// [`limits::ENTRIES`].
    #[error("文件解压后过大，不像正常的台账，已停止读取：请把需要的内容复制到新表格里再导入。")]
    Inflates {
        /// The part or count that broke the limit, for the log.
        cause: String,
    },
    /// More rows, cells or text than the limits allow.
    #[error(
        "表格内容过多（最多 {rows} 行、{cells} 个单元格），请按社区拆分后分次导入。",
        rows = limits::ROWS,
        cells = limits::CELLS
    )]
    TooMuchContent,
    /// Content to the right of [`limits::COLUMNS`].
    #[error("工作表“{sheet}”的 {cell} 单元格还有内容，超出 256 列上限，请清除后再导入。")]
    TooWide {
        /// Name of the sheet.
        sheet: String,
        /// Address such as `XFD1048576`.
        cell: String,
    },
    /// No visible worksheet.
    #[error("工作簿里没有可见的工作表，请取消隐藏后再导入。")]
    NoSheet,
    /// No row looks like the header of this register.
    #[error("没有找到表头，表头中应有：{expected}。请核对所选文件，或下载模板填写。")]
    NoHeader {
        /// Titles of the required columns.
        expected: String,
    },
    /// The header lacks required columns.
    #[error("工作表“{sheet}”的表头缺少：{missing}。请补上这些列后再导入。")]
    MissingColumns {
        /// Name of the sheet.
        sheet: String,
        /// Titles of the missing columns.
        missing: String,
    },
    /// What the process that read the file says of it.
    #[error("{message}")]
    Refused {
        /// The sentence for the person.
        message: String,
        /// The cause, for the log.
        cause: String,
    },
    /// The workbook could not be written.
    #[error("表格生成失败，请重试；仍不行时请把日志交给技术支持。")]
    Write(#[from] rust_xlsxwriter::XlsxError),
}

impl ExcelError {
    /// A broken file, keeping what the parser said for the log.
    pub fn damaged(cause: impl std::fmt::Display) -> Self {
        Self::Damaged {
            cause: cause.to_string(),
        }
    }
}

impl From<ExcelError> for ground::error::Error {
    fn from(cause: ExcelError) -> Self {
        tracing::warn!(?cause, "workbook refused");
        Self::new(ground::error::ErrorCode::File, cause.to_string())
    }
}
