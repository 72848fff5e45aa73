use crate::committees::OF_COMMITTEE;
use crate::units::Relation;
use chrono::{DateTime, NaiveDate, Utc};
use ground::calendar::Month;
use ground::figures::Ratio;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, JsonText, Otherwise, Paging, Parent, Reach, Record, record, stored_as_text};
use ts_rs::TS;

const OF_ASSIGNMENT: &[Parent] = &[Parent {
    column: "assignment_id",
    table: || Assignment::TABLE,
}];

/// Where an assignment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentState {
    /// 办理中.
    Open,
    /// 申请办结: the unit says it is done; not closed before approval.
    Claimed,
    /// 办结.
    Closed,
    /// 撤销: decided not to be done after all.
    Withdrawn,
}
stored_as_text!(AssignmentState);

/// Who takes part besides the lead (协办).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Helper {
    /// The unit, where it is one of the register.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Name.
    pub name: String,
    /// Relation, which decides the wording of the paper.
    pub relation: Relation,
}

/// An assignment (交办事项).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Assignment {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee whose matter it is.
    pub committee_id: String,
    /// The meeting that decided it; none for 期初 matters.
    pub meeting_id: Option<String>,
    /// The item it came from.
    pub item_id: Option<String>,
    /// Place among the meeting's, from 1.
    pub position: i64,
    /// What is to be done.
    pub content: String,
    /// 主办 unit, where it is one of the register.
    pub lead_unit_id: Option<String>,
    /// 主办, by name at the time.
    pub lead_name: String,
    /// 主办's relation, which decides the wording.
    pub relation: Relation,
    /// 协办.
    #[ts(as = "Vec<Helper>")]
    pub helpers: JsonText<Vec<Helper>>,
    /// The day it was given.
    pub assigned_on: NaiveDate,
    /// Due.
    pub due_on: NaiveDate,
    /// Due at first, before any approved extension.
    pub first_due_on: NaiveDate,
    /// Where it stands.
    pub state: AssignmentState,
    /// The day the unit said it was done.
    pub claimed_on: Option<NaiveDate>,
    /// The day its closing was approved.
    pub closed_on: Option<NaiveDate>,
    /// Who approved (同意).
    pub closed_by: String,
    /// What was done.
    pub result: String,
    /// 满意度, 1 to 5.
    pub satisfaction: Option<i64>,
    /// Extension asked for: new day.
    pub extension_to: Option<NaiveDate>,
    /// Extension asked for: the day it was asked.
    pub extension_asked_on: Option<NaiveDate>,
    /// Reminder level reached: 0 none, 1 联络员, 2 分管领导, 3 主要领导.
    pub reminded: i64,
}
record!(Assignment, "assignment", "交办事项", {
    committee_id: Text, meeting_id: Text, item_id: Text, position: Int, content: Text,
    lead_unit_id: Text, lead_name: Text, relation: Text, helpers: Json, assigned_on: Date,
    due_on: Date, first_due_on: Date, state: Text, claimed_on: Date, closed_on: Date,
    closed_by: Text, result: Text, satisfaction: Int, extension_to: Date,
    extension_asked_on: Date, reminded: Int,
} .named(&["content", "lead_name"])
    .found(&[Found::own("assignment", &["content", "lead_name"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));

impl Assignment {
    /// One that says nothing yet.
    pub(crate) fn blank(id: String) -> Self {
        Self {
            id,
            version: 0,
            committee_id: String::new(),
            meeting_id: None,
            item_id: None,
            position: 1,
            content: String::new(),
            lead_unit_id: None,
            lead_name: String::new(),
            relation: Relation::External,
            helpers: Vec::new().into(),
            assigned_on: NaiveDate::MIN,
            due_on: NaiveDate::MIN,
            first_due_on: NaiveDate::MIN,
            state: AssignmentState::Open,
            claimed_on: None,
            closed_on: None,
            closed_by: String::new(),
            result: String::new(),
            satisfaction: None,
            extension_to: None,
            extension_asked_on: None,
            reminded: 0,
        }
    }
}

/// A line of an assignment's log (办理记录).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Progress {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The assignment.
    pub assignment_id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by_name: String,
    /// What happened.
    pub text: String,
}
record!(Progress, "assignment_progress", "办理记录", {
    assignment_id: Text, at: Time, by_name: Text, text: Text,
} .of(OF_ASSIGNMENT)
    .seen_by(Reach::Through(OF_ASSIGNMENT, Otherwise::Unbounded)));

/// An assignment as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct AssignmentRow {
    /// The assignment.
    #[sqlx(flatten)]
    pub assignment: Assignment,
    /// The committee's short name.
    pub committee: String,
    /// The meeting's day.
    pub met_on: Option<NaiveDate>,
}

/// What a list of assignments is narrowed to by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// 逾期: due and not closed.
    Late,
    /// 本周到期: due within seven days.
    Soon,
}

/// Arguments of `assignments.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListAssignments {
    /// Words of the content or the lead's name.
    pub search: String,
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Only of this unit.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Only in these states; empty for all.
    pub states: Vec<AssignmentState>,
    /// Narrowed by time.
    #[ts(optional)]
    pub due: Option<DueFilter>,
    /// Only due in this month.
    #[ts(optional)]
    pub due_month: Option<Month>,
    /// Page; earliest due first.
    pub page: Paging,
}

/// An assignment with its log.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AssignmentView {
    /// The assignment.
    pub assignment: Assignment,
    /// The committee's name.
    pub committee: String,
    /// The meeting's title.
    pub meeting: Option<String>,
    /// The item's title.
    pub item: Option<String>,
    /// The log, oldest first.
    pub progress: Vec<Progress>,
    /// What the paper to the lead is called: 交办单, 任务认领单 or 协调函.
    pub paper: String,
    /// What a reminder to the lead is called: 催办单, 工作提示 or 商请函.
    pub reminder_paper: String,
    /// Whether it is due and not closed.
    pub late: bool,
    /// One sentence when the due date is a day off.
    pub due_advice: Option<String>,
}

/// Arguments of `assignments.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveAssignment {
    /// Key; none for a new one.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// The item it comes from; its meeting and committee follow.
    #[ts(optional)]
    pub item_id: Option<String>,
    /// The committee, for a matter without an item (期初).
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// What is to be done, 1 to 500 characters.
    pub content: String,
    /// 主办 unit of the register.
    #[ts(optional)]
    pub lead_unit_id: Option<String>,
    /// 主办's name, for one outside the register.
    #[serde(default)]
    pub lead_name: String,
    /// Relation, for one outside the register.
    #[ts(optional)]
    pub relation: Option<Relation>,
    /// 协办.
    #[serde(default)]
    pub helpers: Vec<Helper>,
    /// The day it was given, for a matter without an item; today when not said.
    #[ts(optional)]
    pub assigned_on: Option<NaiveDate>,
    /// Due; from the office's default in working days when not said.
    #[ts(optional)]
    pub due_on: Option<NaiveDate>,
    /// Due in so many working days from the meeting, instead of a day.
    #[ts(optional)]
    pub working_days: Option<i64>,
}

/// A step that changes where an assignment stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum AssignmentStep {
    /// Adds a line to the log.
    Progress {
        /// What happened.
        text: String,
    },
    /// The unit says it is done.
    Claim {
        /// What was done.
        result: String,
        /// When; today when not said.
        #[ts(optional)]
        on: Option<NaiveDate>,
    },
    /// 同意办结, registered.
    Approve {
        /// Who approved.
        by: String,
        /// When; today when not said.
        #[ts(optional)]
        on: Option<NaiveDate>,
        /// 满意度, 1 to 5.
        #[ts(optional)]
        satisfaction: Option<i64>,
    },
    /// 退回: not done after all.
    Return {
        /// Why.
        reason: String,
    },
    /// Asks for an extension; only before the due date.
    AskExtension {
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Registers the answer to an extension.
    AnswerExtension {
        /// 同意 or not.
        granted: bool,
        /// Who answered.
        by: String,
    },
    /// A reminder went out.
    Remind,
    /// 撤销.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// 满意度 of what is closed.
    Rate {
        /// 1 to 5.
        satisfaction: i64,
    },
}

/// Arguments of `assignments.step`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepAssignment {
    /// The assignment.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The step.
    pub step: AssignmentStep,
}

/// The figures of a period; every denominator is 应办结.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figures {
    /// 应办结: due in the period, those withdrawn left out.
    pub due: i64,
    /// 办结率: closed.
    pub closed: Ratio,
    /// 按时办结率: closed by the due date, or by the one extended on approval.
    pub on_time: Ratio,
    /// 逾期: due before today and not closed.
    pub late: Ratio,
}

/// Arguments of `assignments.figures`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FiguresPeriod {
    /// First month of the period.
    pub from: Month,
    /// Last month of the period.
    pub to: Month,
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
}
