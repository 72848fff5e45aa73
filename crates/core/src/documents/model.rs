use crate::files::FileRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A document the program makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 会议纪要; the frozen one where it is signed.
    Minutes,
    /// 会议通知 with 回执.
    Notice,
    /// 议题征集表.
    TopicSheet,
    /// 议程.
    Agenda,
    /// 主持词.
    Script,
    /// 签到表.
    SignIn,
    /// 会议记录, internal.
    Record,
    /// 发文稿纸.
    ApprovalSlip,
    /// 年度轮值表.
    RotaTable,
}

/// What a document is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentSource {
    /// A meeting: `meeting_id`.
    Meeting,
    /// A year: `year`.
    Year,
}

impl DocumentKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 9] = [
        Self::Notice,
        Self::TopicSheet,
        Self::Agenda,
        Self::Script,
        Self::SignIn,
        Self::Record,
        Self::Minutes,
        Self::ApprovalSlip,
        Self::RotaTable,
    ];

    /// What people call it.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Minutes => "会议纪要",
            Self::Notice => "会议通知",
            Self::TopicSheet => "议题征集表",
            Self::Agenda => "会议议程",
            Self::Script => "主持词",
            Self::SignIn => "签到表",
            Self::Record => "会议记录",
            Self::ApprovalSlip => "发文稿纸",
            Self::RotaTable => "年度轮值表",
        }
    }

    /// What it is made from.
    pub fn source(self) -> DocumentSource {
        match self {
            Self::RotaTable => DocumentSource::Year,
            _ => DocumentSource::Meeting,
        }
    }

    /// Whether it must stay inside the office.
    pub fn internal(self) -> bool {
        matches!(self, Self::Record | Self::ApprovalSlip)
    }
}

/// A document as `documents.kinds` lists it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentKindInfo {
    /// Which.
    pub kind: DocumentKind,
    /// What people call it.
    pub name: String,
    /// What it is made from.
    pub source: DocumentSource,
    /// Whether it must stay inside the office.
    pub internal: bool,
}

/// Arguments of `documents.make`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MakeDocument {
    /// Which.
    pub kind: DocumentKind,
    /// The meeting, for a meeting's papers.
    #[ts(optional)]
    pub meeting_id: Option<String>,
    /// The year, for the rota table; this year when not said.
    #[ts(optional)]
    pub year: Option<i64>,
    /// Which version of the minutes; the newest when not said.
    #[ts(optional)]
    pub revision: Option<i64>,
}

/// A document that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MadeDocument {
    /// The PDF.
    pub file: FileRef,
    /// Its pages.
    pub pages: u32,
    /// Rare characters that were set from another font than their role's.
    pub borrowed: String,
}
