use serde::{Deserialize, Serialize};
use ts_rs::TS;

use ground::calendar::Month;

/// One ground for a turn (排定依据), as data; [`Reason::chinese`] puts it into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// The only member that takes turns.
    OnlyUnit,
    /// Skipped or replaced before, so it goes first; `owed` counts this turn.
    Owed { owed: u32 },
    /// Of `units` members it alone has had no turn in the turn's year.
    LastOfYear { units: u32 },
    /// Of `units` members it alone has had no turn in the round, which began before this year.
    LastOfRound { units: u32 },
    /// It has no turn in its history.
    NeverServed,
    /// Its latest turn; `longest` where nobody else's lies further back.
    LastServed { month: Month, longest: bool },
    /// Others are equal; official order puts it first, at this place of the list (from 1).
    OfficialOrder { place: u32 },
    /// `month` is not among the months it cannot serve.
    NotBlocked {
        month: Month,
        blocked_months: Vec<u8>,
    },
    /// It sits on several committees and serves no other one that month.
    NotElsewhere,
    /// It serves `others` more committees that month, which the limit allows.
    WithinLimit { others: u32, limit: u32 },
    /// A unit that came before it in order did not get the month.
    AheadOf {
        unit_id: String,
        unit_name: String,
        because: Because,
    },
}

/// Why the unit that came first in order did not get the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Because {
    /// It cannot serve in that month.
    Blocked { month: Month },
    /// It serves another committee that month.
    OnDuty {
        committee_id: String,
        committee_name: String,
    },
    /// It has a frozen turn in a later month.
    KeptLater { month: Month },
    /// The chosen unit sits on this many committees and would collide later.
    Contested { committees: u32 },
    /// Otherwise a unit with fewer possible months would miss the round.
    FewerMonths,
}

impl Reason {
    /// The ground in words, without a full stop.
    pub fn chinese(&self) -> String {
        match self {
            Self::OnlyUnit => "只有本单位参加轮值".into(),
            Self::Owed { owed: 1 } => "上次被跳过或替换，优先补轮".into(),
            Self::Owed { owed } => format!("此前被跳过或替换，尚欠{owed}次，优先补轮"),
            Self::LastOfYear { units } => format!("{units}家单位中，今年尚未轮值的只剩本单位"),
            Self::LastOfRound { units } => format!("{units}家单位中，本轮尚未轮值的只剩本单位"),
            Self::NeverServed => "尚未轮值过".into(),
            Self::LastServed {
                month,
                longest: true,
            } => {
                format!("上次轮值{}，距今最久", month.chinese())
            }
            Self::LastServed {
                month,
                longest: false,
            } => format!("上次轮值{}", month.chinese()),
            Self::OfficialOrder { place } => format!("同等条件下按排序，本单位在前（第{place}位）"),
            Self::NotBlocked {
                month,
                blocked_months,
            } => {
                format!(
                    "{}月未列入其不便月份（{}月）",
                    month.number(),
                    months(blocked_months)
                )
            }
            Self::NotElsewhere => "同月不在其他大党委轮值".into(),
            Self::WithinLimit { others, limit } => {
                format!("同月还在{others}个大党委轮值，未超过每月{limit}个的上限")
            }
            Self::AheadOf {
                unit_name, because, ..
            } => because.chinese(unit_name),
        }
    }
}

impl Because {
    fn chinese(&self, unit: &str) -> String {
        match self {
            Self::Blocked { month } => format!("次序在前的{unit}{}月不便，顺延", month.number()),
            Self::OnDuty { committee_name, .. } => {
                format!("次序在前的{unit}同月在{committee_name}轮值，顺延")
            }
            Self::KeptLater { month } => {
                format!("次序在前的{unit}已定于{}轮值", month.chinese())
            }
            Self::Contested { committees } => {
                format!("本单位参加{committees}个大党委，为免与其他大党委撞期，先于{unit}安排")
            }
            Self::FewerMonths => {
                format!("为使本轮每家单位都轮到，先于{unit}安排")
            }
        }
    }
}

fn months(numbers: &[u8]) -> String {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
        .iter()
        .map(u8::to_string)
        .collect::<Vec<_>>()
        .join("、")
}
