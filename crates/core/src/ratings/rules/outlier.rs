//! Judges whose marks lie far from the others': shown, never dropped.

use super::{Marks, Ratio, SchemeRules, base_of};

/// A sheet that lies far off, by its place among an object's sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FarOff {
    /// Place of the sheet.
    pub sheet: usize,
    /// What the judge's base items come to on 100, thousandths.
    pub given: Ratio,
    /// Median of all judges, which one judge cannot move far, thousandths.
    pub middle: Ratio,
}

/// The sheets of one object that lie further from the median than the rule allows.
#[must_use]
pub fn far_off(rules: &SchemeRules, sheets: &[&Marks]) -> Vec<FarOff> {
    let count = i64::try_from(sheets.len()).unwrap_or(i64::MAX);
    if count < rules.outlier.least_judges.max(2) {
        return Vec::new();
    }
    let given: Vec<Ratio> = sheets.iter().map(|marks| base_of(rules, marks)).collect();
    let middle = median(given.clone());
    let judged = |(sheet, given): (usize, &Ratio)| {
        let far = given.minus(middle).size() > Ratio::from(rules.outlier.distance);
        let given = *given;
        far.then_some(FarOff {
            sheet,
            given,
            middle,
        })
    };
    given.iter().enumerate().filter_map(judged).collect()
}

fn median(mut given: Vec<Ratio>) -> Ratio {
    given.sort_unstable();
    let at = |place: usize| given.get(place).copied().unwrap_or(Ratio::ZERO);
    let (low, high) = ((given.len().max(1) - 1) / 2, given.len() / 2);
    at(low).plus(at(high)).scaled(1, 2)
}
