use super::{
    Attachment, Attendance, AttendanceState, ItemKind, ItemSource, Meeting, MeetingItem,
    MeetingState, Minutes, MinutesState,
};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::Paging;
use ts_rs::TS;

/// Arguments of `meetings.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListMeetings {
    /// Words of the place, chair, duty unit or an item's title.
    pub search: String,
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Only this month's.
    #[ts(optional)]
    pub month: Option<Month>,
    /// Only this year's.
    #[ts(optional)]
    pub year: Option<i64>,
    /// Only in these states; empty for all.
    pub states: Vec<MeetingState>,
    /// Page; newest meeting first.
    pub page: Paging,
}

/// A meeting as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct MeetingRow {
    /// The meeting.
    #[sqlx(flatten)]
    pub meeting: Meeting,
    /// The committee's name.
    pub committee: String,
    /// The committee's short name.
    pub committee_short: String,
    /// Items on the agenda.
    pub items: i64,
    /// Assignments it made.
    pub assignments: i64,
    /// Came: 出席 and 替会.
    pub attended: i64,
    /// Expected, guests apart.
    pub expected: i64,
}

/// A step of the meeting, for the left column of its workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MeetingStep {
    /// `topics`, `notice`, `attendance`, `record`, `minutes`, `assignments` or `archive`.
    pub key: String,
    /// Done, under way or ahead.
    pub done: bool,
    /// A few words: 出席 8 替会 1 请假 1.
    pub summary: String,
}

/// A meeting with everything on it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Meeting,
    /// Its title as documents print it.
    pub title: String,
    /// The committee.
    pub committee: crate::committees::Committee,
    /// Items in order.
    pub items: Vec<MeetingItem>,
    /// People in official order.
    pub attendance: Vec<Attendance>,
    /// Assignments it made.
    pub assignments: Vec<crate::assignments::AssignmentRow>,
    /// The newest minutes; none before the first draft.
    pub minutes: Option<Minutes>,
    /// All versions of the minutes, newest first.
    pub revisions: Vec<Minutes>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Steps.
    pub steps: Vec<MeetingStep>,
    /// The last day for the notice, or one sentence why it is not known.
    pub notice_due: Option<NaiveDate>,
    /// Why `notice_due` is not known, e.g. a year's holidays that are not published.
    pub notice_advice: Option<String>,
    /// The last day for topics.
    pub topics_due: NaiveDate,
    /// States the meeting may go to now.
    pub next_states: Vec<MeetingState>,
}

/// Arguments of `meetings.open`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpenMeeting {
    /// The committee.
    pub committee_id: String,
    /// The month; its turn gives duty unit and chair.
    pub month: Month,
    /// The day.
    pub date: NaiveDate,
    /// The hour; 14:30 when empty.
    #[serde(default)]
    pub time: String,
    /// Kind; 联席会议 when empty.
    #[serde(default)]
    pub kind: String,
    /// 临时.
    #[serde(default)]
    pub extraordinary: bool,
}

/// Arguments of `meetings.update`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UpdateMeeting {
    /// The meeting.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    pub time: String,
    /// Place.
    pub place: String,
    /// 主持人.
    pub chair_name: String,
    /// 主持人's post.
    pub chair_post: String,
    /// 记录人.
    pub recorder_name: String,
    /// What to bring or prepare.
    #[serde(default)]
    pub requirements: String,
}

/// Arguments of `meetings.saveItem`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveItem {
    /// Key; none for a new item.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new item.
    #[serde(default)]
    pub version: i64,
    /// The meeting.
    pub meeting_id: String,
    /// Kind.
    pub kind: ItemKind,
    /// Title, 1 to 200 characters.
    pub title: String,
    /// Source.
    #[ts(optional)]
    pub source: Option<ItemSource>,
    /// Who put it forward.
    #[serde(default)]
    pub proposer: String,
    /// Who speaks or reports.
    #[serde(default)]
    pub speaker: String,
    /// Background.
    #[serde(default)]
    pub background: String,
    /// 讨论情况.
    #[serde(default)]
    pub discussion: String,
    /// 议定事项.
    #[serde(default)]
    pub decision: String,
}

/// Arguments of `meetings.notify`: the notice goes out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NotifyMeeting {
    /// The meeting.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The day of the notice; today when not said.
    #[ts(optional)]
    pub date: Option<NaiveDate>,
}

/// Arguments of `meetings.startNumbers`: where an office that switches in mid-year goes on (期初).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StartNumbers {
    /// The committee.
    pub committee_id: String,
    /// The year.
    pub year: i64,
    /// Kind of meeting; 联席会议 when empty.
    #[serde(default)]
    pub kind: String,
    /// The next 第×次.
    #[ts(optional)]
    pub next_session: Option<i64>,
    /// The next 第×期.
    #[ts(optional)]
    pub next_issue: Option<i64>,
}

/// Arguments of `meetings.orderItems`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderItems {
    /// The meeting.
    pub meeting_id: String,
    /// All its items in the new order.
    pub items: Vec<String>,
}

/// Arguments of `meetings.carryItem`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CarryItem {
    /// The unfinished item.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The meeting it moves to; the committee's next one in preparation when not said.
    #[ts(optional)]
    pub to: Option<String>,
}

/// Arguments of `meetings.setState`: 延期, 取消, 已召开, 已归档.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetMeetingState {
    /// The meeting.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The state to go to.
    pub state: MeetingState,
    /// Why; needed for 延期 and 取消.
    #[serde(default)]
    pub reason: String,
    /// The new day, for 延期.
    #[ts(optional)]
    pub date: Option<NaiveDate>,
}

/// Arguments of `meetings.takeAttendance`: the whole sheet at once.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TakeAttendance {
    /// The meeting.
    pub meeting_id: String,
    /// Everybody, in order. Known rows by key; new ones (guests) without.
    pub people: Vec<AttendanceEntry>,
}

/// One line of the sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttendanceEntry {
    /// Key; none for a person who is added.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for one who is added.
    #[serde(default)]
    pub version: i64,
    /// The unit's name or the body they come from.
    #[serde(default)]
    pub unit_name: String,
    /// The person.
    pub person: String,
    /// Post.
    #[serde(default)]
    pub post: String,
    /// How they attended.
    pub state: AttendanceState,
    /// Who came instead.
    #[serde(default)]
    pub stand_in: String,
    /// Why they were excused or absent.
    #[serde(default)]
    pub reason: String,
}

/// Arguments of `meetings.editMinutes`: the blocks a hand has touched.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EditMinutes {
    /// The minutes.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// All blocks as they shall stand; `edited` none lets a block follow the data again.
    pub blocks: Vec<EditedBlock>,
}

/// A block as the editor gives it back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EditedBlock {
    /// Its key; one that is not known yet is a paragraph of the hand's own.
    pub key: String,
    /// 0 for a paragraph, 1 to 4 for a heading.
    #[serde(default)]
    pub level: u8,
    /// The hand's text; none to follow the data.
    #[ts(optional)]
    pub edited: Option<String>,
    /// Left out.
    #[serde(default)]
    pub removed: bool,
    /// The hand has seen what changed beneath its text and keeps the text.
    #[serde(default)]
    pub accepted: bool,
}

/// Arguments of `meetings.moveMinutes`: 草拟 → 核稿 → 送签, or back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MoveMinutes {
    /// The minutes.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The state to go to; not `signed`.
    pub state: MinutesState,
}

/// Arguments of `meetings.sign`: registers what was signed on paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SignMinutes {
    /// The minutes.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// Who signed.
    pub signed_by: String,
    /// When.
    pub signed_on: NaiveDate,
    /// 批示.
    #[serde(default)]
    pub instruction: String,
    /// The scan.
    #[ts(optional)]
    pub scan: Option<FileRef>,
}

/// Arguments of `meetings.correct`: begins a new version of signed minutes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CorrectMinutes {
    /// The signed minutes.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// Arguments of `meetings.attach`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachFile {
    /// The meeting.
    pub meeting_id: String,
    /// The file.
    pub file: FileRef,
}

/// A short text to copy into WeChat or SMS.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShortText {
    /// The text.
    pub text: String,
}
