//! The ledger as one of the registers of the import screen: each row a seat, and the unit it names.

use super::super::sheet::{COLUMNS, Conflict, Ledger};
use super::super::{Membership, Unit, all_units};
use super::compare::{Comparison, compare};
use super::kept::names_to_offer;
use super::known::{Named, know_again};
use crate::committees::COMMUNITY;
use crate::office::Cx;
use crate::registers::{
    ChoiceKey, CountOf, Exported, ImportStatus, Importer, LikelyOne, Missing, Planned,
    RegisterChoice, RegisterConflict, RegisterConflictValue, SheetInfo, likely_one,
};
use ground::error::Result;
use ground::progress::Stage;
use std::collections::BTreeSet;
use tables::{Column, Table};

/// The register of member units and their seats.
pub(crate) struct UnitLedger;

impl Importer for UnitLedger {
    type Write = Comparison;

    const INFO: SheetInfo = SheetInfo {
        thing: "成员单位",
        title: "成员单位台账",
        note: "带 * 为必填；一个单位参加多个社区的，每个社区填一行；首行示例导入时会跳过；请勿录入涉密信息。",
        frozen: 2,
        all_sheets: true,
        exports: false,
    };

    fn columns() -> Vec<Column<'static>> {
        COLUMNS.to_vec()
    }

    async fn lists(cx: &mut Cx<'_>) -> Result<Vec<(&'static str, Vec<String>)>> {
        Ok(vec![("community", names_to_offer(cx).await?)])
    }

    async fn plan(
        cx: &mut Cx<'_>,
        mut tables: Vec<Table>,
        choices: &[RegisterChoice],
    ) -> Result<Planned<Comparison>> {
        let mut named = know_again(cx, &mut tables).await?;
        let mut ledger = Ledger::of(tables);
        let kept = all_units(&mut cx.tx).await?.into_iter();
        let kept: BTreeSet<String> = kept
            .filter(|unit| !unit.retired)
            .map(|unit| unit.name)
            .collect();
        merge_names(&mut ledger, &mut named, choices, &kept);
        // Choices of names have done their part; compared on, they would be refused as not
        // offered.
        let facts = choices
            .iter()
            .filter(|choice| matches!(choice.key, ChoiceKey::Fact { .. }));
        let choices: Vec<RegisterChoice> = facts.cloned().collect();
        let comparison = compare(cx, &ledger, &named, &choices).await?;
        let likely_one = likely(&ledger, &comparison, &kept);
        let count = |thing: &str, count| CountOf {
            thing: thing.to_owned(),
            count,
        };
        Ok(Planned {
            rows: comparison.rows(),
            left_out: 0,
            counts: vec![
                count("席位", comparison.seat_count()),
                count("单位", comparison.unit_count()),
            ],
            facts: vec![format!(
                "{} 个社区、{} 家单位，其中 {} 家在多个大党委任职。",
                comparison.communities,
                comparison.units.len(),
                comparison.units_on_several
            )],
            missing: missing(&comparison.unknown_communities),
            conflicts: comparison.conflicts.iter().map(conflict).collect(),
            likely_one,
            faults: std::mem::take(&mut ledger.faults),
            corrections: std::mem::take(&mut ledger.corrections),
            write: comparison,
        })
    }

    async fn write(cx: &mut Cx<'_>, comparison: Comparison) -> Result<()> {
        write(cx, comparison).await
    }

    async fn export(_: &mut Cx<'_>) -> Result<Option<Exported>> {
        Ok(None)
    }
}

/// Gives rows the one name that was chosen for several ways to write it; the unit that is kept under another
/// of them gets it too.
fn merge_names(
    ledger: &mut Ledger,
    named: &mut Vec<Named>,
    choices: &[RegisterChoice],
    kept: &BTreeSet<String>,
) {
    for choice in choices {
        let ChoiceKey::Names { names } = &choice.key else {
            continue;
        };
        let renamed = names.iter().find(|name| kept.contains(*name));
        // A chosen name that some unit bears means that unit; nothing is renamed then.
        let renamed = renamed.filter(|_| !kept.contains(&choice.value));
        let name = renamed.unwrap_or(&choice.value);
        let rows = ledger.rows.iter_mut();
        for row in rows.filter(|row| names.contains(&row.unit_name)) {
            row.unit_name.clone_from(name);
            named.extend(renamed.map(|kept| Named {
                unit_name: kept.clone(),
                name: choice.value.clone(),
                row: row.row,
            }));
        }
    }
}

/// New units whose names are much like others.
fn likely(ledger: &Ledger, comparison: &Comparison, kept: &BTreeSet<String>) -> Vec<LikelyOne> {
    let created = comparison.units.iter();
    let created = created.filter(|unit| unit.status == ImportStatus::Created);
    let first_row = |name: &str| {
        let row = ledger.rows.iter().find(|row| row.unit_name == name);
        row.map(|row| format!("第 {} 行", row.row))
            .unwrap_or_default()
    };
    let new: Vec<(&str, String)> = created
        .map(|unit| (unit.record.name.as_str(), first_row(&unit.record.name)))
        .collect();
    likely_one(&new, kept.iter().map(String::as_str))
}

fn missing(communities: &[String]) -> Vec<Missing> {
    let names = communities.to_vec();
    let missing = Missing {
        thing: COMMUNITY.to_owned(),
        names,
    };
    (!communities.is_empty())
        .then_some(missing)
        .into_iter()
        .collect()
}

fn conflict(conflict: &Conflict) -> RegisterConflict {
    let fact = &conflict.fact;
    let community = fact.community.as_ref();
    let community = community.map(|name| format!("（{name}）"));
    let field = fact.field;
    let column = COLUMNS.iter().find(|column| column.key == field);
    let label = column.map(Column::full_title).unwrap_or_default();
    let values = conflict.values.iter().map(|given| {
        let rows: Vec<String> = given.rows.iter().map(u32::to_string).collect();
        RegisterConflictValue {
            value: given.value.clone(),
            label: format!("{}（第 {} 行）", given.value, rows.join("、")),
        }
    });
    RegisterConflict {
        key: fact.key(),
        name: fact.unit.clone(),
        label: format!("{label}{}", community.unwrap_or_default()),
        values: values.collect(),
    }
}

/// Writes what is new or differs.
pub(super) async fn write(cx: &mut Cx<'_>, comparison: Comparison) -> Result<()> {
    let units = comparison.units.into_iter();
    let units: Vec<Unit> = units.filter_map(|unit| unit.into_written()).collect();
    let seats = comparison.seats.into_iter();
    let seats: Vec<Membership> = seats.filter_map(|seat| seat.seat.into_written()).collect();
    cx.progress
        .enter(Stage::Writing, units.len() + seats.len())
        .await?;
    // Units first: seats refer to them.
    cx.save_all(&units).await?;
    cx.save_all(&seats).await
}
