//! A period brought to the rules: entries and sheets in, rankings out. Pure.

use super::rules::{
    Entry, FarOff, ItemKind, Marks, Place, Ratio, SchemeRules, Scope, far_off, rank,
};
use super::{
    EntrySheets, FarOffJudge, JudgeMarks, MissingSheets, RatingEntry, RowResult, ScopeResult,
    ScoreSheet, Standing,
};
use ground::points::show;
use ground::shares::in_shares;
use std::collections::HashMap;

/// Entries from which on their scopes are ranked side by side.
const MANY: usize = 5_000;

/// The key of the one scope of a street.
pub(super) const STREET: &str = "street";

/// What a period comes to.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The rankings, in the order of the entries.
    pub scopes: Vec<ScopeResult>,
    /// What is still to come.
    pub missing: Vec<MissingSheets>,
}

/// The key of the scope an entry is ranked in.
pub(super) fn scope_key(scope: Scope, entry: &RatingEntry) -> &str {
    match scope {
        Scope::Compound => &entry.compound_id,
        Scope::Community => &entry.community_id,
        Scope::Street => STREET,
    }
}

/// What an entry is called within its scope.
pub(super) fn label(scope: Scope, entry: &RatingEntry) -> String {
    match scope {
        Scope::Compound => entry.name.clone(),
        Scope::Community | Scope::Street => format!("{}{}", entry.compound, entry.name),
    }
}

/// The entries of each scope, by their places, in order.
pub(super) fn scopes(scope: Scope, entries: &[RatingEntry]) -> Vec<Vec<usize>> {
    let mut found: HashMap<&str, usize> = HashMap::new();
    let mut scopes: Vec<Vec<usize>> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let at = *found.entry(scope_key(scope, entry)).or_insert_with(|| {
            scopes.push(Vec::new());
            scopes.len() - 1
        });
        scopes[at].push(place);
    }
    scopes
}

/// Ranks a period. `whose` names the street's one scope.
#[must_use]
pub fn tally(
    rules: &SchemeRules,
    whose: &str,
    entries: &[RatingEntry],
    sheets: &[ScoreSheet],
) -> Tally {
    let period = Period::new(rules, whose, entries, sheets);
    let scopes = scopes(rules.scope, entries);
    if entries.len() < MANY || scopes.len() == 1 {
        return period.tally(&scopes);
    }
    let parts = in_shares(scopes.len(), 0, |share| period.tally(&scopes[share]));
    let mut tally = Tally::default();
    for part in parts {
        tally.missing.extend(part.missing);
        tally.scopes.extend(part.scopes);
    }
    tally
}

/// Every filled sheet by entry, with the judges' names: what is frozen.
pub(super) fn sheets_by_entry(
    rules: &SchemeRules,
    entries: &[RatingEntry],
    sheets: &[ScoreSheet],
) -> Vec<EntrySheets> {
    let period = Period::new(rules, "", entries, sheets);
    let of = |(place, entry): (usize, &RatingEntry)| EntrySheets {
        entry_id: entry.id.clone(),
        sheets: period.filled[place]
            .iter()
            .map(|sheet| JudgeMarks {
                judge: period.judge(sheet),
                marks: sheet.marks.0.clone(),
            })
            .collect(),
    };
    entries.iter().enumerate().map(of).collect()
}

struct Period<'a> {
    rules: &'a SchemeRules,
    whose: &'a str,
    entries: &'a [RatingEntry],
    by_id: HashMap<&'a str, usize>,
    /// Filled sheets of each entry.
    filled: Vec<Vec<&'a ScoreSheet>>,
    /// Sheets still to come of each entry.
    blank: Vec<Vec<&'a ScoreSheet>>,
}

impl<'a> Period<'a> {
    fn new(
        rules: &'a SchemeRules,
        whose: &'a str,
        entries: &'a [RatingEntry],
        sheets: &'a [ScoreSheet],
    ) -> Self {
        let by_id: HashMap<&str, usize> = (entries.iter().enumerate())
            .map(|(place, entry)| (entry.id.as_str(), place))
            .collect();
        let mut filled = vec![Vec::new(); entries.len()];
        let mut blank = vec![Vec::new(); entries.len()];
        // The sheets of an entry were made together: most are of the one before.
        let mut last = None;
        for sheet in sheets {
            let same = last.filter(|place: &usize| entries[*place].id == sheet.rated_id);
            last = same.or_else(|| by_id.get(sheet.rated_id.as_str()).copied());
            if let Some(place) = last {
                let side = if sheet.is_filled() {
                    &mut filled
                } else {
                    &mut blank
                };
                side[place].push(sheet);
            }
        }
        Self {
            rules,
            whose,
            entries,
            by_id,
            filled,
            blank,
        }
    }

    fn tally(&self, scopes: &[Vec<usize>]) -> Tally {
        let missing = scopes.iter().flat_map(|places| self.missing(places));
        Tally {
            missing: missing.collect(),
            scopes: scopes.iter().map(|places| self.rank(places)).collect(),
        }
    }

    fn judge(&self, sheet: &ScoreSheet) -> String {
        let judge = self.by_id.get(sheet.judge_id.as_str());
        judge
            .map(|place| label(self.rules.scope, &self.entries[*place]))
            .unwrap_or_default()
    }

    fn missing(&self, places: &[usize]) -> Vec<MissingSheets> {
        let due = self.rules.judges_for(places.len());
        let short = places.iter().filter(|place| {
            self.entries[**place].standing == Standing::Rated && self.filled[**place].len() < due
        });
        short
            .map(|place| {
                let entry = &self.entries[*place];
                MissingSheets {
                    entry_id: entry.id.clone(),
                    scope: self.scope_name(entry),
                    name: label(self.rules.scope, entry),
                    due: count(due),
                    sheets: count(self.filled[*place].len()),
                    judges: self.blank[*place]
                        .iter()
                        .map(|sheet| self.judge(sheet))
                        .collect(),
                }
            })
            .collect()
    }

    fn scope_name(&self, entry: &RatingEntry) -> String {
        match self.rules.scope {
            Scope::Compound => entry.compound.clone(),
            Scope::Community => entry.community.clone(),
            Scope::Street => self.whose.to_owned(),
        }
    }

    fn rank(&self, places: &[usize]) -> ScopeResult {
        let marks: Vec<Vec<&Marks>> = places.iter().map(|place| self.marks(*place)).collect();
        let entries: Vec<Entry<'_>> = places
            .iter()
            .zip(&marks)
            .map(|(place, marks)| Entry {
                sheets: marks,
                excluded: self.entries[*place].standing != Standing::Rated,
            })
            .collect();
        let ranked = rank(self.rules, &entries);
        let rows: Vec<RowResult> = ranked
            .iter()
            .map(|found| self.row(places[found.entry], found, &marks[found.entry]))
            .collect();
        self.scope(&self.entries[places[0]], places.len(), rows)
    }

    /// The marks that count; those who are exempt have none.
    fn marks(&self, place: usize) -> Vec<&'a Marks> {
        if self.entries[place].standing == Standing::Exempt {
            return Vec::new();
        }
        let sheets = self.filled[place].iter();
        sheets.map(|sheet| &sheet.marks.0).collect()
    }

    fn scope(&self, first: &RatingEntry, size: usize, rows: Vec<RowResult>) -> ScopeResult {
        let ranked = rows.iter().filter(|row| row.rank.is_some()).count();
        let street = self.rules.scope == Scope::Street;
        let of_community = |text: &str| {
            if street {
                String::new()
            } else {
                text.to_owned()
            }
        };
        let mut scope = ScopeResult {
            key: scope_key(self.rules.scope, first).to_owned(),
            name: self.scope_name(first),
            community: of_community(&first.community),
            community_id: of_community(&first.community_id),
            judges: count(self.rules.judges_for(size)),
            flags: self.rules.flags_for(ranked),
            notes: Vec::new(),
            rows,
        };
        scope.notes = notes(self.rules, size, ranked, &scope);
        scope
    }

    fn row(&self, place: usize, found: &Place, marks: &[&Marks]) -> RowResult {
        let entry = &self.entries[place];
        let total = found.score.as_ref().map(|score| score.total);
        let item = |place: usize| self.rules.items[place].name.clone();
        let means = found.score.as_ref().map(|score| &score.means);
        RowResult {
            entry_id: entry.id.clone(),
            object_id: entry.object_id.clone(),
            compound: entry.compound.clone(),
            name: entry.name.clone(),
            label: label(self.rules.scope, entry),
            chief: entry.chief.clone(),
            standing: entry.standing,
            basis: entry.basis.clone(),
            sheets: count(self.filled[place].len()),
            means: means
                .map(|means| means.iter().map(|mean| mean.rounded()).collect())
                .unwrap_or_default(),
            total: total.map(Ratio::rounded),
            exact: total.is_none_or(Ratio::is_whole),
            rank: found.rank,
            shared: found.shared,
            decided_by: found.decided_by.map(item),
            stars: found.stars,
            flag: found.flag,
            previous: None,
            far_off: far_off(self.rules, marks)
                .iter()
                .map(|far| self.far_off(place, far))
                .collect(),
        }
    }

    fn far_off(&self, place: usize, far: &FarOff) -> FarOffJudge {
        FarOffJudge {
            judge: self.judge(self.filled[place][far.sheet]),
            given: far.given.rounded(),
            middle: far.middle.rounded(),
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What is to be said of a scope: how it differs from the usual, and equal totals.
fn notes(rules: &SchemeRules, size: usize, ranked: usize, scope: &ScopeResult) -> Vec<String> {
    // Small scopes get fewer judges and flags than the scheme says; untold, it looks like a
    // mistake.
    let mut notes = Vec::new();
    if size == 1 {
        notes.push("只有1栋（单元）参评，无人可交叉考评，本期不排名。".into());
    } else if scope.judges < rules.judges {
        notes.push(format!(
            "共{size}栋（单元），每栋由{}个楼栋评分（通常{}个）。",
            scope.judges, rules.judges
        ));
    }
    if ranked > 1 && scope.flags < rules.flags {
        notes.push(format!(
            "排名的共{ranked}栋（单元），流动小红旗设{}面（通常{}面）。",
            scope.flags, rules.flags
        ));
    }
    notes.extend(tie_notes(scope));
    notes
}

fn tie_notes(scope: &ScopeResult) -> Vec<String> {
    let mut notes = Vec::new();
    for pair in scope.rows.windows(2) {
        if let Some(item) = &pair[1].decided_by {
            notes.push(format!(
                "{}与{}总分同为{}，按“{item}”得分分先后。",
                pair[0].label,
                pair[1].label,
                show(pair[1].total.unwrap_or_default())
            ));
        }
    }
    let shared = scope
        .rows
        .chunk_by(|a, b| a.rank.is_some() && a.rank == b.rank);
    for group in shared.filter(|group| group.len() > 1) {
        let names: Vec<&str> = group.iter().map(|row| row.label.as_str()).collect();
        let rank = group[0].rank.unwrap_or_default();
        notes.push(format!("{}并列第{rank}名。", names.join("、")));
    }
    notes
}

/// How equal totals are told apart, in one sentence.
#[must_use]
pub fn tie_rule(rules: &SchemeRules) -> String {
    let item = |place: &usize| {
        let item = &rules.items[*place];
        match item.kind {
            ItemKind::Deduction => format!("{}少者", item.name),
            _ => item.name.clone(),
        }
    };
    let items: Vec<String> = rules.tie_order.iter().map(item).collect();
    match items.as_slice() {
        [] => "总分相同的名次并列。".into(),
        items => format!(
            "总分相同的，依次比较{}得分，仍相同的名次并列。",
            items.join("、")
        ),
    }
}
