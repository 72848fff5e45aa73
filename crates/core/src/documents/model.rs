use super::IssuedStanding;
use crate::partners::ListPartners;
use chrono::NaiveDate;
use ground::calendar::{Month, Quarter};
use ground::files::FileRef;
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
    /// 全套会议材料: the meeting's papers in one file, with a bookmark for each.
    MeetingSet,
    /// 年度轮值表.
    RotaTable,
    /// 轮值通知.
    TurnNotice,
    /// 轮值小结 with 交接单.
    TurnSummary,
    /// 交办单, 任务认领单 or 协调函, by the relation of the lead.
    Assignment,
    /// 催办单, 工作提示 or 商请函, by the relation of the lead.
    Reminder,
    /// 落实情况通报.
    ProgressReport,
    /// 席卡, two to a page.
    NameCards,
    /// 联络员通讯录; work phones only when asked.
    Liaisons,
    /// 兼职委员推荐（备案）表.
    MemberFiling,
    /// 兼职委员聘书.
    Appointments,
    /// 双述双评测评表.
    ReviewSheet,
    /// 归档文件目录 of a year.
    ArchiveList,
    /// 考评通报 of a published period, as it was frozen.
    RatingReport,
    /// 评分表, blank or as filled in.
    ScoreSheets,
    /// 光荣榜 of a published period.
    HonourRoll,
    /// 年度楼栋星级表.
    RatingYear,
    /// 十佳楼栋 or 最美楼栋长 评选结果.
    SelectionResult,
    /// 三张清单 of a committee or of a unit.
    ThreeLists,
    /// 共建协议书.
    Agreement,
    /// 季度报告表 of an agreement; blank where nothing was reported yet.
    QuarterlyReport,
    /// 楼栋两长三员名册 of a compound, a community or the street.
    PostRoster,
    /// 合伙人聘书, for people.
    PartnerCertificate,
    /// 授牌, for units and shops.
    PartnerPlaque,
    /// 合作协议, with units and shops.
    PartnerAgreement,
    /// 合伙人名册 of what a list shows.
    PartnerRoster,
    /// 服务记录证明 of a span of days.
    ServiceProof,
    /// 合伙人年度服务统计.
    PartnerYear,
    /// 暖心商户联盟名单.
    MerchantList,
}

/// What kind of file a document is made as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// PDF, to print and to keep.
    #[default]
    Pdf,
    /// .docx, to revise in a word processor.
    Docx,
    /// PDFs of their own in one archive, for a whole set.
    Zip,
}

/// What a document is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentSource {
    /// A meeting: `meeting_id`.
    Meeting,
    /// A year: `year`.
    Year,
    /// A turn of the rota: `turn_id`.
    Turn,
    /// An assignment: `assignment_id`.
    Assignment,
    /// A month, and a committee where one is named: `month`, `committee_id`.
    Month,
    /// A committee: `committee_id`.
    Committee,
    /// A month's rating of buildings: `rating_id`.
    Rating,
    /// A selection: `selection_id`.
    Selection,
    /// An agreement: `agreement_id`.
    Agreement,
    /// Buildings of a compound or community, or all: `compound_id`, `community_id`.
    Buildings,
    /// Partners one by one: `partner_ids`.
    Partner,
    /// A list of partners: `partners`.
    Partners,
}

impl DocumentKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 37] = [
        Self::Notice,
        Self::TopicSheet,
        Self::Agenda,
        Self::Script,
        Self::SignIn,
        Self::NameCards,
        Self::Record,
        Self::Minutes,
        Self::ApprovalSlip,
        Self::MeetingSet,
        Self::RotaTable,
        Self::TurnNotice,
        Self::TurnSummary,
        Self::Assignment,
        Self::Reminder,
        Self::ProgressReport,
        Self::Liaisons,
        Self::MemberFiling,
        Self::Appointments,
        Self::ReviewSheet,
        Self::ArchiveList,
        Self::RatingReport,
        Self::ScoreSheets,
        Self::HonourRoll,
        Self::RatingYear,
        Self::SelectionResult,
        Self::ThreeLists,
        Self::Agreement,
        Self::QuarterlyReport,
        Self::PostRoster,
        Self::PartnerCertificate,
        Self::PartnerPlaque,
        Self::PartnerAgreement,
        Self::PartnerRoster,
        Self::ServiceProof,
        Self::PartnerYear,
        Self::MerchantList,
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
            Self::MeetingSet => "全套会议材料",
            Self::RotaTable => "年度轮值表",
            Self::TurnNotice => "轮值通知",
            Self::TurnSummary => "轮值小结和交接单",
            Self::Assignment => "交办单（任务认领单、协调函）",
            Self::Reminder => "催办单（工作提示、商请函）",
            Self::ProgressReport => "落实情况通报",
            Self::NameCards => "席卡",
            Self::Liaisons => "联络员通讯录",
            Self::MemberFiling => "兼职委员推荐（备案）表",
            Self::Appointments => "兼职委员聘书",
            Self::ReviewSheet => "双述双评测评表",
            Self::ArchiveList => "归档文件目录",
            Self::RatingReport => "楼栋星级考评通报",
            Self::ScoreSheets => "楼栋考评评分表",
            Self::HonourRoll => "楼栋光荣榜",
            Self::RatingYear => "年度楼栋星级表",
            Self::SelectionResult => "评选结果",
            Self::ThreeLists => "三张清单",
            Self::Agreement => "共建协议书",
            Self::QuarterlyReport => "季度报告表",
            Self::PostRoster => "楼栋两长三员名册",
            Self::PartnerCertificate => "聘书",
            Self::PartnerPlaque => "授牌",
            Self::PartnerAgreement => "合作协议",
            Self::PartnerRoster => "合伙人名册",
            Self::ServiceProof => "服务记录证明",
            Self::PartnerYear => "年度服务统计",
            Self::MerchantList => "暖心商户联盟名单",
        }
    }

    /// What it is made from.
    pub fn source(self) -> DocumentSource {
        match self {
            Self::RotaTable | Self::ArchiveList | Self::RatingYear | Self::PartnerYear => {
                DocumentSource::Year
            }
            Self::RatingReport | Self::ScoreSheets | Self::HonourRoll => DocumentSource::Rating,
            Self::SelectionResult => DocumentSource::Selection,
            Self::Liaisons
            | Self::MemberFiling
            | Self::Appointments
            | Self::ReviewSheet
            | Self::ThreeLists => DocumentSource::Committee,
            Self::Agreement | Self::QuarterlyReport => DocumentSource::Agreement,
            Self::PostRoster => DocumentSource::Buildings,
            Self::TurnNotice | Self::TurnSummary => DocumentSource::Turn,
            Self::Assignment | Self::Reminder => DocumentSource::Assignment,
            Self::ProgressReport => DocumentSource::Month,
            Self::PartnerCertificate
            | Self::PartnerPlaque
            | Self::PartnerAgreement
            | Self::ServiceProof => DocumentSource::Partner,
            Self::PartnerRoster | Self::MerchantList => DocumentSource::Partners,
            _ => DocumentSource::Meeting,
        }
    }

    /// Whether it must stay inside the office.
    pub fn internal(self) -> bool {
        matches!(
            self,
            Self::Record | Self::ApprovalSlip | Self::MeetingSet | Self::ScoreSheets
        )
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

/// Arguments of `documents.make` and `documents.issue`.
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
    /// The turn, for a turn's papers.
    #[ts(optional)]
    pub turn_id: Option<String>,
    /// The assignment, for its papers.
    #[ts(optional)]
    pub assignment_id: Option<String>,
    /// The month of a report; this month when not said.
    #[ts(optional)]
    pub month: Option<Month>,
    /// The committee of a report; all within reach when not said.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// The unit of a list; the whole committee's when not said.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// The agreement, for its papers.
    #[ts(optional)]
    pub agreement_id: Option<String>,
    /// The quarter of a report; the last one that ended when not said.
    #[ts(optional)]
    pub quarter: Option<Quarter>,
    /// Which version of the minutes or of a published rating; the newest when not said.
    #[ts(optional)]
    pub revision: Option<i64>,
    /// The month's rating, for its papers.
    #[ts(optional)]
    pub rating_id: Option<String>,
    /// The scope of score sheets, by its key; all when not said.
    #[ts(optional)]
    pub scope: Option<String>,
    /// Whether score sheets show the marks; blank when not said.
    #[ts(optional)]
    pub filled: Option<bool>,
    /// The community of a year's table or of a roster; all within reach when not said.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// The compound of a roster; all within reach when not said.
    #[ts(optional)]
    pub compound_id: Option<String>,
    /// The selection, for its result.
    #[ts(optional)]
    pub selection_id: Option<String>,
    /// Whether work phones are printed in a directory; not when not said.
    #[ts(optional)]
    pub phones: Option<bool>,
    /// The partners, for the paper of each.
    #[ts(optional)]
    pub partner_ids: Option<Vec<String>>,
    /// Which partners a list names; all when not said.
    #[ts(optional)]
    pub partners: Option<ListPartners>,
    /// The first day of what is proved; the year's when not said.
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// The last day of what is proved; today when not said.
    #[ts(optional)]
    pub to: Option<NaiveDate>,
    /// The time it went out that is wanted, by the issued paper's key; the last when not said.
    #[ts(optional)]
    pub issued_id: Option<String>,
    /// PDF when not said.
    #[ts(optional)]
    pub format: Option<FileFormat>,
}

/// A document that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MadeDocument {
    /// The file.
    pub file: FileRef,
    /// Its pages; 0 for a .docx, whose pages the word processor counts.
    pub pages: u32,
    /// Rare characters that were set from another font than their role's.
    pub borrowed: String,
    /// Whether `documents.issue` would give it a number now.
    pub may_issue: bool,
    /// The last time it went out under a number, or the time that was asked for.
    pub issued: Option<IssuedStanding>,
}
