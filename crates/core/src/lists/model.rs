use crate::committees::OF_COMMITTEE;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, Otherwise, Paging, Parent, Reach, record, stored_as_text};
use ts_rs::TS;

/// Where a need stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NeedState {
    /// 待认领.
    Waiting,
    /// 已认领: a unit took it; no project yet.
    Taken,
    /// 已立项: a project is under way.
    Matched,
    /// 已解决: its project was finished.
    Met,
    /// 已关闭: no longer wanted.
    Dropped,
}

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProjectState {
    /// 已立项.
    Planned,
    /// 实施中.
    Underway,
    /// 已完成.
    Done,
    /// 已终止.
    Stopped,
}
stored_as_text!(NeedState, ProjectState);

/// What a unit can give (资源): a line of its 资源清单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Resource {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The unit that gives it.
    pub unit_id: String,
    /// The committee it is offered to; none for all.
    pub committee_id: Option<String>,
    /// 类别, one of the office's list.
    pub kind: String,
    /// What it is, in a few words.
    pub title: String,
    /// What exactly is given, and on what terms.
    pub content: String,
    /// When it can be had, e.g. 工作日晚间.
    pub available: String,
    /// Whom to ask, a person of the unit with the work phone.
    pub contact: String,
    /// Pinyin key for sorting.
    pub sort_key: String,
    /// 停用.
    pub retired: bool,
}
record!(Resource, "resource", "资源", {
    unit_id: Text, committee_id: Text, kind: Text, title: Text, content: Text, available: Text,
    contact: Text, sort_key: Text, retired: Bool,
} .named(&["title", "content"])
    .found(&[Found::own("resource", &["title", "content"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Office)));

/// What is needed (需求): a line of a 需求清单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Need {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee it was brought to.
    pub committee_id: String,
    /// The unit whose need it is; none for a need of the community.
    pub unit_id: Option<String>,
    /// Who brought it.
    pub proposer: String,
    /// 类别, one of the office's list.
    pub kind: String,
    /// What it is, in a few words.
    pub title: String,
    /// What exactly is needed.
    pub content: String,
    /// When it was brought.
    pub raised_on: NaiveDate,
    /// By when it is wanted.
    pub wanted_by: Option<NaiveDate>,
    /// Where it stands.
    pub state: NeedState,
    /// Why it was closed.
    pub state_reason: String,
}
record!(Need, "need", "需求", {
    committee_id: Text, unit_id: Text, proposer: Text, kind: Text, title: Text, content: Text,
    raised_on: Date, wanted_by: Date, state: Text, state_reason: Text,
} .named(&["title", "content"])
    .found(&[Found::own("need", &["title", "content"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));

/// A claim (认领): which unit took a need, who said so and when. One that is taken back stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Claim {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The need.
    pub need_id: String,
    /// The unit that claims it.
    pub unit_id: String,
    /// The unit's name at the time.
    pub unit_name: String,
    /// The resource it brings in, where it is one of its list.
    pub resource_id: Option<String>,
    /// Who claimed it for the unit.
    pub by_name: String,
    /// When.
    pub claimed_on: NaiveDate,
    /// Remarks.
    pub note: String,
    /// When it was taken back.
    pub withdrawn_on: Option<NaiveDate>,
    /// Why it was taken back.
    pub withdrawn_reason: String,
}
record!(Claim, "claim", "认领", {
    need_id: Text, unit_id: Text, unit_name: Text, resource_id: Text, by_name: Text,
    claimed_on: Date, note: Text, withdrawn_on: Date, withdrawn_reason: Text,
} .named(&["unit_name"]).seen_by(Reach::Through(
    &[Parent { column: "need_id", table: || Need::TABLE }],
    Otherwise::Unbounded,
)));

/// A project (项目): a need that a unit meets, a line of its 项目清单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Project {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee.
    pub committee_id: String,
    /// The need it meets.
    pub need_id: String,
    /// The claim it came of.
    pub claim_id: String,
    /// The unit that carries it out.
    pub unit_id: String,
    /// The unit's name at the time.
    pub unit_name: String,
    /// The need's title at the time.
    pub need_title: String,
    /// The resource's title at the time; empty where none of the list serves.
    pub resource_title: String,
    /// Its name.
    pub title: String,
    /// What is done.
    pub content: String,
    /// 立项日期.
    pub started_on: NaiveDate,
    /// To be finished by.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: ProjectState,
    /// When it was finished or stopped.
    pub ended_on: Option<NaiveDate>,
    /// People served.
    pub people_served: Option<i64>,
    /// What came of it, or why it was stopped.
    pub result: String,
}
record!(Project, "project", "项目", {
    committee_id: Text, need_id: Text, claim_id: Text, unit_id: Text, unit_name: Text,
    need_title: Text, resource_title: Text, title: Text, content: Text, started_on: Date,
    due_on: Date, state: Text, ended_on: Date, people_served: Int, result: Text,
} .named(&["title", "unit_name"])
    .found(&[Found::own("project", &["title", "unit_name"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));

/// A resource as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct ResourceRow {
    /// The resource.
    #[sqlx(flatten)]
    pub resource: Resource,
    /// The unit's name.
    pub unit: String,
    /// The committee's short name; empty where it is offered to all.
    pub committee: String,
    /// Projects it serves or served.
    pub projects: i64,
}

/// A need as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct NeedRow {
    /// The need.
    #[sqlx(flatten)]
    pub need: Need,
    /// The committee's short name.
    pub committee: String,
    /// The unit's name; empty for a need of the community.
    pub unit: String,
    /// Who has the need (来源): the unit, else the community, else the committee of the street.
    pub source: String,
    /// Units that claim it now, joined by `、`.
    #[sqlx(skip)]
    #[serde(default)]
    pub claimed_by: String,
}

/// A project as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct ProjectRow {
    /// The project.
    #[sqlx(flatten)]
    pub project: Project,
    /// The committee's short name.
    pub committee: String,
}

/// A need with everything related to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NeedView {
    /// The need.
    pub need: Need,
    /// The committee's name.
    pub committee: String,
    /// The unit's name.
    pub unit: Option<String>,
    /// Its claims, oldest first.
    pub claims: Vec<Claim>,
    /// Its projects, newest first.
    pub projects: Vec<ProjectRow>,
    /// Resources of the same kind that could meet it; none once it is matched.
    pub fitting: Vec<ResourceRow>,
}

/// Arguments of `resources.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListResources {
    /// Words of the title or the content.
    pub search: String,
    /// Only this unit's.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Only what is offered to this committee, or to all.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Only of these kinds; empty for all.
    pub kinds: Vec<String>,
    /// Include 停用.
    pub retired: bool,
    /// Page; by the sound of the title.
    pub page: Paging,
}

/// Arguments of `needs.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListNeeds {
    /// Words of the title or the content.
    pub search: String,
    /// Only this unit's.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Only of these kinds; empty for all.
    pub kinds: Vec<String>,
    /// Only in these states; empty for all.
    pub states: Vec<NeedState>,
    /// Page; newest first.
    pub page: Paging,
}

/// Arguments of `projects.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListProjects {
    /// Words of the title, or the unit's name.
    pub search: String,
    /// Only this unit's.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Only in these states; empty for all.
    pub states: Vec<ProjectState>,
    /// Page; newest first.
    pub page: Paging,
}

/// Arguments of `resources.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveResource {
    /// Key; none for a new one.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// The unit.
    pub unit_id: String,
    /// The committee it is offered to; none for all.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// 类别.
    pub kind: String,
    /// What it is, 1 to 60 characters.
    pub title: String,
    /// What exactly is given.
    #[serde(default)]
    pub content: String,
    /// When it can be had.
    #[serde(default)]
    pub available: String,
    /// Whom to ask.
    #[serde(default)]
    pub contact: String,
}

/// Arguments of `needs.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveNeed {
    /// Key; none for a new one.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// The committee; stays as it is later.
    pub committee_id: String,
    /// The unit whose need it is; none for the community's.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// Who brought it.
    #[serde(default)]
    pub proposer: String,
    /// 类别.
    pub kind: String,
    /// What it is, 1 to 60 characters.
    pub title: String,
    /// What exactly is needed.
    #[serde(default)]
    pub content: String,
    /// When it was brought; today when not said.
    #[ts(optional)]
    pub raised_on: Option<NaiveDate>,
    /// By when it is wanted.
    #[ts(optional)]
    pub wanted_by: Option<NaiveDate>,
}

/// Arguments of `needs.close`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CloseNeed {
    /// The need.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// Closed, or open again.
    pub closed: bool,
    /// Why; needed to close.
    #[serde(default)]
    pub reason: String,
}

/// Arguments of `needs.claim`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ClaimNeed {
    /// The need.
    pub need_id: String,
    /// The unit that claims it; the resource's where one is named.
    #[ts(optional)]
    pub unit_id: Option<String>,
    /// The resource it brings in.
    #[ts(optional)]
    pub resource_id: Option<String>,
    /// Who claims it for the unit.
    pub by_name: String,
    /// When; today when not said.
    #[ts(optional)]
    pub claimed_on: Option<NaiveDate>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Arguments of `needs.withdrawClaim`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WithdrawClaim {
    /// The claim.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// Why.
    pub reason: String,
}

/// What a project is to be.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProjectPlan {
    /// Its name, at most 60 characters; the need's when empty.
    pub title: String,
    /// What is done.
    pub content: String,
    /// 立项日期; today when not said.
    #[ts(optional)]
    pub started_on: Option<NaiveDate>,
    /// To be finished by.
    #[ts(optional)]
    pub due_on: Option<NaiveDate>,
}

/// Arguments of `needs.match`: the resource's unit claims the need, and the project begins.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MatchNeed {
    /// The claim.
    pub claim: ClaimNeed,
    /// The project.
    #[serde(default)]
    pub plan: ProjectPlan,
}

/// Arguments of `projects.begin`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BeginProject {
    /// The claim it comes of.
    pub claim_id: String,
    /// The project.
    #[serde(default)]
    pub plan: ProjectPlan,
}

/// Arguments of `projects.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveProject {
    /// The project.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The project.
    pub plan: ProjectPlan,
}

/// A step that changes where a project stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum ProjectStep {
    /// 开始实施.
    Start,
    /// 完成.
    Finish {
        /// When; today when not said.
        #[ts(optional)]
        on: Option<NaiveDate>,
        /// What came of it.
        result: String,
        /// People served.
        #[ts(optional)]
        people_served: Option<i64>,
    },
    /// 终止: the need is open again.
    Stop {
        /// Why.
        reason: String,
    },
}

/// Arguments of `projects.step`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepProject {
    /// The project.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The step.
    pub step: ProjectStep,
}
