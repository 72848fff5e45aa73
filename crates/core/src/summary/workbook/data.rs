//! What the workbook shows, as plain values.

use chrono::{NaiveDate, NaiveDateTime};
use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the leaders' workbook shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryData {
    /// Name of the street, such as `云溪街道`.
    pub office: String,
    /// Period shown, such as `2026年11月`.
    pub period: String,
    /// What it covers: `全街道`, or the committees chosen.
    pub scope: String,
    /// When the data were read, in the office's zone.
    pub generated_at: NaiveDateTime,
    /// Figures in order of weight; the first six become cards.
    pub figures: Vec<Figure>,
    /// What leaders are asked to look at.
    pub attention: Vec<Attention>,
    /// Meetings planned and held by committee, in official order.
    pub meeting_counts: Vec<MeetingCount>,
    /// Assignments by month due, oldest first.
    pub assignment_months: Vec<AssignmentMonth>,
    /// Member units in official order.
    pub units: Vec<UnitRow>,
    /// Months of the board, such as `2026年`.
    pub board_period: String,
    /// Headings of the board's months, such as `1月`.
    pub board_months: Vec<String>,
    /// Rotation board, the street's own committee first.
    pub board: Vec<BoardRow>,
    /// Joint meetings, latest first.
    pub meetings: Vec<MeetingRow>,
    /// Assignments, overdue first.
    pub assignments: Vec<AssignmentRow>,
    /// Partners, those who did most first.
    pub partners: Vec<PartnerLine>,
    /// Their hours by month, oldest first; empty while there are none.
    pub partner_hours: Vec<PartnerHours>,
    /// Buildings with their stars, within the scopes they are ranked in.
    pub stars: Vec<StarRow>,
    /// Buildings by stars in each published month, oldest first.
    pub star_months: Vec<StarMonth>,
}

/// A key figure with its one definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// Name, such as `交办按时办结率`.
    pub label: String,
    /// Unit of the numerator, such as `家`.
    pub unit: String,
    /// The count, or the numerator of a rate.
    pub numerator: i64,
    /// Denominator of a rate; `None` for a count.
    pub denominator: Option<i64>,
    /// The same in the period before: numerator and, for a rate, denominator.
    pub previous: Option<(i64, Option<i64>)>,
    /// What is counted, in one sentence.
    pub definition: String,
    /// Sheet with the records behind it.
    pub sheet: Option<String>,
    /// Whether more is worse, as with overdue assignments.
    pub lower_is_better: bool,
}

/// How much something asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttentionLevel {
    /// 请审定.
    Decide,
    /// 请关注.
    Watch,
}

/// Something leaders are asked to look at (提请研究事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attention {
    /// How much.
    pub level: AttentionLevel,
    /// One sentence.
    pub text: String,
    /// Whom it concerns.
    pub concerning: String,
    /// Sheet with the records behind it.
    pub sheet: Option<String>,
    /// Which of the sheet's records it is, from 0.
    #[serde(skip)]
    #[ts(skip)]
    pub row: u32,
}

/// Meetings of one committee this year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingCount {
    /// Short name for the axis, such as `听雨`.
    pub committee: String,
    /// Meetings planned until now.
    pub planned: i64,
    /// Meetings held.
    pub held: i64,
}

/// Assignments due in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssignmentMonth {
    /// Label for the axis, such as `11月`.
    pub month: String,
    /// Closed (办结).
    pub closed: i64,
    /// Due and not closed (逾期).
    pub overdue: i64,
}

/// One member unit (成员单位). No phone: leaders' papers carry none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRow {
    /// Full name.
    pub name: String,
    /// Nature (单位性质).
    pub nature: String,
    /// Relation (隶属、共建、条管、外部).
    pub relation: String,
    /// Number of Party members.
    pub party_members: Option<i64>,
    /// Head (负责人).
    pub leader: String,
    /// The head's post.
    pub leader_post: String,
    /// Committees it sits on, in official order.
    pub committees: Vec<String>,
    /// Months on duty this year, such as `听雨 3月`.
    pub duties: Vec<String>,
    /// Assignments due to it in the period.
    pub assignments_due: i64,
    /// Of these, closed.
    pub assignments_closed: i64,
}

/// State of one month of one committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardState {
    /// Planned, not yet come (计划).
    Planned,
    /// This month or before, and the meeting not yet held (待召开).
    Waiting,
    /// Held, minutes not signed (纪要未签发).
    Unsigned,
    /// Held, minutes signed (已完成).
    Done,
}

/// One cell of the rotation board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardCell {
    /// Units on duty, by their short names.
    pub unit: String,
    /// State of the month.
    pub state: BoardState,
    /// Whether the unit differs from the plan (变更轮值单位).
    pub changed: bool,
}

/// One committee's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRow {
    /// Name of the committee.
    pub committee: String,
    /// One per month; `None` where nobody serves.
    pub cells: Vec<Option<BoardCell>>,
}

/// One joint meeting (联席会议).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRow {
    /// Name of the committee.
    pub committee: String,
    /// Kind, such as `三方协商会`.
    pub kind: String,
    /// Its number in the year (第×次), once the notice went out.
    pub number: Option<i64>,
    /// Day it is or was held.
    pub held_on: Option<NaiveDate>,
    /// Theme.
    pub theme: String,
    /// Unit on duty.
    pub duty_unit: String,
    /// Chair.
    pub chair: String,
    /// Who should attend.
    pub invited: i64,
    /// Who attended in person or by substitute; `None` before it was held.
    pub attended: Option<i64>,
    /// Topics (议题).
    pub topics: i64,
    /// Decisions handed over as assignments.
    pub decisions: i64,
    /// State, such as `纪要已签发`.
    pub status: String,
}

/// One assignment (交办事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentRow {
    /// What is to be done.
    pub title: String,
    /// Who leads (主办).
    pub lead: String,
    /// Who helps (协办).
    pub support: Vec<String>,
    /// Meeting and item it comes from.
    pub source: String,
    /// Day it was handed over.
    pub assigned_on: Option<NaiveDate>,
    /// Day it is due, as extended.
    pub due_on: Option<NaiveDate>,
    /// Day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// State, such as `办理中`, `已办结`, `逾期`.
    pub status: String,
    /// Days overdue; `None` when it is not.
    pub days_overdue: Option<i64>,
    /// Latest progress.
    pub progress: String,
}

/// One partner with what it did in the period (合伙人).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerLine {
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// Community, or the whole street.
    pub community: String,
    /// 特长.
    pub skills: Vec<String>,
    /// Where it stands.
    pub state: String,
    /// 聘书编号.
    pub number: String,
    /// End of the term.
    pub term_to: Option<FuzzyDate>,
    /// Activities.
    pub services: i64,
    /// Minutes.
    pub minutes: i64,
    /// 服务人次.
    pub people: i64,
}

/// Minutes that partners and volunteers gave in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerHours {
    /// Label for the axis, such as `11月`.
    pub month: String,
    /// Minutes of 合伙人 without 志愿者.
    pub partners: i64,
    /// Minutes of 志愿者.
    pub volunteers: i64,
}

/// One building's stars of the year so far (楼栋星级).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarRow {
    /// Community.
    pub community: String,
    /// Within what it is ranked: a compound, a community or the street.
    pub scope: String,
    /// The building.
    pub name: String,
    /// 楼栋长.
    pub chief: String,
    /// Rank; `None` where it was rated in too few months.
    pub rank: Option<i64>,
    /// Mean of the published totals, thousandths.
    pub mean: Option<i64>,
    /// Stars, 0 to 5.
    pub stars: i64,
    /// Flags hung.
    pub flags: i64,
    /// Months it was rated in.
    pub months: i64,
}

/// Buildings by stars in one published month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarMonth {
    /// Label for the axis, such as `11月`.
    pub month: String,
    /// Buildings with 0 to 5 stars.
    pub counts: Vec<i64>,
}
