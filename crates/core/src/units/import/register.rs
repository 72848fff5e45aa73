//! The ledger as one of the registers of the import screen: each row a seat, and the unit it names.

use super::super::sheet::{COLUMNS, Conflict, Ledger};
use super::apply::write;
use super::compare::{Comparison, compare};
use super::{ConflictChoice, ImportRow};
use crate::committees::{all_communities, establish_all};
use crate::error::Result;
use crate::excel::{Column, Table};
use crate::office::Cx;
use crate::registers::{
    COMMUNITY, CountOf, Exported, Importer, Missing, Planned, RegisterChoice, RegisterConflict,
    RegisterConflictValue, RegisterRow, SheetInfo,
};

/// The register of member units and their seats.
pub(crate) struct UnitLedger;

/// Parts a conflict's key: the unit's name, then the field.
const PARTED: char = '\n';

impl Importer for UnitLedger {
    type Write = Comparison;

    const INFO: SheetInfo = SheetInfo {
        thing: "成员单位",
        title: "成员单位台账",
        note: "带 * 为必填；一个单位参加多个社区的，每个社区填一行；首行示例导入时会跳过；请勿录入涉密信息。",
        frozen: 2,
        all_sheets: false,
        exports: false,
    };

    fn columns() -> Vec<Column> {
        COLUMNS.to_vec()
    }

    async fn lists(cx: &mut Cx<'_>) -> Result<Vec<(&'static str, Vec<String>)>> {
        let communities = all_communities(&mut cx.tx).await?.into_iter();
        let used = communities.filter(|community| !community.retired);
        Ok(vec![(
            "community",
            used.map(|community| community.name).collect(),
        )])
    }

    async fn plan(
        cx: &mut Cx<'_>,
        tables: Vec<Table>,
        choices: &[RegisterChoice],
    ) -> Result<Planned<Comparison>> {
        let mut ledger = Ledger::of(tables);
        let choices: Vec<ConflictChoice> = choices.iter().map(choice).collect();
        let comparison = compare(cx, &ledger, &choices).await?;
        let sheet = ledger.sheet_name.clone();
        let row = |row: ImportRow| RegisterRow {
            sheet: sheet.clone(),
            row: row.row,
            name: row.unit_name,
            place: row.community,
            status: row.status,
            changes: row.changes,
        };
        let count = |thing: &str, count| CountOf {
            thing: thing.to_owned(),
            count,
        };
        Ok(Planned {
            rows: comparison.rows().into_iter().map(row).collect(),
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
            likely_one: Vec::new(),
            faults: std::mem::take(&mut ledger.faults),
            corrections: std::mem::take(&mut ledger.corrections),
            write: comparison,
        })
    }

    async fn create(cx: &mut Cx<'_>, missing: &[Missing]) -> Result<()> {
        for missing in missing {
            establish_all(cx, &missing.names).await?;
        }
        Ok(())
    }

    async fn write(cx: &mut Cx<'_>, comparison: Comparison) -> Result<()> {
        write(cx, comparison).await
    }

    async fn export(_: &mut Cx<'_>) -> Result<Option<Exported>> {
        Ok(None)
    }
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

fn choice(choice: &RegisterChoice) -> ConflictChoice {
    let (unit, field) = choice.key.split_once(PARTED).unwrap_or((&choice.key, ""));
    ConflictChoice {
        unit_name: unit.to_owned(),
        field: field.to_owned(),
        value: choice.value.clone(),
    }
}

fn conflict(conflict: &Conflict) -> RegisterConflict {
    let column = COLUMNS.iter().find(|column| column.key == conflict.field);
    let values = conflict.values.iter().map(|given| {
        let rows: Vec<String> = given.rows.iter().map(u32::to_string).collect();
        RegisterConflictValue {
            value: given.value.clone(),
            label: format!("{}（第 {} 行）", given.value, rows.join("、")),
        }
    });
    RegisterConflict {
        key: format!("{}{PARTED}{}", conflict.unit_name, conflict.field),
        name: conflict.unit_name.clone(),
        label: column.map(Column::full_title).unwrap_or_default(),
        values: values.collect(),
    }
}
