//! A file of score sheets against what is kept.

use super::places::{Place, Places, Registered};
use super::{ScoreImportRow, Target};
use crate::buildings::communities_in_reach;
use crate::committees::all_communities;
use crate::office::Cx;
use crate::ratings::objects::objects;
use crate::ratings::period::exclusion;
use crate::ratings::rules::{Marks, Rated, SchemeRules};
use crate::ratings::sheet::{COMMUNITY, COMPOUND, EXCLUSION, FileRow, JUDGE, RATED, ScoreFile};
use crate::ratings::store::{entries_of, sheets_of};
use crate::ratings::{RatingEntry, ScoreSheet};
use crate::registers::{FieldChange, ImportCount, ImportStatus};
use ground::error::Result;
use ground::points::show;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use storage::Select;
use tables::Fault;

/// A sheet as it shall be.
pub(super) struct PlannedSheet {
    /// The sheet of the file, by its place in it.
    pub sheet: usize,
    pub row: u32,
    pub rated: Place,
    pub judge: Place,
    pub marks: Marks,
    /// The sheet that is kept for the pair.
    pub kept: Option<ScoreSheet>,
    pub status: ImportStatus,
}

/// The whole file against what is kept.
pub(super) struct Comparison {
    pub places: Places,
    pub sheets: Vec<PlannedSheet>,
    /// 不予评星 with its basis, by building.
    pub exclusions: BTreeMap<Place, String>,
    pub faults: Vec<Fault>,
    pub buildings: i64,
    pub small_scopes: i64,
    pub replaced: i64,
}

/// Scopes of at most so many buildings are small.
const SMALL: usize = 3;
/// What people write under 一票否决 to say that there is none.
const SAYS_NO: [&str; 5] = ["否", "不", "0", "×", "没有"];

pub(super) async fn compare(cx: &mut Cx<'_>, target: &Target) -> Result<Comparison> {
    let places = places(cx, target).await?;
    let (entries, sheets) = match &target.period {
        Some(period) => (
            entries_of(&mut cx.tx, &period.id).await?,
            sheets_of(&mut cx.tx, &period.id).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let bounds = Bounds::read(cx, target).await?;
    let mut reading = Reading::new(target, places, bounds);
    reading.name_places();
    reading.read_rows();
    Ok(reading.finish(&entries, &sheets))
}

async fn places(cx: &mut Cx<'_>, target: &Target) -> Result<Places> {
    let rated = target.scheme.rules.rated;
    let objects = objects(cx, rated, None).await?;
    Ok(Places::new(rated, registered(cx).await?, &objects))
}

async fn registered(cx: &mut Cx<'_>) -> Result<Registered> {
    let communities = all_communities(&mut cx.tx).await?.into_iter();
    let communities = communities.filter(|community| !community.retired);
    let compounds: Vec<(String, String)> = Select::new(
        "SELECT c.name, k.name FROM compound k JOIN community c ON c.id = k.community_id",
    )
    .and("k.retired = FALSE", vec![])
    .all(&mut cx.tx)
    .await?;
    let buildings: Vec<(String, String, String)> = Select::new(
        "SELECT c.name, k.name, b.name FROM building b JOIN compound k ON k.id = b.compound_id
        JOIN community c ON c.id = k.community_id",
    )
    .and("b.retired = FALSE AND k.retired = FALSE", vec![])
    .all(&mut cx.tx)
    .await?;
    let place = |(community, compound, name)| Place {
        community,
        compound,
        name,
    };
    Ok(Registered {
        communities: communities.map(|community| community.name).collect(),
        compounds: compounds.into_iter().collect(),
        buildings: buildings.into_iter().map(place).collect(),
    })
}

/// The communities a file may speak of, by name; all when there are none.
struct Bounds {
    communities: Option<HashSet<String>>,
}

impl Bounds {
    async fn read(cx: &mut Cx<'_>, target: &Target) -> Result<Self> {
        let of_period = target
            .period
            .as_ref()
            .and_then(|period| period.community_id.clone());
        let ids = match of_period {
            Some(community) => Some(vec![community]),
            None => communities_in_reach(cx).await?,
        };
        let Some(ids) = ids else {
            return Ok(Self { communities: None });
        };
        let all = all_communities(&mut cx.tx).await?.into_iter();
        let named = all.filter(|community| ids.contains(&community.id));
        Ok(Self {
            communities: Some(named.map(|community| community.name).collect()),
        })
    }

    fn refuse(&self, community: &str) -> Option<String> {
        let allowed = self.communities.as_ref()?;
        (!allowed.contains(community))
            .then(|| format!("“{community}”不在这期考评的范围内，请删去这一行或另选期次。"))
    }
}

/// A row whose place is known.
struct Placed<'a> {
    row: &'a FileRow,
    rated: Place,
}

struct Reading<'a> {
    target: &'a Target,
    rules: &'a SchemeRules,
    file: &'a ScoreFile,
    places: Places,
    bounds: Bounds,
    placed: Vec<Placed<'a>>,
    sheets: Vec<PlannedSheet>,
    exclusions: BTreeMap<Place, String>,
    faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    fn new(target: &'a Target, places: Places, bounds: Bounds) -> Self {
        Self {
            target,
            rules: &target.scheme.rules,
            file: &target.file,
            places,
            bounds,
            placed: Vec::new(),
            sheets: Vec::new(),
            exclusions: BTreeMap::new(),
            faults: target.file.faults.clone(),
        }
    }

    /// First every building the file rates, so that a judge may stand anywhere in it.
    fn name_places(&mut self) {
        for row in &self.file.rows {
            let rated = self
                .places
                .rated(row.community.as_deref(), &row.compound, &row.rated);
            match rated {
                Err(reason) => self.fault(row, COMPOUND, reason),
                Ok(rated) => {
                    if let Some(reason) = self.bounds.refuse(&rated.community) {
                        self.fault(row, COMMUNITY, reason);
                        continue;
                    }
                    if let Some(reason) = self.refuse_unclear(row, &rated) {
                        self.fault(row, RATED, reason);
                        continue;
                    }
                    self.places.add(&rated);
                    self.placed.push(Placed { row, rated });
                }
            }
        }
    }

    /// A stairwell that is not registered can be made where its building can be told.
    fn refuse_unclear(&self, row: &FileRow, rated: &Place) -> Option<String> {
        let unclear = self.places.rates() == Rated::Stairwell
            && self.places.object(rated).is_none()
            && rated.parts().is_none();
        unclear.then(|| {
            format!(
                "看不出“{}”是哪栋楼的哪个单元，请写成“3号楼2单元”的样子。",
                row.rated
            )
        })
    }

    fn read_rows(&mut self) {
        // Only now: the sizes count what the file itself adds.
        let sizes = self.places.sizes(self.rules.scope);
        let mut first: HashMap<(Place, Place), &FileRow> = HashMap::new();
        for Placed { row, rated } in std::mem::take(&mut self.placed) {
            self.read_exclusion(row, &rated);
            let (community, compound) = rated.scope(self.rules.scope);
            let size = sizes.get(&(community.to_owned(), compound.to_owned()));
            match self.judge(row, &rated, size.copied().unwrap_or_default()) {
                Err(reason) => self.fault(row, JUDGE, reason),
                Ok(judge) => match first.get(&(rated.clone(), judge.clone())) {
                    Some(earlier) => {
                        let reason = self.given_twice(row, earlier, &judge, &rated);
                        self.fault(row, JUDGE, reason);
                    }
                    None => {
                        first.insert((rated.clone(), judge.clone()), row);
                        self.plan(row, rated, judge);
                    }
                },
            }
        }
    }

    fn given_twice(
        &self,
        row: &FileRow,
        earlier: &FileRow,
        judge: &Place,
        rated: &Place,
    ) -> String {
        let scope = self.rules.scope;
        let sheet = match row.sheet == earlier.sheet {
            true => String::new(),
            false => format!("“{}”", self.file.sheets[earlier.sheet].name),
        };
        let (judge, rated, line) = (judge.label(scope), rated.label(scope), earlier.row);
        format!("{judge}在{sheet}第 {line} 行已给{rated}打过分，请删去重复的一行。")
    }

    fn plan(&mut self, row: &FileRow, rated: Place, judge: Place) {
        self.sheets.push(PlannedSheet {
            sheet: row.sheet,
            row: row.row,
            rated,
            judge,
            marks: row.marks.clone(),
            kept: None,
            status: ImportStatus::Created,
        });
    }

    fn judge(&self, row: &FileRow, rated: &Place, size: usize) -> Result<Place, String> {
        let scope = self.rules.scope;
        if size < 2 {
            return Err(format!(
                "{}只有这一个参评楼栋，无人可交叉考评，请删去这一行，或在方案里改按社区排名。",
                rated.compound
            ));
        }
        let judge = self.places.judge(scope, rated, &row.judge);
        let judge = judge.ok_or_else(|| {
            format!(
                "评分的“{}”不是本{}的楼栋，请核对。",
                row.judge,
                scope.chinese()
            )
        })?;
        if judge == *rated {
            let own = rated.label(scope);
            return Err(format!("{own}不能给自己打分，请换评分楼栋。"));
        }
        Ok(judge)
    }

    fn read_exclusion(&mut self, row: &FileRow, rated: &Place) {
        let Some(written) = row.exclusion.as_deref() else {
            return;
        };
        if SAYS_NO.contains(&written) {
            return;
        }
        match exclusion(&self.target.scheme, written) {
            Err(error) => self.fault(row, EXCLUSION, error.message),
            Ok(basis) => match self.exclusions.get(rated) {
                Some(other) if *other != basis => {
                    let reason = format!("与同一楼栋另一行写的“{other}”不一致，请统一。");
                    self.fault(row, EXCLUSION, reason);
                }
                _ => {
                    self.exclusions.insert(rated.clone(), basis);
                }
            },
        }
    }

    fn fault(&mut self, row: &FileRow, at: usize, reason: String) {
        self.faults.push(self.file.fault(row, at, reason));
    }

    fn finish(mut self, entries: &[RatingEntry], sheets: &[ScoreSheet]) -> Comparison {
        let place = |fault: &Fault| (self.file.place_of(&fault.sheet), fault.row);
        self.faults.sort_by_key(place);
        let wrong: BTreeSet<_> = self.faults.iter().map(place).collect();
        self.sheets
            .retain(|planned| !wrong.contains(&(Some(planned.sheet), planned.row)));
        let kept = Kept::new(entries, sheets);
        for planned in &mut self.sheets {
            let entry = |place: &Place| kept.entry(self.places.object(place)?);
            planned.kept = match (entry(&planned.rated), entry(&planned.judge)) {
                (Some(rated), Some(judge)) => kept.sheet(rated, judge).cloned(),
                _ => None,
            };
            planned.status = match &planned.kept {
                Some(sheet) if sheet.marks.0 == planned.marks => ImportStatus::Unchanged,
                Some(sheet) if sheet.is_filled() => ImportStatus::Changed,
                // One that was assigned and is still blank had nothing to change.
                _ => ImportStatus::Created,
            };
        }
        let rated: BTreeSet<&Place> = self.sheets.iter().map(|planned| &planned.rated).collect();
        let sizes = self.places.sizes(self.rules.scope);
        let scopes: BTreeSet<(&str, &str)> = rated
            .iter()
            .map(|place| place.scope(self.rules.scope))
            .collect();
        let small = scopes.into_iter().filter(|(community, compound)| {
            let size = sizes.get(&((*community).to_owned(), (*compound).to_owned()));
            size.is_some_and(|size| *size <= SMALL)
        });
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        Comparison {
            buildings: count(rated.len()),
            small_scopes: count(small.count()),
            replaced: count(kept.replaced(&self.sheets, &self.places)),
            places: self.places,
            sheets: self.sheets,
            exclusions: self.exclusions,
            faults: self.faults,
        }
    }
}

/// What the period has.
struct Kept<'a> {
    entries: HashMap<&'a str, &'a str>,
    sheets: HashMap<(&'a str, &'a str), &'a ScoreSheet>,
    /// Assigned sheets still to come, by who is rated.
    blank: HashMap<&'a str, usize>,
}

impl<'a> Kept<'a> {
    fn new(entries: &'a [RatingEntry], sheets: &'a [ScoreSheet]) -> Self {
        let mut blank: HashMap<&str, usize> = HashMap::new();
        for sheet in sheets.iter().filter(|sheet| !sheet.is_filled()) {
            *blank.entry(&sheet.rated_id).or_default() += 1;
        }
        Self {
            entries: entries
                .iter()
                .map(|entry| (entry.object_id.as_str(), entry.id.as_str()))
                .collect(),
            sheets: sheets
                .iter()
                .map(|sheet| ((sheet.rated_id.as_str(), sheet.judge_id.as_str()), sheet))
                .collect(),
            blank,
        }
    }

    fn entry(&self, object: &str) -> Option<&'a str> {
        self.entries.get(object).copied()
    }

    fn sheet(&self, rated: &str, judge: &str) -> Option<&'a ScoreSheet> {
        self.sheets.get(&(rated, judge)).copied()
    }

    /// How many assigned sheets go to another judge.
    fn replaced(&self, planned: &[PlannedSheet], places: &Places) -> usize {
        // As the import goes about it: first the blanks that the file fills itself, then those
        // given up.
        let mut left = self.blank.clone();
        for sheet in planned.iter().filter(|sheet| sheet.kept.is_some()) {
            let blank = sheet.kept.as_ref().filter(|kept| !kept.is_filled());
            if let Some(left) = blank.and_then(|kept| left.get_mut(kept.rated_id.as_str())) {
                *left = left.saturating_sub(1);
            }
        }
        let mut replaced = 0;
        for sheet in planned.iter().filter(|sheet| sheet.kept.is_none()) {
            let rated = places
                .object(&sheet.rated)
                .and_then(|object| self.entry(object));
            if let Some(left) = rated
                .and_then(|rated| left.get_mut(rated))
                .filter(|n| **n > 0)
            {
                *left -= 1;
                replaced += 1;
            }
        }
        replaced
    }
}

impl Comparison {
    pub(super) fn count(&self) -> ImportCount {
        let mut count = ImportCount::default();
        for planned in &self.sheets {
            count.add(planned.status);
        }
        count
    }

    pub(super) fn rows(&self, file: &ScoreFile, rules: &SchemeRules) -> Vec<ScoreImportRow> {
        let row = |planned: &PlannedSheet| ScoreImportRow {
            sheet: file.sheets[planned.sheet].name.clone(),
            row: planned.row,
            compound: planned.rated.compound.clone(),
            rated: planned.rated.label(rules.scope),
            judge: planned.judge.label(rules.scope),
            status: planned.status,
            changes: changes(rules, planned),
        };
        self.sheets.iter().map(row).collect()
    }
}

fn changes(rules: &SchemeRules, planned: &PlannedSheet) -> Vec<FieldChange> {
    let Some(kept) = planned.kept.as_ref().filter(|sheet| sheet.is_filled()) else {
        return Vec::new();
    };
    let mark = |marks: &Marks, place: usize| marks.get(place).copied().flatten();
    let change = |(place, item): (usize, &crate::ratings::rules::SchemeItem)| {
        let (old, new) = (mark(&kept.marks, place), mark(&planned.marks, place));
        (old != new).then(|| FieldChange {
            label: item.name.clone(),
            old: old.map(show).unwrap_or_default(),
            new: new.map(show).unwrap_or_default(),
        })
    };
    rules.marked().filter_map(change).collect()
}
