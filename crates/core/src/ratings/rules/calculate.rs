//! Total = Σ over base items of weight × mean of judges ÷ full marks + bonus (mean, capped) −
//! deductions (mean). Product section 6; exact throughout.

use super::{ItemKind, Ratio, SchemeItem, SchemeRules};
use ground::points::show;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Marks of one judge in the order of the scheme's items, thousandths; a bonus or deduction that
/// was left empty counts as 0.
pub type Marks = Vec<Option<i64>>;

/// What one rated object comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The total on 100, thousandths.
    pub total: Ratio,
    /// Mean of the judges by item, thousandths; nothing for items without marks.
    pub means: Vec<Ratio>,
}

/// One line of the calculation, to be shown to anybody who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreStep")]
pub struct Step {
    /// The item.
    pub item: String,
    /// What it does.
    pub kind: ItemKind,
    /// The judges' marks, thousandths, in the order of the sheets.
    pub marks: Vec<i64>,
    /// `(36 + 34 + 38) ÷ 3 = 36`
    pub mean: String,
    /// `40 × 36 ÷ 40 = 36`
    pub counted: String,
    /// What it adds to the total, thousandths, rounded for print only.
    pub value: i64,
}

/// Calculates a rated object's score from its sheets; nothing when there is none.
#[must_use]
pub fn calculate(rules: &SchemeRules, sheets: &[&Marks]) -> Option<Score> {
    if sheets.is_empty() {
        return None;
    }
    let mut means = vec![Ratio::ZERO; rules.items.len()];
    let mut total = Ratio::ZERO;
    for (place, item) in rules.marked() {
        means[place] = mean(sheets, place);
        total = total.plus(counted(item, means[place]));
    }
    Some(Score { total, means })
}

/// What one sheet would come to alone: how a judge sees the object, on 100.
#[must_use]
pub fn base_of(rules: &SchemeRules, marks: &Marks) -> Ratio {
    let base = rules
        .marked()
        .filter(|(_, item)| item.kind == ItemKind::Base);
    base.fold(Ratio::ZERO, |sum, (place, item)| {
        sum.plus(counted(item, mean(&[marks], place)))
    })
}

fn mark(marks: &Marks, place: usize) -> i64 {
    marks.get(place).copied().flatten().unwrap_or_default()
}

fn mean(sheets: &[&Marks], place: usize) -> Ratio {
    let sum: i128 = sheets
        .iter()
        .map(|marks| i128::from(mark(marks, place)))
        .sum();
    Ratio::new(sum, i128::try_from(sheets.len()).unwrap_or(1))
}

fn counted(item: &SchemeItem, mean: Ratio) -> Ratio {
    match item.kind {
        ItemKind::Base => mean.scaled(item.weight, item.full),
        // The mean is capped, not each judge's mark: one by one the sum would be lower than
        // printed.
        ItemKind::Bonus => item.cap.map_or(mean, |cap| mean.min(Ratio::from(cap))),
        ItemKind::Deduction => Ratio::ZERO.minus(mean),
        ItemKind::Exclusion => Ratio::ZERO,
    }
}

/// The calculation step by step.
#[must_use]
pub fn explain(rules: &SchemeRules, sheets: &[&Marks]) -> Vec<Step> {
    let step = |(place, item): (usize, &SchemeItem)| {
        let marks: Vec<i64> = sheets.iter().map(|marks| mark(marks, place)).collect();
        let mean = mean(sheets, place);
        let value = counted(item, mean);
        Step {
            item: item.name.clone(),
            kind: item.kind,
            mean: mean_line(&marks, mean),
            counted: counted_line(item, mean, value),
            value: value.rounded(),
            marks,
        }
    };
    rules.marked().map(step).collect()
}

/// `36 + 27 + 25.5 + 3 − 2 = 89.5`: the steps put together.
#[must_use]
pub fn sum_line(rules: &SchemeRules, sheets: &[&Marks]) -> String {
    let Some(score) = calculate(rules, sheets) else {
        return String::new();
    };
    let mut line = String::new();
    for (place, item) in rules.marked() {
        let value = counted(item, score.means[place]);
        let sign = match item.kind {
            ItemKind::Deduction => " − ",
            _ if line.is_empty() => "",
            _ => " + ",
        };
        let size = printed(value.size());
        line.push_str(sign);
        // The ≈ stands once, before the total.
        line.push_str(size.trim_start_matches("≈ "));
    }
    format!("{line} {}", equals(score.total))
}

/// A fraction as printed: exact, or to three decimals with ≈ before it.
fn printed(value: Ratio) -> String {
    let text = show(value.rounded());
    if value.is_whole() {
        text
    } else {
        format!("≈ {text}")
    }
}

fn equals(value: Ratio) -> String {
    let text = printed(value);
    if value.is_whole() {
        format!("= {text}")
    } else {
        text
    }
}

fn mean_line(marks: &[i64], mean: Ratio) -> String {
    let sum: Vec<String> = marks.iter().map(|mark| show(*mark)).collect();
    format!("({}) ÷ {} {}", sum.join(" + "), marks.len(), equals(mean))
}

fn counted_line(item: &SchemeItem, mean: Ratio, value: Ratio) -> String {
    let shown = printed(mean);
    let shown = shown.trim_start_matches("≈ ");
    match item.kind {
        ItemKind::Base => {
            let (weight, full) = (show(item.weight), show(item.full));
            format!("{weight} × {shown} ÷ {full} {}", equals(value))
        }
        ItemKind::Bonus if value < mean => {
            format!("{shown}，封顶 {} {}", show(value.rounded()), equals(value))
        }
        ItemKind::Bonus => format!("+ {shown}"),
        ItemKind::Deduction => format!("− {shown}"),
        ItemKind::Exclusion => String::new(),
    }
}
