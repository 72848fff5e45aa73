//! 聘书编号 that stand several times: told, and kept by choice.

use super::super::Partner;
use super::rows::Line;
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// The choice that leaves a number with all who have it.
const KEEP_ALL: &str = "all";
/// The choice that leaves a number with whom the register has it.
const KEEP_KEPT: &str = "kept";

/// What is kept of a number that stands several times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberChoice {
    /// The number.
    pub number: String,
    /// One of the conflict's values.
    pub value: String,
}

/// A number that stands several times, with what may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberConflict {
    /// The number.
    pub number: String,
    /// Who has it, in sheet order; first the one who has it without a choice. The last is all of them.
    pub holders: Vec<NumberHolder>,
}

/// One who has a number, as a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberHolder {
    /// What to choose: `all`, `kept`, or a place such as `志愿者!338`.
    pub value: String,
    /// What the choice means, for the person.
    pub label: String,
}

/// A row that gives a number.
struct Claim {
    at: usize,
    /// Whether the partner has the number already.
    has_it: bool,
}

/// Which rows get the number they give.
pub(super) struct Numbers {
    pub granted: Vec<bool>,
    pub conflicts: Vec<NumberConflict>,
}

fn place(row: &Line) -> String {
    format!("{}!{}", row.sheet, row.row)
}

/// Settles the numbers of all rows.
///
/// # Errors
/// `Invalid` for a choice that is not offered.
pub(super) fn settle(
    rows: &[Line],
    matched: &[Option<&Partner>],
    kept: &[Partner],
    choices: &[NumberChoice],
) -> Result<Numbers> {
    let mut claims: BTreeMap<&str, Vec<Claim>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(number) = &row.number {
            let has_it = matched[at].is_some_and(|kept| kept.number == *number);
            claims.entry(number).or_default().push(Claim { at, has_it });
        }
    }
    let in_sheet: HashSet<&str> = matched.iter().flatten().map(|m| m.id.as_str()).collect();
    let mut elsewhere: HashMap<&str, Vec<&Partner>> = HashMap::new();
    for partner in kept.iter().filter(|kept| !in_sheet.contains(&*kept.id)) {
        elsewhere.entry(&partner.number).or_default().push(partner);
    }
    let mut numbers = Numbers {
        granted: vec![true; rows.len()],
        conflicts: Vec::new(),
    };
    for (number, claims) in claims {
        let others = elsewhere.get(number).map_or(&[][..], Vec::as_slice);
        let anew = claims.iter().any(|claim| !claim.has_it);
        if !anew || claims.len() + others.len() < 2 {
            continue;
        }
        let conflict = conflict(number, rows, &claims, others);
        let chosen = chosen(&conflict, choices)?;
        for claim in claims.iter().filter(|claim| !claim.has_it) {
            let own = place(&rows[claim.at]);
            numbers.granted[claim.at] = chosen == KEEP_ALL || chosen == own;
        }
        numbers.conflicts.push(conflict);
    }
    refuse_idle(&numbers.conflicts, choices)?;
    Ok(numbers)
}

fn conflict(number: &str, rows: &[Line], claims: &[Claim], others: &[&Partner]) -> NumberConflict {
    let has_it: Vec<&str> = claims
        .iter()
        .filter(|claim| claim.has_it)
        .map(|claim| rows[claim.at].name.as_str())
        .chain(others.iter().map(|partner| partner.name.as_str()))
        .collect();
    let mut holders = Vec::new();
    if has_it.is_empty() {
        holders.extend(claims.iter().map(|claim| {
            let row = &rows[claim.at];
            NumberHolder {
                value: place(row),
                label: format!("只给{}（{}第 {} 行）", row.name, row.sheet, row.row),
            }
        }));
    } else {
        holders.push(NumberHolder {
            value: KEEP_KEPT.into(),
            label: format!("只给登记册里的{}", has_it.join("、")),
        });
    }
    holders.push(NumberHolder {
        value: KEEP_ALL.into(),
        label: "照原样都保留".into(),
    });
    NumberConflict {
        number: number.to_owned(),
        holders,
    }
}

/// What was chosen; the first who has the number without a choice.
fn chosen(conflict: &NumberConflict, choices: &[NumberChoice]) -> Result<String> {
    let first = || conflict.holders.first().map(|holder| holder.value.clone());
    let choice = choices
        .iter()
        .find(|choice| choice.number == conflict.number);
    let Some(choice) = choice else {
        return Ok(first().unwrap_or_default());
    };
    if conflict
        .holders
        .iter()
        .any(|holder| holder.value == choice.value)
    {
        return Ok(choice.value.clone());
    }
    Err(not_offered(choice))
}

/// A choice left over from an earlier import is as good as none, but one for a number that is nowhere
/// is a mistake.
fn refuse_idle(conflicts: &[NumberConflict], choices: &[NumberChoice]) -> Result<()> {
    let idle = choices.iter().find(|choice| {
        let known = conflicts
            .iter()
            .any(|conflict| conflict.number == choice.number);
        !known && choice.value != KEEP_ALL
    });
    idle.map_or(Ok(()), |choice| Err(not_offered(choice)))
}

fn not_offered(choice: &NumberChoice) -> Error {
    Error::invalid(
        "choices",
        format!("编号“{}”没有这个选项，请重新预览后再选。", choice.number),
    )
}
