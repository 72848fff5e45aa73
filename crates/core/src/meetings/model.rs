use crate::committees::OF_COMMITTEE;
use chrono::{DateTime, NaiveDate, Utc};
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, JsonText, Otherwise, Parent, Reach, Record, record, stored_as_text};
use ts_rs::TS;

const OF_MEETING: &[Parent] = &[Parent {
    column: "meeting_id",
    table: || Meeting::TABLE,
}];

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingState {
    /// 筹备.
    Preparing,
    /// 已通知.
    Notified,
    /// 已召开.
    Held,
    /// 纪要已签发.
    Signed,
    /// 已归档.
    Archived,
    /// 延期.
    Postponed,
    /// 取消.
    Cancelled,
}
stored_as_text!(MeetingState);

/// A meeting (会议).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Meeting {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee.
    pub committee_id: String,
    /// 联席会议, 三方协商会, 议事会, 板凳会 or an own kind.
    pub kind: String,
    /// 临时.
    pub extraordinary: bool,
    /// The month it belongs to.
    pub month: Month,
    /// Its turn in the rota.
    pub turn_id: Option<String>,
    /// Where it stands.
    pub state: MeetingState,
    /// 第×次 in the year; given with the notice, never reused.
    pub session_number: Option<i64>,
    /// 第×期 of the minutes; given with the notice, never reused.
    pub issue_number: Option<i64>,
    /// 发文字号 of the notice.
    pub notice_number: Option<String>,
    /// The day the notice went out.
    pub notified_on: Option<NaiveDate>,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// The hour, `14:30`.
    pub time: String,
    /// Place.
    pub place: String,
    /// 主持人.
    pub chair_name: String,
    /// 主持人's post, with the unit where it is one.
    pub chair_post: String,
    /// 记录人.
    pub recorder_name: String,
    /// Unit on duty, by name at the time.
    pub duty_unit: String,
    /// What to bring or prepare.
    pub requirements: String,
    /// Why it was postponed or cancelled.
    pub state_reason: String,
    /// When attendance was taken; registers no longer rewrite it.
    pub attendance_taken: Option<DateTime<Utc>>,
}
record!(Meeting, "meeting", "会议", {
    committee_id: Text, kind: Text, extraordinary: Bool, month: Text, turn_id: Text, state: Text,
    session_number: Int, issue_number: Int, notice_number: Text, notified_on: Date, date: Date,
    time: Text, place: Text, chair_name: Text, chair_post: Text, recorder_name: Text,
    duty_unit: Text, requirements: Text, state_reason: Text, attendance_taken: Time,
} .of(OF_COMMITTEE)
    .found(&[Found::own("meeting", &["place", "chair_name", "duty_unit"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded))
    .numbered());

/// The kind of an agenda item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// 传达学习.
    Study,
    /// 听取汇报.
    Report,
    /// 研究议题.
    Topic,
    /// 领导讲话.
    Speech,
}

/// Where a topic came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemSource {
    /// Put in by the office.
    Office,
    /// 单位需求.
    Unit,
    /// 居民事项.
    Resident,
    /// 上次会议转入.
    Carried,
    /// 上次议定事项落实情况, filled in by itself.
    FollowUp,
}
stored_as_text!(ItemKind, ItemSource);

/// An agenda item (议题).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct MeetingItem {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The meeting.
    pub meeting_id: String,
    /// Place in the agenda, from 1.
    pub position: i64,
    /// Kind.
    pub kind: ItemKind,
    /// Title as the agenda prints it.
    pub title: String,
    /// Source.
    pub source: ItemSource,
    /// Who put it forward.
    pub proposer: String,
    /// Who speaks or reports.
    pub speaker: String,
    /// Background, for the topic sheet.
    pub background: String,
    /// 讨论情况: who said what; goes into the record only.
    pub discussion: String,
    /// 议定事项 or, for other kinds, what the minutes say.
    pub decision: String,
    /// 转下次会议: taken up again by this later meeting, or [`NEXT_MEETING`] while that is not open yet.
    pub carried_to: Option<String>,
}
record!(MeetingItem, "meeting_item", "议题", {
    meeting_id: Text, position: Int, kind: Text, title: Text, source: Text, proposer: Text,
    speaker: Text, background: Text, discussion: Text, decision: Text, carried_to: Text,
} .named(&["title"])
    .found(&[Found::of("meeting", "meeting_id", &["title"])])
    .seen_by(Reach::Through(OF_MEETING, Otherwise::Unbounded)));

/// Stands in [`MeetingItem::carried_to`] until the committee's next meeting is opened.
pub const NEXT_MEETING: &str = "next";

/// How somebody attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceState {
    /// 未定: expected, not taken yet.
    Expected,
    /// 出席.
    Present,
    /// 替会: somebody came in their place.
    StandIn,
    /// 列席.
    Observer,
    /// 请假.
    Excused,
    /// 缺席; internal only.
    Absent,
}
stored_as_text!(AttendanceState);

/// One person expected at a meeting (参会人员), copied from the registers at that moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Attendance {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The meeting.
    pub meeting_id: String,
    /// Official order.
    pub position: i64,
    /// The unit, where the person comes for one.
    pub unit_id: Option<String>,
    /// The unit's name at the time.
    pub unit_name: String,
    /// The person.
    pub person: String,
    /// Post at the time.
    pub post: String,
    /// How they attended.
    pub state: AttendanceState,
    /// Who came instead (替会).
    pub stand_in: String,
    /// Why they were excused or absent.
    pub reason: String,
}
record!(Attendance, "attendance", "参会人员", {
    meeting_id: Text, position: Int, unit_id: Text, unit_name: Text, person: Text, post: Text,
    state: Text, stand_in: Text, reason: Text,
} .named(&["unit_name", "person"])
    .seen_by(Reach::Through(OF_MEETING, Otherwise::Unbounded)));

/// Where the minutes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MinutesState {
    /// 草拟.
    Draft,
    /// 核稿.
    Review,
    /// 送签.
    Submitted,
    /// 已签发.
    Signed,
}
stored_as_text!(MinutesState);

/// One paragraph of the minutes' text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MinutesBlock {
    /// What it was made from: `opening`, `item:<id>:heading`, `item:<id>:text`, or `own:<n>`.
    pub key: String,
    /// 0 for a paragraph, 1 to 4 for a heading of that level.
    pub level: u8,
    /// What the data gives now.
    pub generated: String,
    /// What a hand wrote instead; none while it follows the data.
    #[ts(optional)]
    pub edited: Option<String>,
    /// What the data gave when the hand wrote; differs from `generated` where the data has changed.
    #[ts(optional)]
    pub edited_from: Option<String>,
    /// Left out by hand.
    #[serde(default)]
    pub removed: bool,
}

impl MinutesBlock {
    /// The text that prints.
    pub fn text(&self) -> &str {
        self.edited.as_deref().unwrap_or(&self.generated)
    }

    /// Whether the data beneath a hand-written text has changed since.
    pub fn stale(&self) -> bool {
        self.edited.is_some() && self.edited_from.as_deref() != Some(self.generated.as_str())
    }
}

/// The minutes of a meeting (会议纪要), one row a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Minutes {
    /// Key.
    pub id: String,
    /// Version of the row.
    pub version: i64,
    /// The meeting.
    pub meeting_id: String,
    /// 1 for the first; a correction is the next.
    pub revision: i64,
    /// Where it stands.
    pub state: MinutesState,
    /// The text.
    #[ts(as = "Vec<MinutesBlock>")]
    pub blocks: JsonText<Vec<MinutesBlock>>,
    /// 签发人.
    pub signed_by: String,
    /// 签发日期.
    pub signed_on: Option<NaiveDate>,
    /// 批示.
    pub instruction: String,
    /// The scan of the signed paper.
    pub scan: Option<String>,
    /// Why a correction was made.
    pub correction_reason: String,
    /// The frozen document model; re-export uses it.
    #[ts(type = "unknown")]
    pub model: Option<JsonText<serde_json::Value>>,
    /// SHA-256 of the frozen model.
    pub model_hash: Option<String>,
}
record!(Minutes, "minutes", "会议纪要", {
    meeting_id: Text, revision: Int, state: Text, blocks: Json, signed_by: Text, signed_on: Date,
    instruction: Text, scan: Text, correction_reason: Text, model: Json, model_hash: Text,
} .seen_by(Reach::Through(OF_MEETING, Otherwise::Unbounded)));

/// A file that belongs to a meeting (会议附件).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Attachment {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// What it belongs to.
    pub owner_id: String,
    /// File name.
    pub name: String,
    /// Hash of its bytes.
    pub hash: String,
    /// Size in bytes.
    pub bytes: i64,
    /// Taken away from the list; the bytes stay for history.
    pub retired: bool,
}
record!(Attachment, "attachment", "附件", {
    owner_id: Text, name: Text, hash: Text, bytes: Int, retired: Bool,
} .named(&["name"]).seen_by(Reach::Through(
    &[Parent { column: "owner_id", table: || Meeting::TABLE }],
    Otherwise::Unbounded,
)));
