//! A register's sheets against what is kept.

use super::super::sheet::{GivenPhone, SheetRow, Sheets, WHOLE_STREET};
use super::super::steps::stepped;
use super::super::{Partner, PartnerKind, PartnerState, PartnerStep, store, times};
use super::matching::Matcher;
use super::numbers::{NumberChoice, NumberConflict, settle};
use super::{LikelySame, PartnerImportRow};
use crate::calendar::FuzzyDate;
use crate::committees::all_communities;
use crate::error::Result;
use crate::excel::Fault;
use crate::office::Cx;
use crate::privacy::mask;
use crate::registers::{FieldChange, ImportCount, ImportStatus};
use crate::storage::sort_key;
use crate::units::all_units;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A partner as it shall be, and how that differs from what is kept.
pub(super) struct Planned {
    pub row: SheetRow,
    pub record: Partner,
    pub status: ImportStatus,
    pub changes: Vec<FieldChange>,
}

/// All sheets against what is kept.
pub(super) struct Comparison {
    pub planned: Vec<Planned>,
    pub conflicts: Vec<NumberConflict>,
    pub likely_same: Vec<LikelySame>,
    pub unknown_communities: Vec<String>,
    pub communities: i64,
    pub numbers_left_out: i64,
}

impl Comparison {
    /// How many are new, differ or are the same; of one kind or of all.
    pub fn count(&self, kind: Option<PartnerKind>) -> ImportCount {
        let mut count = ImportCount::default();
        self.planned
            .iter()
            .filter(|planned| kind.is_none_or(|kind| kind == planned.row.kind))
            .for_each(|planned| count.add(planned.status));
        count
    }

    /// The preview's lines.
    pub fn rows(&self) -> Vec<PartnerImportRow> {
        let line = |planned: &Planned| PartnerImportRow {
            sheet: planned.row.sheet.clone(),
            row: planned.row.row,
            kind: planned.row.kind,
            name: planned.row.name.clone(),
            community: planned.row.community.clone(),
            status: planned.status,
            changes: planned.changes.clone(),
        };
        self.planned.iter().map(line).collect()
    }
}

/// Names that rows use, looked up.
struct Names {
    communities: HashMap<String, String>,
    units: HashMap<String, String>,
}

impl Names {
    async fn read(cx: &mut Cx<'_>) -> Result<Self> {
        let communities = all_communities(&mut cx.tx).await?;
        let units = all_units(&mut cx.tx).await?;
        let units = units.into_iter().filter(|unit| !unit.retired);
        Ok(Self {
            communities: communities.into_iter().map(|c| (c.name, c.id)).collect(),
            units: units.map(|unit| (unit.name, unit.id)).collect(),
        })
    }

    fn community(&self, row: &SheetRow) -> Option<String> {
        self.communities.get(&row.community).cloned()
    }

    fn is_unknown(&self, row: &SheetRow) -> bool {
        row.community != WHOLE_STREET && !self.communities.contains_key(&row.community)
    }
}

/// Compares sheets with what is kept. Nothing is written; what no single cell shows becomes a fault
/// or a correction of the sheets.
pub(super) async fn compare(
    cx: &mut Cx<'_>,
    sheets: &mut Sheets,
    choices: &[NumberChoice],
) -> Result<Comparison> {
    let names = Names::read(cx).await?;
    let kept = store::all(&mut cx.tx).await?;
    let rows = once(sheets);
    let communities: Vec<Option<String>> = rows.iter().map(|row| names.community(row)).collect();
    let unknown: Vec<bool> = rows.iter().map(|row| names.is_unknown(row)).collect();
    let matched = Matcher::new(&kept).all(&rows, &communities, &unknown);
    let numbers = settle(&rows, &matched, &kept, choices)?;
    let likely_same = likely_same(&rows);
    let mut planner = Planner {
        cx,
        names: &names,
        sheets,
        planned: Vec::with_capacity(rows.len()),
    };
    for (at, row) in rows.iter().enumerate() {
        planner.plan(
            row,
            matched[at],
            numbers.granted[at],
            communities[at].clone(),
        );
    }
    let left_out = numbers.granted.iter().filter(|granted| !**granted).count();
    let mut named: Vec<&str> = Vec::new();
    for row in rows.iter().filter(|row| row.community != WHOLE_STREET) {
        if !named.contains(&row.community.as_str()) {
            named.push(&row.community);
        }
    }
    let missing = named
        .iter()
        .filter(|name| !names.communities.contains_key(**name));
    Ok(Comparison {
        planned: planner.planned,
        conflicts: numbers.conflicts,
        likely_same,
        unknown_communities: missing.map(|name| (*name).to_owned()).collect(),
        communities: i64::try_from(named.len()).unwrap_or(i64::MAX),
        numbers_left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
    })
}

/// The rows without those that repeat another one, name and phone and all; each is told.
fn once(sheets: &mut Sheets) -> Vec<SheetRow> {
    let mut seen = HashMap::new();
    let mut rows = Vec::with_capacity(sheets.rows.len());
    for row in std::mem::take(&mut sheets.rows) {
        let same = (
            row.kind,
            row.name.clone(),
            row.community.clone(),
            phone_text(&row),
        );
        let first = seen.entry(same).or_insert((row.sheet.clone(), row.row));
        if (&first.0, first.1) == (&row.sheet, row.row) {
            rows.push(row);
            continue;
        }
        let reason = format!("与{}第 {} 行是同一位，只导入一次。", first.0, first.1);
        sheets.corrections.push(fault(&row, "名称", reason));
    }
    rows
}

fn phone_text(row: &SheetRow) -> String {
    match &row.phone {
        Some(GivenPhone::Whole(phone) | GivenPhone::Masked(phone)) => phone.clone(),
        None => String::new(),
    }
}

fn fault(row: &SheetRow, heading: &str, reason: String) -> Fault {
    Fault {
        sheet: row.sheet.clone(),
        row: row.row,
        column: String::new(),
        heading: heading.to_owned(),
        reason,
    }
}

/// Same kind, name and community, but another phone: perhaps two people, perhaps one.
fn likely_same(rows: &[SheetRow]) -> Vec<LikelySame> {
    let mut groups: BTreeMap<(PartnerKind, &str, &str), Vec<&SheetRow>> = BTreeMap::new();
    for row in rows {
        let key = (row.kind, row.name.as_str(), row.community.as_str());
        groups.entry(key).or_default().push(row);
    }
    let several = groups.into_iter().filter(|(_, rows)| rows.len() > 1);
    several
        .map(|((kind, name, community), rows)| LikelySame {
            kind,
            name: name.to_owned(),
            community: community.to_owned(),
            places: rows
                .iter()
                .map(|row| format!("{}第 {} 行", row.sheet, row.row))
                .collect(),
        })
        .collect()
}

struct Planner<'a, 'c> {
    cx: &'a Cx<'c>,
    names: &'a Names,
    sheets: &'a mut Sheets,
    planned: Vec<Planned>,
}

impl Planner<'_, '_> {
    fn plan(
        &mut self,
        row: &SheetRow,
        kept: Option<&Partner>,
        granted: bool,
        community: Option<String>,
    ) {
        let faults = self.sheets.faults.len();
        let mut changes = Changes::default();
        let number = row.number.clone().filter(|_| granted);
        let mut record = match kept {
            Some(kept) => kept.clone(),
            None => self.begin(row, number.as_ref(), community.clone()),
        };
        changes.flag("停用", &mut record.retired, false);
        changes.text("名称", &mut record.name, Some(&row.name));
        self.place(row, kept, community, &mut record, &mut changes);
        self.details(row, &mut record, &mut changes);
        self.term(row, number, kept, &mut record, &mut changes);
        if self.sheets.faults.len() > faults {
            return;
        }
        record.sort_key = sort_key(&record.name);
        record.free_time = times::together(record.times.iter().map(String::as_str));
        let (status, changes) = match (kept, changes.0.is_empty()) {
            (None, _) => (ImportStatus::Created, Vec::new()),
            (Some(_), true) => (ImportStatus::Unchanged, Vec::new()),
            (Some(_), false) => (ImportStatus::Changed, changes.0),
        };
        self.planned.push(Planned {
            row: row.clone(),
            record,
            status,
            changes,
        });
    }

    fn begin(&self, row: &SheetRow, number: Option<&String>, community: Option<String>) -> Partner {
        let blank = Partner {
            community_id: community,
            unit_id: self
                .names
                .units
                .get(&row.name)
                .cloned()
                .filter(|_| row.kind == PartnerKind::Unit),
            ..Partner::blank(self.cx.new_id(), row.kind)
        };
        let implied = match row.term {
            Some(_) => PartnerState::Appointed,
            None => PartnerState::Recruited,
        };
        let today = FuzzyDate::Day(self.cx.today());
        let begun = row.term.map(|(from, _)| from);
        let step = PartnerStep {
            state: row.state.unwrap_or(implied),
            date: begun
                .filter(|from| from.first_day() <= self.cx.today())
                .unwrap_or(today),
            number: number.cloned().unwrap_or_default(),
            term_from: row.term.map(|(from, _)| from),
            term_to: row.term.map(|(_, to)| to),
            note: String::new(),
        };
        stepped(blank, step)
    }

    /// Kind and community of a partner that is kept: known again by its record only.
    fn place(
        &mut self,
        row: &SheetRow,
        kept: Option<&Partner>,
        community: Option<String>,
        record: &mut Partner,
        changes: &mut Changes,
    ) {
        if kept.is_none() {
            return;
        }
        if record.kind != row.kind {
            changes.push("类别", record.kind.chinese(), row.kind.chinese());
            record.kind = row.kind;
        }
        if record.community_id != community {
            let names = &self.names.communities;
            let of = |id: &Option<String>| {
                let named = names.iter().find(|(_, known)| Some(*known) == id.as_ref());
                named.map_or(WHOLE_STREET, |(name, _)| name.as_str())
            };
            changes.push("社区", of(&record.community_id), &row.community);
            record.community_id = community;
        }
        if row.state.is_some_and(|state| state != record.state) {
            let now = record.state.chinese();
            let reason = format!("现为“{now}”，状态要在程序里按步骤登记，请改回或留空。");
            self.sheets.faults.push(fault(row, "状态", reason));
        }
    }

    fn details(&mut self, row: &SheetRow, record: &mut Partner, changes: &mut Changes) {
        changes.text(
            "联系人",
            &mut record.contact_name,
            row.contact_name.as_ref(),
        );
        match &row.phone {
            Some(GivenPhone::Whole(phone)) => changes.private("电话", &mut record.phone, phone),
            Some(GivenPhone::Masked(shown)) if mask(&record.phone) != *shown => {
                let reason = "电话里有“*”：要更改请填写完整号码，不更改请保持原样。".to_owned();
                self.sheets.faults.push(fault(row, "电话", reason));
            }
            Some(GivenPhone::Masked(_)) | None => {}
        }
        changes.words("特长", &mut record.skills.0, row.skills.as_ref());
        changes.text("可提供服务", &mut record.services, row.services.as_ref());
        changes.words("服务时间", &mut record.times.0, row.times.as_ref());
        changes.text("优惠内容", &mut record.discount, row.discount.as_ref());
        changes.text("备注", &mut record.note, row.note.as_ref());
    }

    /// Number and term, of the partner and of its last appointment.
    fn term(
        &mut self,
        row: &SheetRow,
        number: Option<String>,
        kept: Option<&Partner>,
        record: &mut Partner,
        changes: &mut Changes,
    ) {
        changes.text("聘书编号", &mut record.number, number.as_ref());
        let new = row.term;
        let old = record.term_from.zip(record.term_to);
        if let Some((from, to)) = new.filter(|new| kept.is_some() && old != Some(*new)) {
            let shown = |term: Option<(FuzzyDate, FuzzyDate)>| {
                term.map(|(from, to)| format!("{from}至{to}"))
                    .unwrap_or_default()
            };
            changes.push("聘期", &shown(old), &shown(new));
            (record.term_from, record.term_to) = (Some(from), Some(to));
            record.ends_on = Some(to.last_day());
        }
        let (number, from, to) = (record.number.clone(), record.term_from, record.term_to);
        let appointed = record
            .steps
            .0
            .iter_mut()
            .rev()
            .find(|step| step.state.serves());
        if let Some(step) = appointed.filter(|_| kept.is_some()) {
            (step.number, step.term_from, step.term_to) = (number, from, to);
        }
    }
}

/// What differs, told field by field.
#[derive(Default)]
struct Changes(Vec<FieldChange>);

impl Changes {
    fn push(&mut self, label: &str, old: &str, new: &str) {
        self.0.push(FieldChange {
            label: label.into(),
            old: old.into(),
            new: new.into(),
        });
    }

    fn text(&mut self, label: &str, field: &mut String, new: Option<&String>) {
        if let Some(new) = new.filter(|new| *new != field) {
            self.push(label, field, new);
            field.clone_from(new);
        }
    }

    /// As [`Self::text`], without telling more of a number than may be seen.
    fn private(&mut self, label: &str, field: &mut String, new: &String) {
        if new != field {
            let (old, shown) = (mask(field), mask(new));
            self.push(label, &old, &shown);
            field.clone_from(new);
        }
    }

    fn words(&mut self, label: &str, field: &mut Vec<String>, new: Option<&Vec<String>>) {
        let set = |words: &[String]| words.iter().cloned().collect::<HashSet<_>>();
        if let Some(new) = new.filter(|new| set(new) != set(field)) {
            self.push(label, &field.join("、"), &new.join("、"));
            field.clone_from(new);
        }
    }

    fn flag(&mut self, label: &str, field: &mut bool, new: bool) {
        if *field != new {
            let word = |on: bool| if on { "是" } else { "否" };
            self.push(label, word(*field), word(new));
            *field = new;
        }
    }
}
