use crate::committees::OF_COMMUNITY;
use chrono::NaiveDate;
use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, JsonText, Otherwise, Parent, Personal, Reach, record, stored_as_text};
use ts_rs::TS;

/// What a partner is (合伙人类别). 志愿者 are counted apart from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    /// 单位合伙人.
    Unit,
    /// 专业人才合伙人.
    Expert,
    /// 社区合伙人.
    Resident,
    /// 暖心商户联盟 member.
    Merchant,
    /// 志愿者.
    Volunteer,
}

/// Where a partner stands (合伙人状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartnerState {
    /// 招募.
    Recruited,
    /// 评估.
    Assessed,
    /// 聘任.
    Appointed,
    /// 续聘.
    Renewed,
    /// 退出.
    Left,
}
stored_as_text!(PartnerKind, PartnerState);

/// A dated step of a partner's way (状态变更).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartnerStep {
    /// The state it led to.
    pub state: PartnerState,
    /// When, as precisely as it is known.
    pub date: FuzzyDate,
    /// 聘书编号 given or kept with an appointment.
    #[serde(default)]
    pub number: String,
    /// Term of an appointment: from.
    #[serde(default)]
    pub term_from: Option<FuzzyDate>,
    /// Term of an appointment: to.
    #[serde(default)]
    pub term_to: Option<FuzzyDate>,
    /// How the assessment went, or why the partner left.
    #[serde(default)]
    pub note: String,
}

/// A partner (城市社区合伙人).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Partner {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// 类别.
    pub kind: PartnerKind,
    /// Name of the person, unit or shop.
    pub name: String,
    /// Pinyin key for sorting.
    pub sort_key: String,
    /// Its community; none for one of the whole street.
    pub community_id: Option<String>,
    /// The member unit that a 单位合伙人 is.
    pub unit_id: Option<String>,
    /// 联系人 of a unit or shop.
    pub contact_name: String,
    /// Phone; most of it is hidden from those who may not see it.
    pub phone: String,
    /// 特长, as tags.
    #[ts(as = "Vec<String>")]
    pub skills: JsonText<Vec<String>>,
    /// Services offered, in words.
    pub services: String,
    /// 优惠内容 of a merchant.
    pub discount: String,
    /// 服务时间, as tags.
    #[ts(as = "Vec<String>")]
    pub times: JsonText<Vec<String>>,
    /// What the times mean: a bit for each part of each day of the week.
    pub free_time: i64,
    /// Where it stands.
    pub state: PartnerState,
    /// The dated steps, oldest first.
    #[ts(as = "Vec<PartnerStep>")]
    pub steps: JsonText<Vec<PartnerStep>>,
    /// 聘书编号; empty while there is none.
    pub number: String,
    /// 聘期 begins.
    pub term_from: Option<FuzzyDate>,
    /// 聘期 ends.
    pub term_to: Option<FuzzyDate>,
    /// Last day of the term.
    pub ends_on: Option<NaiveDate>,
    /// Remarks.
    pub note: String,
    /// 停用.
    pub retired: bool,
}
record!(Partner, "partner", "合伙人", {
    kind: Text, name: Text, sort_key: Text, community_id: Text, unit_id: Text, contact_name: Text,
    phone: Text, skills: Json, services: Text, discount: Text, times: Json, free_time: Int,
    state: Text, steps: Json, number: Text, term_from: Text, term_to: Text, ends_on: Date,
    note: Text, retired: Bool,
} .named(&["name"])
    .found(&[
        Found::own("partner", &["name", "skills", "services", "discount"]),
        Found::tags("partner_skill", &["skills"]),
        Found::tags("partner_time", &["times"]),
    ])
    .personal(&[Personal { column: "phone", member: None }])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Unbounded))
    .numbered());

/// A service record (服务记录): one activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Service {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The community served; none for the whole street.
    pub community_id: Option<String>,
    /// Day.
    pub date: NaiveDate,
    /// Place.
    pub place: String,
    /// What was done.
    pub content: String,
    /// 服务人次; none when not counted.
    pub people_served: Option<i64>,
    /// 满意度, 1 to 5; none when not asked.
    pub satisfaction: Option<i64>,
    /// 确认人; empty while nobody confirmed it.
    pub confirmed_by: String,
    /// When it was confirmed.
    pub confirmed_on: Option<NaiveDate>,
    /// Remarks.
    pub note: String,
    /// 作废: counts nowhere.
    pub retired: bool,
}
record!(Service, "service", "服务记录", {
    community_id: Text, date: Date, place: Text, content: Text, people_served: Int,
    satisfaction: Int, confirmed_by: Text, confirmed_on: Date, note: Text, retired: Bool,
} .named(&["content"])
    .found(&[Found::own("service", &["content", "place"])])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Unbounded)));

/// One partner's part in an activity (服务时长). Name and kind are those of that day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct ServiceShare {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The activity.
    pub service_id: String,
    /// Order.
    pub position: i64,
    /// The partner.
    pub partner_id: String,
    /// The partner's name then.
    pub partner_name: String,
    /// The partner's kind then.
    pub partner_kind: PartnerKind,
    /// How long, in minutes.
    pub minutes: i64,
}
record!(ServiceShare, "service_share", "服务时长", {
    service_id: Text, position: Int, partner_id: Text, partner_name: Text, partner_kind: Text,
    minutes: Int,
} .of(&[Parent { column: "partner_id", table: || Partner::TABLE }])
    .found(&[Found::of("service", "service_id", &["partner_name"])])
    .seen_by(Reach::Through(
        &[Parent { column: "service_id", table: || Service::TABLE }],
        Otherwise::Unbounded,
    )));
