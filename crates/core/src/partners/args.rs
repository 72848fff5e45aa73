use super::{Partner, PartnerKind, PartnerState, Service, ServiceShare};
use chrono::NaiveDate;
use ground::calendar::{FuzzyDate, Month};
use ground::figures::Ratio;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::Paging;
use ts_rs::TS;

/// What a list of partners is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartnerSort {
    /// Name, by pinyin.
    #[default]
    Name,
    /// End of the term, those without one last.
    Ends,
}

/// Arguments of `partners.list` and `partners.export`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListPartners {
    /// Name, skill, service, pinyin or initials.
    pub search: String,
    /// Kinds; empty for all.
    pub kinds: Vec<PartnerKind>,
    /// States; empty for all.
    pub states: Vec<PartnerState>,
    /// Communities; empty for all.
    pub community_ids: Vec<String>,
    /// Has this skill, as the tag is written.
    #[ts(optional)]
    pub skill: Option<String>,
    /// Serving, and the term ends within the office's days or has ended.
    pub ending: bool,
    /// Only these partners; empty for all. For exports and papers of some that were chosen.
    pub ids: Vec<String>,
    /// Include 停用.
    pub retired: bool,
    /// Order.
    pub sort: PartnerSort,
    /// Backwards.
    pub descending: bool,
    /// Page.
    pub page: Paging,
}

/// What a partner has done in a span of days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, FromRow, TS)]
pub struct ServiceSum {
    /// Activities.
    pub services: i64,
    /// Minutes.
    pub minutes: i64,
    /// 服务人次 of those activities.
    pub people: i64,
}

/// A partner as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerRow {
    /// The partner, with most of a private phone hidden.
    pub partner: Partner,
    /// Its community's name.
    pub community: Option<String>,
    /// What it has done this year.
    pub this_year: ServiceSum,
    /// Its term ends within the office's days, or has ended.
    pub ending: bool,
    /// The whole phone may be asked for.
    pub phone_hidden: bool,
}

/// A partner with everything related to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerView {
    /// As lists show it.
    #[serde(flatten)]
    #[ts(flatten)]
    pub row: PartnerRow,
    /// The member unit that it is.
    pub unit_name: Option<String>,
    /// What it has done in all.
    pub ever: ServiceSum,
    /// Its service records, newest first.
    pub services: Vec<ServiceView>,
    /// The states that may follow.
    pub next_states: Vec<PartnerState>,
    /// Others with its 聘书编号, where a ledger's double was kept.
    pub same_number: Vec<String>,
}

/// Arguments of `partners.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavePartner {
    /// Key; none for a new partner.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new partner.
    #[serde(default)]
    pub version: i64,
    /// 类别.
    pub kind: PartnerKind,
    /// Name, 1 to 60 characters.
    pub name: String,
    /// Community; none for one of the whole street.
    #[serde(default)]
    pub community_id: Option<String>,
    /// The member unit that a 单位合伙人 is.
    #[serde(default)]
    pub unit_id: Option<String>,
    /// 联系人 of a unit or shop.
    #[serde(default)]
    pub contact_name: String,
    /// Phone; one that is masked means unchanged.
    #[serde(default)]
    pub phone: String,
    /// 特长.
    #[serde(default)]
    pub skills: Vec<String>,
    /// Services offered.
    #[serde(default)]
    pub services: String,
    /// 优惠内容.
    #[serde(default)]
    pub discount: String,
    /// 服务时间.
    #[serde(default)]
    pub times: Vec<String>,
    /// For a new partner: where it stands already, with the day and the term; 招募 today when not said.
    #[ts(optional)]
    pub begins: Option<PartnerBegins>,
    /// A 聘书编号 that was given elsewhere; what is kept when not said.
    #[ts(optional)]
    pub number: Option<String>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Where a partner stands who was one before the program.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerBegins {
    /// The state.
    pub state: PartnerState,
    /// Since when.
    pub date: FuzzyDate,
    /// Term: from.
    #[serde(default)]
    pub term_from: Option<FuzzyDate>,
    /// Term: to.
    #[serde(default)]
    pub term_to: Option<FuzzyDate>,
}

/// Arguments of `partners.step`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepPartner {
    /// The partner.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The state it comes to.
    pub state: PartnerState,
    /// When; today when not said.
    #[ts(optional)]
    pub date: Option<FuzzyDate>,
    /// Term of an appointment: from.
    #[serde(default)]
    pub term_from: Option<FuzzyDate>,
    /// Term of an appointment: to.
    #[serde(default)]
    pub term_to: Option<FuzzyDate>,
    /// Whether a new 聘书编号 is given; when not said, one is where there is none.
    #[ts(optional)]
    pub give_number: Option<bool>,
    /// How the assessment went, or why the partner left.
    #[serde(default)]
    pub note: String,
}

/// A partner in the version that was seen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SeenPartner {
    /// The partner.
    pub id: String,
    /// The version seen.
    pub version: i64,
}

/// Arguments of `partners.stepMany`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepPartners {
    /// Who, at most 500.
    pub partners: Vec<SeenPartner>,
    /// The state they come to.
    pub state: PartnerState,
    /// When; today when not said.
    #[ts(optional)]
    pub date: Option<FuzzyDate>,
    /// One term for all: from.
    #[serde(default)]
    pub term_from: Option<FuzzyDate>,
    /// One term for all: to.
    #[serde(default)]
    pub term_to: Option<FuzzyDate>,
    /// Instead of one term: each one's term begins where its last one ends, for 1 to 10 years.
    #[ts(optional)]
    pub years: Option<i64>,
    /// Whether new numbers are given; when not said, to those who have none.
    #[ts(optional)]
    pub give_number: Option<bool>,
    /// How the assessment went, or why they left.
    #[serde(default)]
    pub note: String,
}

/// What a step of several partners did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SteppedPartners {
    /// How many took it.
    pub count: i64,
}

/// How many partners of a kind a list has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow, TS)]
pub struct PartnerCount {
    /// The kind.
    pub kind: PartnerKind,
    /// How many.
    pub count: i64,
}

/// Arguments of `partners.revealPhone`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RevealPartnerPhone {
    /// The partner.
    pub id: String,
    /// What for.
    #[serde(default)]
    pub purpose: String,
}

/// A whole phone, once.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerPhone {
    /// The number.
    pub phone: String,
}

/// A tag and how many partners have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow, TS)]
pub struct TagCount {
    /// The tag.
    pub tag: String,
    /// Partners with it.
    pub count: i64,
}

/// The tags in use, most used first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerTags {
    /// 特长.
    pub skills: Vec<TagCount>,
    /// 服务时间.
    pub times: Vec<TagCount>,
}

/// Arguments of `partners.find`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FindPartners {
    /// Skill, community and time in any order, such as `书法 听雨 周末`.
    pub text: String,
    /// Page.
    pub page: Paging,
}

/// What a word of a search was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordMeaning {
    /// A community.
    Community,
    /// A time.
    Time,
    /// A kind of partner.
    Kind,
    /// A skill, service or name.
    Skill,
}

/// A word of a search, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnderstoodWord {
    /// The word.
    pub word: String,
    /// What it was taken for.
    pub meaning: WordMeaning,
}

/// Who can do it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FoundPartners {
    /// What was typed, as it was understood.
    pub words: Vec<UnderstoodWord>,
    /// Partners who serve, by name.
    pub rows: Vec<PartnerRow>,
    /// How many there are.
    pub total: i64,
    /// What to ask the next page with.
    pub next: Option<String>,
    /// Others who fit but have not said when they are free.
    pub without_time: i64,
}

/// A service record with who took part.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ServiceView {
    /// The record.
    pub service: Service,
    /// The community's name.
    pub community: Option<String>,
    /// Who took part, in order.
    pub shares: Vec<ServiceShare>,
}

/// Arguments of `services.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListServices {
    /// Content, place or who took part.
    pub search: String,
    /// A partner who took part.
    #[ts(optional)]
    pub partner_id: Option<String>,
    /// Communities; empty for all.
    pub community_ids: Vec<String>,
    /// From this day.
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// To this day.
    #[ts(optional)]
    pub to: Option<NaiveDate>,
    /// Only those that nobody has confirmed.
    pub unconfirmed: bool,
    /// Include 作废.
    pub retired: bool,
    /// Page.
    pub page: storage::Paging,
}

/// A partner's part in an activity, to save.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveShare {
    /// The partner.
    pub partner_id: String,
    /// How long, in minutes.
    pub minutes: i64,
}

/// Arguments of `services.save`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveService {
    /// Key; none for a new record.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new record.
    #[serde(default)]
    pub version: i64,
    /// The community served; none for the whole street.
    #[serde(default)]
    pub community_id: Option<String>,
    /// Day.
    pub date: NaiveDate,
    /// Place.
    #[serde(default)]
    pub place: String,
    /// What was done.
    pub content: String,
    /// Who took part, in order.
    pub shares: Vec<SaveShare>,
    /// 服务人次.
    #[serde(default)]
    pub people_served: Option<i64>,
    /// 满意度, 1 to 5.
    #[serde(default)]
    pub satisfaction: Option<i64>,
    /// 确认人.
    #[serde(default)]
    pub confirmed_by: String,
    /// When it was confirmed; today when somebody confirms it now.
    #[serde(default)]
    pub confirmed_on: Option<NaiveDate>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Arguments of `partners.figures`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PartnerFiguresQuery {
    /// From this day; the beginning of this year when not said.
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// To this day; today when not said.
    #[ts(optional)]
    pub to: Option<NaiveDate>,
    /// Only this community's partners and activities.
    #[ts(optional)]
    pub community_id: Option<String>,
}

/// The figures of a kind or community, or of all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartnerFigure {
    /// What it is of: a kind's code or a community's key; empty for the whole.
    pub key: String,
    /// What that is called.
    pub label: String,
    /// 在聘: partners who serve now.
    pub serving: i64,
    /// 活跃率: those of them who took part in the period ÷ 在聘.
    pub active: Ratio,
    /// 服务次数: activities in the period.
    pub services: i64,
    /// 服务时长 in minutes: the sum of what each took part.
    pub minutes: i64,
    /// 服务人次.
    pub people: i64,
    /// 满意率: activities judged 4 or 5 ÷ activities judged.
    pub satisfied: Ratio,
    /// 确认率: activities confirmed ÷ activities.
    pub confirmed: Ratio,
}

/// A partner's sum in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow, TS)]
pub struct PartnerSum {
    /// The partner.
    pub partner_id: String,
    /// Its name now.
    pub name: String,
    /// Its kind now.
    pub kind: PartnerKind,
    /// Its community's name.
    pub community: Option<String>,
    /// Activities.
    pub services: i64,
    /// Minutes.
    pub minutes: i64,
    /// 服务人次 of those activities.
    pub people: i64,
}

/// What a month brought, 志愿者 apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartnerMonth {
    /// The month.
    pub month: Month,
    /// Minutes of 合伙人 without 志愿者.
    pub partners: i64,
    /// Minutes of 志愿者.
    pub volunteers: i64,
}

/// Figures of partners in a period.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerFigures {
    /// From this day.
    pub from: NaiveDate,
    /// To this day.
    pub to: NaiveDate,
    /// 合伙人 without 志愿者.
    pub partners: PartnerFigure,
    /// 志愿者, counted apart.
    pub volunteers: PartnerFigure,
    /// Everything.
    pub whole: PartnerFigure,
    /// By kind.
    pub kinds: Vec<PartnerFigure>,
    /// By community.
    pub communities: Vec<PartnerFigure>,
    /// By partner, longest first, at most 500.
    pub sums: Vec<PartnerSum>,
    /// Minutes by month of the period, months without any left out.
    pub months: Vec<PartnerMonth>,
}
