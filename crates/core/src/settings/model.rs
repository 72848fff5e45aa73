use super::PaperOptions;
use crate::wording::WordingKind;
use ground::calendar::YearPack;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use std::collections::BTreeMap;
use storage::{JsonText, Reach, record};
use ts_rs::TS;

/// The key of the one office profile.
pub const OFFICE_ID: &str = "office";

/// The office profile (单位信息).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct OfficeProfile {
    /// Always [`OFFICE_ID`].
    pub id: String,
    /// Version.
    pub version: i64,
    /// 街道 name, e.g. 云溪街道.
    pub name: String,
    /// 区 or 市 above it.
    pub superior: String,
    /// Rules this office goes by.
    #[ts(as = "Rules")]
    pub rules: JsonText<Rules>,
}
record!(OfficeProfile, "office", "单位信息", { name: Text, superior: Text, rules: Json } .named(&["name"]).seen_by(Reach::Office));

/// Local rules: every number that offices differ in. Defaults are those of the product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Rules {
    /// 提前几个工作日发会议通知.
    pub notice_working_days: i64,
    /// 提前几天截止议题征集.
    pub topic_days: i64,
    /// 一个单位同月最多在几个大党委轮值.
    pub duties_per_month: i64,
    /// 轮值周期, months.
    pub rotation_months: i64,
    /// 联席会议周期, months.
    pub meeting_months: i64,
    /// 交办默认办理时限, working days.
    pub assignment_working_days: i64,
    /// Days ahead that a term or agreement is shown as about to end.
    pub expiry_days: i64,
    /// Days after a quarter's end by which the report on an agreement is due.
    pub report_days: i64,
    /// Days after a month's end by which its return is due (月度报送).
    pub return_days: i64,
    /// 自动备份的间隔, hours.
    pub backup_hours: i64,
    /// 委员 of a committee, at least.
    pub members_min: i64,
    /// 委员 of a committee, at most.
    pub members_max: i64,
    /// Roles a unit may have in a committee, in order.
    pub unit_roles: Vec<String>,
    /// Natures of units, in order.
    pub natures: Vec<String>,
    /// 物业服务模式 of compounds, in order.
    pub property_modes: Vec<String>,
    /// 类别 of resources and needs, in order.
    pub resource_kinds: Vec<String>,
    /// Own kinds of meetings beside the four built in.
    pub meeting_kinds: Vec<String>,
    /// Page number style: `dashes` (— 1 —) or `plain`.
    pub page_number: String,
    /// Whether documents carry 版记.
    pub colophon: bool,
    /// 通报表扬: units that closed at least so many matters in the month, all on time; 0 praises none.
    pub praise_closed: i64,
    /// Whether minutes and reports name who is late (批评性表述); off unless an office asks for it.
    pub criticism: bool,
    /// Measures of the page.
    pub paper: PaperOptions,
    /// Texts in the office's own words; what is missing is the default's.
    pub wording: BTreeMap<WordingKind, String>,
}

impl Default for Rules {
    fn default() -> Self {
        let list = |text: &str| text.split(' ').map(str::to_owned).collect();
        Self {
            notice_working_days: 3,
            topic_days: 15,
            duties_per_month: 1,
            rotation_months: 1,
            meeting_months: 1,
            assignment_working_days: 15,
            expiry_days: 30,
            report_days: 10,
            return_days: 5,
            backup_hours: 4,
            members_min: 9,
            members_max: 11,
            unit_roles: list("主任单位 副主任单位 成员单位"),
            natures: list(
                "机关 事业单位 垂管单位 国企 民企 学校 医院 金融 社会组织 物业企业 业委会 民主党派 部队 其他",
            ),
            property_modes: list("专业物业 信托制 引管扶 联建共治 红管家 智慧小区 单位自管 无物业"),
            resource_kinds: list("场地 人才 服务 物资 资金 其他"),
            meeting_kinds: Vec::new(),
            page_number: "dashes".into(),
            colophon: true,
            praise_closed: 2,
            criticism: false,
            paper: PaperOptions::default(),
            wording: BTreeMap::new(),
        }
    }
}

/// An issuing body (发文主体): whose name stands under a paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct IssuingBody {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Full name, e.g. 中共听雨社区委员会.
    pub full_name: String,
    /// Short name for signatures.
    pub short_name: String,
    /// 机关代字, e.g. 听雨社区党委.
    pub code: String,
    /// The number its series starts from, for an office that switches in mid-year.
    pub first_number: i64,
    /// Place in lists.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(IssuingBody, "issuing_body", "发文主体", {
    full_name: Text, short_name: Text, code: Text, first_number: Int, position: Int, retired: Bool,
} .named(&["full_name"]).seen_by(Reach::Office));

/// A year's holidays as kept (节假日安排).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct CalendarYear {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The year.
    pub year: i64,
    /// What is off and what is worked.
    #[ts(as = "YearPack")]
    pub pack: JsonText<YearPack>,
}
record!(CalendarYear, "calendar_year", "节假日安排", { year: Int, pack: Json } .seen_by(Reach::Office));

/// A counter whose numbers are never given twice (编号).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow)]
pub struct Counter {
    /// Its kind and scope, e.g. `session:<committee>:2026`.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The next number to give.
    pub next: i64,
}
record!(Counter, "counter", "编号", { next: Int } .counters().beside_imports());

/// How far an office is set up: the first thing a window asks.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OfficeState {
    /// The profile; none for an office that has not begun.
    pub profile: Option<OfficeProfile>,
    /// Who is using it.
    pub session: crate::session::Session,
    /// Today in the office's zone.
    pub today: chrono::NaiveDate,
    /// The engine: `本机数据库` or `数据库服务器`.
    pub engine: String,
    /// The program's version.
    pub version: String,
    /// The newest backup's time.
    pub last_backup: Option<chrono::DateTime<chrono::Utc>>,
    /// When anything was last saved.
    pub last_saved: Option<chrono::DateTime<chrono::Utc>>,
    /// Counts for the navigation: units, committees, meetings, open assignments.
    pub counts: OfficeCounts,
}

/// How much is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize, FromRow, TS)]
pub struct OfficeCounts {
    /// Member units in use.
    pub units: i64,
    /// Committees in use.
    pub committees: i64,
    /// Seats in use.
    pub memberships: i64,
    /// Meetings kept.
    pub meetings: i64,
    /// Assignments not closed.
    pub open_assignments: i64,
    /// Assignments past their due date and not closed.
    pub late_assignments: i64,
}
