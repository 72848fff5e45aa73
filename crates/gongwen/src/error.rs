use std::path::PathBuf;

use crate::fonts::Role;

/// Why a document could not be typeset; each message tells a clerk what happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error(
        "字体中没有“{character}”（U+{:04X}），它在{place}“{excerpt}”里。请换一个字，或在设置里给{role}配上含有这个字的字体。",
        *character as u32
    )]
    MissingGlyph {
        character: char,
        role: Role,
        /// The element it stands in, e.g. `标题`.
        place: String,
        /// The characters around it.
        excerpt: String,
    },
    #[error("{place}太长：排了{lines}行，最多{limit}行。请缩短。")]
    TooLong {
        place: &'static str,
        lines: usize,
        limit: usize,
    },
    #[error("{place}太长，一行排不下（{characters}个字）。请缩短。")]
    TooWide {
        place: &'static str,
        characters: usize,
    },
    #[error(
        "找不到{role}的字体，找过的文件夹：{}。请在设置里指定字体文件。",
        list(searched)
    )]
    FontNotFound { role: Role, searched: Vec<PathBuf> },
    #[error("字体文件“{}”读不出来：{reason}。请换一个字体文件。", path.display())]
    FontUnreadable { path: PathBuf, reason: String },
    #[error("表格第{row}行有{cells}格，而表头只有{columns}栏。请核对表格。")]
    TableShape {
        row: usize,
        cells: usize,
        columns: usize,
    },
    #[error("表格有{columns}栏，纸面排不下。请减少栏目或改用横排。")]
    TableTooWide { columns: usize },
    #[error("页边距或行距不合理，版心里排不下一行字。请在设置里改回标准值。")]
    PageTooSmall,
    #[error("生成 PDF 时出错：{0}。")]
    Pdf(String),
    #[error("生成 Word 文件时出错：{0}。")]
    Docx(String),
}

fn list(paths: &[PathBuf]) -> String {
    let names: Vec<_> = paths.iter().map(|p| p.display().to_string()).collect();
    if names.is_empty() {
        "（无）".into()
    } else {
        names.join("、")
    }
}
