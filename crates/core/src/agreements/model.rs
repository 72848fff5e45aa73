use crate::committees::OF_COMMITTEE;
use chrono::NaiveDate;
use ground::calendar::Quarter;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, Otherwise, Paging, Parent, Reach, Record, record};
use ts_rs::TS;

const OF_AGREEMENT: &[Parent] = &[Parent {
    column: "agreement_id",
    table: || Agreement::TABLE,
}];

/// Where an agreement stands; it follows from its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// 未签: still to be signed.
    Draft,
    /// 有效.
    Running,
    /// 将到期: about to end and not renewed.
    Ending,
    /// 已到期.
    Expired,
    /// 已终止: ended before its day.
    Ended,
}

/// A co-building agreement (共建协议).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Agreement {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee it belongs to.
    pub committee_id: String,
    /// 乙方: the unit.
    pub unit_id: String,
    /// The unit's name at the time.
    pub unit_name: String,
    /// 甲方: the body that signs for the committee, by name at the time.
    pub party_name: String,
    /// Its title.
    pub title: String,
    /// What both sides do (共建内容), one a line.
    pub content: String,
    /// When both signed; none while it is a draft.
    pub signed_on: Option<NaiveDate>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub expires_on: NaiveDate,
    /// Who signed for 甲方.
    pub signer: String,
    /// Who signed for 乙方.
    pub unit_signer: String,
    /// Whether a report is due each quarter.
    pub reports_quarterly: bool,
    /// The agreement that this one renews.
    pub renews_id: Option<String>,
    /// When it was ended before its day.
    pub ended_on: Option<NaiveDate>,
    /// Why it was ended.
    pub end_reason: String,
}
record!(Agreement, "agreement", "共建协议", {
    committee_id: Text, unit_id: Text, unit_name: Text, party_name: Text, title: Text,
    content: Text, signed_on: Date, starts_on: Date, expires_on: Date, signer: Text,
    unit_signer: Text, reports_quarterly: Bool, renews_id: Text, ended_on: Date, end_reason: Text,
} .named(&["title", "unit_name"])
    .found(&[Found::own("agreement", &["title", "unit_name"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));

/// A report on an agreement's quarter (季度报告).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct AgreementReport {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The agreement.
    pub agreement_id: String,
    /// The quarter.
    pub quarter: Quarter,
    /// When it was handed in.
    pub reported_on: NaiveDate,
    /// Who reported.
    pub by_name: String,
    /// What was done.
    pub done: String,
    /// What stands in the way.
    pub problems: String,
    /// What comes next.
    pub plans: String,
}
record!(AgreementReport, "agreement_report", "季度报告", {
    agreement_id: Text, quarter: Text, reported_on: Date, by_name: Text, done: Text,
    problems: Text, plans: Text,
} .of(OF_AGREEMENT)
    .seen_by(Reach::Through(OF_AGREEMENT, Otherwise::Unbounded)));

/// An agreement as the store reads one.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct StoredAgreement {
    #[sqlx(flatten)]
    pub agreement: Agreement,
    pub committee: String,
    pub renewed: bool,
    pub last_report: Option<Quarter>,
}

/// An agreement as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementRow {
    /// The agreement.
    pub agreement: Agreement,
    /// The committee's short name.
    pub committee: String,
    /// Whether another one renews it.
    pub renewed: bool,
    /// Where it stands today.
    pub state: AgreementState,
    /// The quarter whose report is missing.
    pub report_due: Option<Quarter>,
}

/// An agreement with everything related to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementView {
    /// The agreement and where it stands.
    pub row: AgreementRow,
    /// The committee's name.
    pub committee: String,
    /// Its reports, newest first.
    pub reports: Vec<AgreementReport>,
    /// Quarters that a report can be entered for, newest first.
    pub quarters: Vec<Quarter>,
}

/// Arguments of `agreements.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListAgreements {
    /// Words of the title, or a party's name.
    pub search: String,
    /// Only with this unit.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Only where it stands so.
    #[ts(optional)]
    pub state: Option<AgreementState>,
    /// Page; what ends first comes first.
    pub page: Paging,
}

/// Arguments of `agreements.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveAgreement {
    /// Key; none for a new one.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// The committee; stays as it is later.
    pub committee_id: String,
    /// The unit; stays as it is later.
    pub unit_id: String,
    /// Its title, at most 80 characters; from the parties when empty.
    #[serde(default)]
    pub title: String,
    /// What both sides do, one a line.
    #[serde(default)]
    pub content: String,
    /// When both signed; none for a draft.
    #[ts(optional)]
    pub signed_on: Option<NaiveDate>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub expires_on: NaiveDate,
    /// Who signed for 甲方.
    #[serde(default)]
    pub signer: String,
    /// Who signed for 乙方.
    #[serde(default)]
    pub unit_signer: String,
    /// Whether a report is due each quarter; yes when not said.
    #[ts(optional)]
    pub reports_quarterly: Option<bool>,
    /// The agreement that a new one renews.
    #[ts(optional)]
    pub renews_id: Option<String>,
}

/// Arguments of `agreements.end`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EndAgreement {
    /// The agreement.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// When; today when not said.
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// Arguments of `agreements.report`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveReport {
    /// The agreement.
    pub agreement_id: String,
    /// The quarter; a report of it that there is already is changed.
    pub quarter: Quarter,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// When it was handed in; today when not said.
    #[ts(optional)]
    pub reported_on: Option<NaiveDate>,
    /// Who reported.
    pub by_name: String,
    /// What was done.
    pub done: String,
    /// What stands in the way.
    #[serde(default)]
    pub problems: String,
    /// What comes next.
    #[serde(default)]
    pub plans: String,
}
