use crate::assignments::Figures;
use crate::meetings::MeetingState;
use chrono::NaiveDate;
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `desk.view`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DeskQuery {
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
}

/// How pressing a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// 已逾期.
    Late,
    /// 今天.
    Today,
    /// Within a week.
    Soon,
    /// Later, or without a day.
    Ahead,
}

/// What there is to do; the window knows the place where each is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TodoKind {
    /// 交办逾期: send a reminder.
    AssignmentLate,
    /// 交办将到期.
    AssignmentDue,
    /// 已报办结: register the answer.
    AssignmentClaimed,
    /// 申请延期: register the answer.
    ExtensionAsked,
    /// 纪要未签发.
    MinutesUnsigned,
    /// 会议通知应发出.
    NoticeDue,
    /// 议题征集截止.
    TopicsDue,
    /// 会议将召开.
    MeetingAhead,
    /// 已到会议日期: take attendance.
    MeetingDay,
    /// 本月有轮值、尚未安排会议.
    MeetingMissing,
    /// 轮值未排.
    RotaMissing,
    /// 任期将满.
    TermEnding,
    /// 共建协议将到期: renew it or let it end.
    AgreementEnding,
    /// 季度报告应交.
    ReportDue,
    /// 合伙人聘期将满.
    PartnerTermEnding,
    /// 节假日安排未录入.
    CalendarMissing,
    /// 楼栋考评未发布.
    RatingUnpublished,
    /// 月度报送未交齐.
    ReturnsMissing,
}

/// One line of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Todo {
    /// What there is to do.
    pub kind: TodoKind,
    /// How pressing.
    pub urgency: Urgency,
    /// The day it is about.
    pub date: Option<NaiveDate>,
    /// What, in a few words.
    pub title: String,
    /// Whom it concerns.
    pub note: String,
    /// The record: a meeting, an assignment, a committee, a rating, an agreement, a partner or a month, as the kind says.
    pub target: Option<String>,
    /// The committee.
    pub committee_id: Option<String>,
}

/// A committee's month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CommitteeMonth {
    /// The committee.
    pub committee_id: String,
    /// Its short name.
    pub committee: String,
    /// Units on duty, by short name.
    pub duty: Vec<String>,
    /// Where its meeting stands; none when it is not arranged yet.
    pub state: Option<MeetingState>,
    /// The meeting.
    pub meeting_id: Option<String>,
    /// Its day.
    pub date: Option<NaiveDate>,
}

/// Assignments due this month.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct MonthAssignments {
    /// The figures, by their one definition.
    pub figures: Figures,
    /// 本周到期: due within seven days and not closed.
    pub soon: i64,
}

/// The desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeskView {
    /// Today.
    pub today: NaiveDate,
    /// The month.
    pub month: Month,
    /// What there is to do, most pressing first.
    pub todos: Vec<Todo>,
    /// Committees' months in official order.
    pub committees: Vec<CommitteeMonth>,
    /// Assignments due this month.
    pub assignments: MonthAssignments,
}
