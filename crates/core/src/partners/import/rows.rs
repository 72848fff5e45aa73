//! What rows of a register of partners mean, before they are compared: the kind that their sheet tells,
//! the partner each is about, and who has a number that stands several times.

use super::super::{Partner, PartnerKind};
use super::fields::{FIELDS, place};
use super::matching::Matcher;
use super::numbers::{NumberChoice, settle};
use super::register::Known;
use super::words::{WHOLE_STREET, kind_in, kind_named};
use crate::registers::RegisterConflict;
use ground::error::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tables::{Fault, ReadRow, Table, Value};

/// A phone as a sheet gives it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum GivenPhone {
    /// Whole.
    Whole(String),
    /// With stars, as an export showed it: it means what is kept.
    Masked(String),
}

/// What tells whom a row is about.
pub(super) struct Line {
    table: usize,
    at: usize,
    pub sheet: String,
    pub row: u32,
    pub kind: PartnerKind,
    pub name: String,
    pub community: String,
    /// The community's key; none for the whole street, or where it is not known.
    pub community_id: Option<String>,
    /// Whether nobody knows the community.
    pub unknown: bool,
    pub phone: Option<GivenPhone>,
    pub number: Option<String>,
    pub record: Option<String>,
}

/// What only partners' imports tell.
pub(super) struct Told {
    /// What else is to be known, one sentence each.
    pub facts: Vec<String>,
    /// Numbers that stand several times.
    pub conflicts: Vec<RegisterConflict>,
}

/// Brings rows to where they can be compared: each says its kind and the record it is about, and only
/// rows that get a number give one.
///
/// # Errors
/// `Invalid` for a choice that is not offered.
pub(super) fn settle_rows(
    tables: &mut [Table],
    known: &Known,
    kept: &[Partner],
    choices: &[NumberChoice<'_>],
) -> Result<Told> {
    let lines = once(tables, known);
    let matched = Matcher::new(kept).all(&lines);
    let numbers = settle(&lines, &matched, kept, choices)?;
    for ((line, partner), granted) in lines.iter().zip(&matched).zip(&numbers.granted) {
        let row = &mut tables[line.table].rows[line.at];
        row.values[FIELDS.len()] = partner.map(|partner| Value::Text(partner.id.clone()));
        if !granted {
            row.values[place("number")] = None;
        }
        // Whoever stands on the sheet again is in use again.
        let back = partner.is_some_and(|partner| partner.retired);
        if let (true, used @ None) = (back, &mut row.values[place("retired")]) {
            *used = Some(Value::Bool(false));
        }
    }
    let mut facts = vec![where_they_are(&lines)];
    facts.extend(without_number(&numbers.granted));
    facts.extend(likely_same(&lines));
    Ok(Told {
        facts,
        conflicts: numbers.conflicts,
    })
}

fn where_they_are(lines: &[Line]) -> String {
    let named: BTreeSet<&str> = lines.iter().map(|line| line.community.as_str()).collect();
    let communities = named.iter().filter(|name| **name != WHOLE_STREET).count();
    format!("{} 位合伙人，分布在 {communities} 个社区。", lines.len())
}

/// How many come in without the number that their row gives, since another has it.
fn without_number(granted: &[bool]) -> Option<String> {
    let left_out = granted.iter().filter(|granted| !**granted).count();
    (left_out > 0).then(|| format!("{left_out} 位的聘书编号与他人重复，没有另选时导入不带编号。"))
}

type Same = (PartnerKind, String, String, String);

/// The rows without those that repeat another one, name and phone and all; each is told.
fn once(tables: &mut [Table], known: &Known) -> Vec<Line> {
    let mut seen: HashMap<Same, (String, u32)> = HashMap::new();
    let mut lines = Vec::new();
    for (at, table) in tables.iter_mut().enumerate() {
        let told = table.preamble.iter().find_map(|text| kind_in(text));
        for mut row in std::mem::take(&mut table.rows) {
            let Some(mut line) = line(at, &table.sheet, &mut row, told) else {
                let reason = "类别未填：请填写类别，或以类别作工作表的名称。".to_owned();
                let fault = table.fault(row.row, 0, &FIELDS[0].column, reason);
                table.faults.push(fault);
                continue;
            };
            let here = (line.sheet.clone(), line.row);
            let first = seen.entry(same(&line)).or_insert_with(|| here.clone());
            if *first != here {
                let reason = format!("与{}第 {} 行是同一位，只导入一次。", first.0, first.1);
                let told = correction(&line, reason);
                table.corrections.push(told);
                continue;
            }
            line.community_id = known.communities.id(&line.community).cloned();
            line.unknown = line.community != WHOLE_STREET && line.community_id.is_none();
            // Where the row stands when those that repeat another are gone.
            line.at = table.rows.len();
            lines.push(line);
            table.rows.push(row);
        }
    }
    lines
}

/// None where nothing says the kind.
fn line(table: usize, sheet: &str, row: &mut ReadRow, told: Option<PartnerKind>) -> Option<Line> {
    let cell = |at: usize| row.values.get(at).cloned().flatten();
    let text = |key: &str| cell(place(key)).and_then(Value::into_text);
    let kind = text("kind").and_then(|word| kind_named(&word)).or(told)?;
    let line = Line {
        table,
        at: 0,
        sheet: sheet.to_owned(),
        row: row.row,
        kind,
        name: text("name").unwrap_or_default(),
        community: text("community").unwrap_or_default(),
        community_id: None,
        unknown: false,
        phone: match cell(place("phone")) {
            Some(Value::Masked(shown)) => Some(GivenPhone::Masked(shown)),
            other => other.and_then(Value::into_text).map(GivenPhone::Whole),
        },
        number: text("number"),
        record: cell(FIELDS.len()).and_then(Value::into_text),
    };
    row.values[place("kind")] = Some(Value::Text(kind.chinese().to_owned()));
    Some(line)
}

fn same(line: &Line) -> Same {
    let phone = match &line.phone {
        Some(GivenPhone::Whole(phone) | GivenPhone::Masked(phone)) => phone.clone(),
        None => String::new(),
    };
    (line.kind, line.name.clone(), line.community.clone(), phone)
}

fn correction(line: &Line, reason: String) -> Fault {
    Fault {
        sheet: line.sheet.clone(),
        row: line.row,
        column: String::new(),
        heading: "名称".to_owned(),
        reason,
    }
}

/// Same kind, name and community, but another phone: perhaps two people, perhaps one.
fn likely_same(lines: &[Line]) -> Vec<String> {
    let mut groups: BTreeMap<(PartnerKind, &str, &str), Vec<&Line>> = BTreeMap::new();
    for line in lines {
        let key = (line.kind, line.name.as_str(), line.community.as_str());
        groups.entry(key).or_default().push(line);
    }
    let several = groups.into_iter().filter(|(_, lines)| lines.len() > 1);
    several
        .map(|((_, name, community), lines)| {
            let places: Vec<String> = lines
                .iter()
                .map(|line| format!("{}第 {} 行", line.sheet, line.row))
                .collect();
            let places = places.join("、");
            format!("{community}有几位“{name}”，电话不同，请核对是不是同一位：{places}。")
        })
        .collect()
}
