//! 聘书编号 that stand several times: told, and kept by choice.

use super::super::Partner;
use super::rows::Line;
use crate::registers::{ChoiceKey, RegisterChoice, RegisterConflict, RegisterConflictValue};
use ground::error::{Error, Result};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The choice that leaves a number with all who have it.
const KEEP_ALL: &str = "all";
/// The choice that leaves a number with whom the register has it.
const KEEP_KEPT: &str = "kept";

/// What is kept of a number that stands several times.
pub(super) struct NumberChoice<'c> {
    pub number: &'c str,
    /// One of the conflict's values.
    pub value: &'c str,
}

impl<'c> NumberChoice<'c> {
    /// A choice, where it is about a number.
    pub fn of(choice: &'c RegisterChoice) -> Option<Self> {
        match &choice.key {
            ChoiceKey::Number { number } => Some(Self {
                number,
                value: &choice.value,
            }),
            _ => None,
        }
    }
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
    /// Numbers that stand several times. Of each, first who has it without a choice; last, all of them.
    pub conflicts: Vec<RegisterConflict>,
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
    choices: &[NumberChoice<'_>],
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
    // Whoever stands in the file speaks there; the others hold their numbers against it.
    for partner in kept.iter().filter(|kept| !in_sheet.contains(&*kept.id)) {
        elsewhere.entry(&partner.number).or_default().push(partner);
    }
    let mut numbers = Numbers {
        granted: vec![true; rows.len()],
        conflicts: Vec::new(),
    };
    for (number, claims) in claims {
        let others = elsewhere.get(number).map_or(&[][..], Vec::as_slice);
        // Numbers that stand twice already were kept by choice: asked only when one more claims it.
        let anew = claims.iter().any(|claim| !claim.has_it);
        if !anew || claims.len() + others.len() < 2 {
            continue;
        }
        let conflict = conflict(number, rows, &claims, others);
        let chosen = chosen(number, &conflict, choices)?;
        for claim in claims.iter().filter(|claim| !claim.has_it) {
            let own = place(&rows[claim.at]);
            numbers.granted[claim.at] = chosen == KEEP_ALL || chosen == own;
        }
        numbers.conflicts.push(conflict);
    }
    refuse_idle(&numbers.conflicts, choices)?;
    Ok(numbers)
}

fn conflict(
    number: &str,
    rows: &[Line],
    claims: &[Claim],
    others: &[&Partner],
) -> RegisterConflict {
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
            RegisterConflictValue {
                value: place(row),
                label: format!("只给{}（{}第 {} 行）", row.name, row.sheet, row.row),
            }
        }));
    } else {
        holders.push(RegisterConflictValue {
            value: KEEP_KEPT.into(),
            label: format!("只给登记册里的{}", has_it.join("、")),
        });
    }
    holders.push(RegisterConflictValue {
        value: KEEP_ALL.into(),
        label: "照原样都保留".into(),
    });
    RegisterConflict {
        key: key(number),
        name: number.to_owned(),
        label: "聘书编号重复".to_owned(),
        values: holders,
    }
}

fn key(number: &str) -> ChoiceKey {
    ChoiceKey::Number {
        number: number.to_owned(),
    }
}

/// What was chosen; the first who has the number without a choice.
fn chosen(
    number: &str,
    conflict: &RegisterConflict,
    choices: &[NumberChoice<'_>],
) -> Result<String> {
    let mut offered = conflict.values.iter();
    let Some(choice) = choices.iter().find(|choice| choice.number == number) else {
        let first = offered.next().map(|holder| holder.value.clone());
        return Ok(first.unwrap_or_default());
    };
    match offered.any(|holder| holder.value == choice.value) {
        true => Ok(choice.value.to_owned()),
        false => Err(not_offered(choice)),
    }
}

/// A choice left over from an earlier import is as good as none, but one for a number that is nowhere
/// is a mistake.
fn refuse_idle(conflicts: &[RegisterConflict], choices: &[NumberChoice<'_>]) -> Result<()> {
    let idle = choices.iter().find(|choice| {
        let mut conflicts = conflicts.iter();
        let known = conflicts.any(|conflict| conflict.key == key(choice.number));
        !known && choice.value != KEEP_ALL
    });
    idle.map_or(Ok(()), |choice| Err(not_offered(choice)))
}

fn not_offered(choice: &NumberChoice<'_>) -> Error {
    Error::invalid(
        "choices",
        format!("编号“{}”没有这个选项，请重新预览后再选。", choice.number),
    )
}
