//! The document model: what an official document says, free of where it stands on paper.
//!
//! Every type can be stored as JSON; fields added later have defaults, so that a document frozen
//! today renders to the same bytes tomorrow.

mod page;
mod table;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::fonts::Role;
pub use page::{Margins, PageNumbers, PageOptions};
pub use table::{Align, Column, ColumnWidth, Span, Table, TextSize};

/// One official document (公文), with every element of GB/T 9704-2012 it may hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    pub format: Format,
    /// 发文机关标志, set in red; shrinks to one line.
    pub mark: Option<String>,
    /// Issue under the mark of minutes, e.g. `第11期`.
    pub issue: Option<String>,
    /// 发文字号, e.g. `云溪街〔2026〕5号`.
    pub number: Option<String>,
    /// 签发人; its presence makes the document one to a superior (上行文).
    pub signer: Option<String>,
    /// Minutes: issuer at the left and date at the right, above the red rule.
    pub issuer_line: Option<IssuerLine>,
    /// 标题, broken into lines by meaning; a line feed forces a break.
    pub title: String,
    /// 主送机关 without its closing colon.
    pub addressee: Option<String>,
    pub body: Vec<Block>,
    /// 出席, 请假, 列席 after the body.
    pub attendance: Vec<AttendanceLine>,
    pub signature: Option<Signature>,
    /// 附注, printed in brackets under the date.
    pub annotation: Option<String>,
    pub attachments: Vec<Attachment>,
    /// 版记 at the foot of the last page.
    pub colophon: Option<Colophon>,
    pub page: PageOptions,
    pub info: Info,
}

/// The standard's formats (clauses 7 and 10).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// 纪要格式 (10.3).
    Minutes,
    /// 公文格式 (clause 7).
    #[default]
    Notice,
    /// 信函格式 (10.1), between equals.
    Letter,
    /// No red mark: internal records, tables, forms.
    Plain,
}

/// Issuer and date above the red rule of minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IssuerLine {
    pub issuer: String,
    /// As printed, e.g. `2026年11月26日`.
    pub date: String,
}

/// A piece of body text, in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading of its own line. Level 1 黑体, 2 楷体, 3 and 4 仿宋 (7.3.3).
    Heading {
        level: u8,
        text: String,
    },
    /// 3号仿宋, indented by two characters; a line feed starts a new paragraph.
    Paragraph {
        text: String,
    },
    /// A heading run into its paragraph: `lead` in the level's font, then `text` in 仿宋.
    RunIn {
        level: u8,
        lead: String,
        text: String,
    },
    /// Text without an indent: captions, lines of forms, centred remarks.
    Line {
        align: Align,
        text: String,
    },
    /// Large text for certificates and name cards, in lines 1.3 times its size.
    Display {
        text: String,
        role: Role,
        /// Size in points.
        points: u16,
        align: Align,
    },
    /// Large text standing on its head, centred: the far face of a card that is folded to stand. Word
    /// processors cannot turn a paragraph, so a .docx leaves its lines empty.
    Turned {
        text: String,
        role: Role,
        /// Size in points.
        points: u16,
    },
    /// A paragraph in another size than body text, as certificates have: its first line indented by
    /// two characters of its size, in lines 1.3 times the size.
    Large {
        text: String,
        role: Role,
        /// Size in points.
        points: u16,
    },
    /// A signature within the body, for papers of which one document holds several.
    Signed(Signature),
    Table(Table),
    /// Blocks that stay on one page together with the last `lines_before` lines of text before them:
    /// lines to be signed by hand at the end of a record, which must not stand alone on a page (as 7.3.5
    /// asks of 署名). A table before them gives its last row.
    Together {
        blocks: Vec<Block>,
        #[serde(default = "lines_with_signature")]
        lines_before: u8,
    },
    /// An empty line.
    Blank,
    /// What follows starts a new page; blank lines at its top are kept.
    PageBreak,
}

impl Block {
    /// A body paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// `blocks` kept together and with the last two lines of what they close, e.g. lines to be signed.
    pub fn closing(blocks: Vec<Block>) -> Self {
        Self::Together {
            blocks,
            lines_before: lines_with_signature(),
        }
    }

    /// A heading of `level` 1 to 4.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: text.into(),
        }
    }
}

/// Lines of text that go to a new page with what closes them.
const fn lines_with_signature() -> u8 {
    2
}

/// A line such as `出席：…` in minutes: label in 黑体, text in 仿宋 hanging after the colon (10.3.2).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttendanceLine {
    /// Without the colon, e.g. `出席`.
    pub label: String,
    pub text: String,
}

/// 发文机关署名 and 成文日期 (7.3.5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signature {
    /// The signing body.
    pub body: String,
    pub date: NaiveDate,
    /// Room is left for a seal (7.3.5.1); the seal itself is never drawn.
    pub sealed: bool,
}

/// 附件, each on a new page (7.3.7).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attachment {
    pub title: String,
    pub body: Vec<Block>,
    /// Turned by a quarter, head at the left edge; page numbers stay in place (clause 8).
    pub landscape: bool,
}

/// 版记: copies and printing (7.4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Colophon {
    /// `抄送` or, in minutes, `分送`.
    pub distribution_label: String,
    /// Receivers in order, printed with `，` between them and `。` at the end.
    pub distribution: Vec<String>,
    /// 印发机关.
    pub printer: String,
    /// 印发日期.
    pub printed_on: NaiveDate,
}

/// What the file says of itself. All of it is given, nothing is taken from the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Info {
    pub title: String,
    pub author: String,
    pub subject: String,
    /// Local time of the office, written as UTC+08:00.
    pub created: NaiveDateTime,
    /// Hexadecimal; becomes the PDF's identifier. Anything else in it is hashed, not refused.
    pub identifier: String,
}
