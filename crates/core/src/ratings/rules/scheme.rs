//! What a scheme (考评方案) says, and whether it can be used.

use super::ratio::gcd;
use ground::error::{Error, Result};
use ground::points::{POINT, show};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an item does to the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SchemeItemKind")]
pub enum ItemKind {
    /// 基本项: its mean counts by its weight.
    Base,
    /// 加分项: its mean is added, up to its cap.
    Bonus,
    /// 扣分项: its mean is taken off.
    Deduction,
    /// 不予评星情形: no marks; a case needs its basis.
    Exclusion,
}

impl ItemKind {
    /// What people call it.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Base => "基本项",
            Self::Bonus => "加分项",
            Self::Deduction => "扣分项",
            Self::Exclusion => "不予评星情形",
        }
    }
}

/// One item of a scheme. Marks, weights and caps are thousandths of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchemeItem {
    /// Name as sheets and papers print it.
    pub name: String,
    /// What it does.
    pub kind: ItemKind,
    /// 满分: the most one judge may give.
    pub full: i64,
    /// 权重 of a base item; those of all base items sum to 100 points. 0 for the others.
    pub weight: i64,
    /// 封顶 of a bonus: the most its mean may add.
    #[serde(default)]
    #[ts(optional)]
    pub cap: Option<i64>,
    /// 依据, without which a 不予评星情形 cannot be switched on.
    #[serde(default)]
    pub basis: String,
    /// Whether it is in force; 不予评星情形 are off by default.
    pub on: bool,
}

/// Within what the rated are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RatingScope")]
pub enum Scope {
    /// Within the 小区.
    Compound,
    /// Within the 社区.
    Community,
    /// Within the whole 街道.
    Street,
}

impl Scope {
    /// What people call it.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Compound => "小区",
            Self::Community => "社区",
            Self::Street => "街道",
        }
    }
}

/// What is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RatedKind")]
pub enum Rated {
    /// 楼栋.
    Building,
    /// 单元.
    Stairwell,
}

/// When a judge's marks are shown as far from the others'. Nothing is dropped for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutlierRule {
    /// How far a judge's weighted marks may lie from the median of all, thousandths on 100.
    pub distance: i64,
    /// With fewer judges than this nobody is called far off.
    pub least_judges: i64,
}

/// The rules of a scheme: all of it is the office's to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchemeRules {
    /// What is rated.
    pub rated: Rated,
    /// Within what it is ranked and who may rate whom.
    pub scope: Scope,
    /// The items, in the order of the sheet.
    pub items: Vec<SchemeItem>,
    /// Least total for one to five stars, ascending, thousandths.
    pub stars: Vec<i64>,
    /// 流动小红旗 of a scope.
    pub flags: i64,
    /// At most this share of a scope's rated hang a flag, in per cent; one of two always may.
    pub flag_share: i64,
    /// Judges of each rated object.
    pub judges: i64,
    /// Pairs of so many last periods are not given again where that can be avoided.
    pub memory: i64,
    /// Items by which equal totals are told apart, by their place in `items`; then the rank is shared.
    pub tie_order: Vec<usize>,
    /// When a judge is far off.
    pub outlier: OutlierRule,
}

impl Default for SchemeRules {
    fn default() -> Self {
        let base = |name: &str, points: i64| item(name, ItemKind::Base, points, points);
        let items = vec![
            base("安全", 40),
            base("卫生", 30),
            base("文明创建", 30),
            SchemeItem {
                cap: Some(5 * POINT),
                ..item("加分", ItemKind::Bonus, 10, 0)
            },
            item("扣分", ItemKind::Deduction, 20, 0),
            SchemeItem {
                on: false,
                ..item("不予评星", ItemKind::Exclusion, 0, 0)
            },
        ];
        Self {
            rated: Rated::Building,
            scope: Scope::Compound,
            items,
            stars: [60, 70, 80, 85, 90].map(|points| points * POINT).to_vec(),
            flags: 3,
            flag_share: 75,
            judges: 3,
            memory: 3,
            tie_order: vec![0, 1, 2],
            outlier: OutlierRule {
                distance: 20 * POINT,
                least_judges: 3,
            },
        }
    }
}

fn item(name: &str, kind: ItemKind, full: i64, weight: i64) -> SchemeItem {
    SchemeItem {
        name: name.into(),
        kind,
        full: full * POINT,
        weight: weight * POINT,
        cap: None,
        basis: String::new(),
        on: true,
    }
}

/// Words that no item may be about: nobody is marked down for petitioning.
const BARRED: [&str; 8] = [
    "信访",
    "上访",
    "缠访",
    "闹访",
    "集访",
    "进京访",
    "越级访",
    "投诉举报",
];
/// The common denominator of full marks, thousandths; keeps exact sums within 128 bits.
const MOST_COMMON: u128 = 1_000_000_000_000;

fn is_barred(text: &str) -> bool {
    // Spaces between its characters must not hide a word.
    let close: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    BARRED.iter().any(|word| close.contains(word))
}

impl SchemeRules {
    /// Trims what was typed.
    pub fn tidy(&mut self) {
        for item in &mut self.items {
            item.name = item.name.trim().to_owned();
            item.basis = item.basis.trim().to_owned();
        }
    }

    /// Whether the scheme can be used.
    ///
    /// # Errors
    /// `Invalid` on the field at fault, with what to put right.
    pub fn check(&self) -> Result<()> {
        self.check_items()?;
        self.check_weights()?;
        self.check_stars()?;
        self.check_numbers()?;
        self.check_ties()
    }

    /// Items in force that take marks, with their place.
    pub fn marked(&self) -> impl Iterator<Item = (usize, &SchemeItem)> {
        let marked = |(_, item): &(usize, &SchemeItem)| item.on && item.kind != ItemKind::Exclusion;
        self.items.iter().enumerate().filter(marked)
    }

    /// The 不予评星情形 in force.
    pub fn exclusions(&self) -> impl Iterator<Item = &SchemeItem> {
        let of_kind = |item: &&SchemeItem| item.on && item.kind == ItemKind::Exclusion;
        self.items.iter().filter(of_kind)
    }

    /// How many judges each of a scope's `rated` objects has: nobody rates their own.
    #[must_use]
    pub fn judges_for(&self, rated: usize) -> usize {
        let wanted = usize::try_from(self.judges).unwrap_or_default();
        wanted.min(rated.saturating_sub(1))
    }

    /// How many ranks of a scope hang a flag: fewer in small ones, none where there is nobody to
    /// compare with.
    #[must_use]
    pub fn flags_for(&self, rated: usize) -> i64 {
        let count = i64::try_from(rated).unwrap_or(i64::MAX);
        let share = count.saturating_mul(self.flag_share) / 100;
        match count {
            0 | 1 => 0,
            _ => self.flags.min(share.max(1)),
        }
    }

    fn check_items(&self) -> Result<()> {
        let wrong = |message: String| Err(Error::invalid("items", message));
        if self.items.len() > 20 {
            return wrong("考评项目最多 20 项，请合并后再保存。".into());
        }
        for (place, item) in self.items.iter().enumerate() {
            let name = item.name.trim();
            if name.is_empty() || name.chars().count() > 20 {
                return wrong(format!("第 {} 项的名称应为 1 到 20 个字。", place + 1));
            }
            if is_barred(name) || is_barred(&item.basis) {
                return wrong(format!("“{name}”涉及信访，不得列为考评项目，请删去。"));
            }
            if self.items[..place]
                .iter()
                .any(|other| other.name.trim() == name)
            {
                return wrong(format!("考评项目“{name}”写了两次，请改名或删去一项。"));
            }
            check_item(item)?;
        }
        self.check_common()
    }

    fn check_common(&self) -> Result<()> {
        let common = self.marked().fold(1_u128, |common, (_, item)| {
            let full = u128::from(item.full.unsigned_abs()).max(1);
            // Divided first: the product of both could leave 128 bits before it is judged.
            (common / gcd(common, full)).saturating_mul(full)
        });
        if common > MOST_COMMON {
            return Err(Error::invalid(
                "items",
                "各项满分相差太零碎，请改用整数分。",
            ));
        }
        Ok(())
    }

    fn check_weights(&self) -> Result<()> {
        let base = self
            .marked()
            .filter(|(_, item)| item.kind == ItemKind::Base);
        let sum: i64 = base.map(|(_, item)| item.weight).sum();
        if sum == 100 * POINT {
            return Ok(());
        }
        let message = format!("基本项的权重合计为 {}，应为 100，请调整。", show(sum));
        Err(Error::invalid("items", message))
    }

    fn check_stars(&self) -> Result<()> {
        let ascending = self.stars.windows(2).all(|pair| pair[0] < pair[1]);
        // Bonuses lift totals above 100, so a threshold may lie there as well.
        let within = self
            .stars
            .iter()
            .all(|least| (0..=200 * POINT).contains(least));
        if self.stars.len() == 5 && ascending && within {
            return Ok(());
        }
        let message = "一星到五星的分数线应有五个，由低到高，请核对。";
        Err(Error::invalid("stars", message))
    }

    fn check_numbers(&self) -> Result<()> {
        let bounds = [
            ("flags", "红旗数", self.flags, 0, 50),
            ("flag_share", "红旗比例", self.flag_share, 0, 100),
            ("judges", "评分人数", self.judges, 1, 20),
            ("memory", "不重复的期数", self.memory, 0, 24),
            ("outlier", "评分偏离人数", self.outlier.least_judges, 2, 20),
            (
                "outlier",
                "评分偏离分数",
                self.outlier.distance / POINT,
                1,
                100,
            ),
        ];
        for (field, name, value, least, most) in bounds {
            if !(least..=most).contains(&value) {
                return Err(Error::invalid(
                    field,
                    format!("{name}应在 {least} 到 {most} 之间。"),
                ));
            }
        }
        Ok(())
    }

    fn check_ties(&self) -> Result<()> {
        let known = |place: &usize| self.marked().any(|(marked, _)| marked == *place);
        let twice =
            (1..self.tie_order.len()).any(|n| self.tie_order[..n].contains(&self.tie_order[n]));
        if self.tie_order.iter().all(known) && !twice {
            return Ok(());
        }
        let message = "同分时的比较次序应从启用的计分项目里选，每项一次。";
        Err(Error::invalid("tie_order", message))
    }
}

fn check_item(item: &SchemeItem) -> Result<()> {
    let wrong = |message: String| Err(Error::invalid("items", message));
    let name = &item.name;
    if item.kind == ItemKind::Exclusion {
        return match item.on && item.basis.trim().is_empty() {
            true => wrong(format!("启用“{name}”须写明依据（文件名称和条款）。")),
            false => Ok(()),
        };
    }
    if !(1..=1000 * POINT).contains(&item.full) {
        return wrong(format!("“{name}”的满分应大于 0，不超过 1000。"));
    }
    if item.weight < 0 || (item.kind == ItemKind::Base && item.on && item.weight == 0) {
        return wrong(format!("“{name}”的权重应大于 0。"));
    }
    if item.cap.is_some_and(|cap| cap <= 0 || cap > 100 * POINT) {
        return wrong(format!("“{name}”的封顶分应大于 0，不超过 100。"));
    }
    if item.kind == ItemKind::Bonus && item.cap.is_none() {
        return wrong(format!("“{name}”须设封顶分。"));
    }
    Ok(())
}
