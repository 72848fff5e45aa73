//! The scoring grid: its lines, and a batch of marks kept whole or not at all.

use super::period::{draft_in_reach, period_in_reach};
use super::rules::{ItemKind, Marks, SchemeItem, SchemeRules};
use super::store::{entries_of, sheets_of};
use super::tally::{label, scope_key};
use super::{
    RatingEntry, RatingScheme, SaveScores, SavedScores, ScoreFault, ScoreInput, ScoreLine,
    ScoreSheet, ScoresQuery,
};
use crate::buildings::communities_in_reach;
use crate::office::Cx;
use ground::error::{Error, ErrorCode, Result};
use ground::points::{parse, show};
use ground::written::to_half_width;
use std::collections::{HashMap, HashSet};

/// Lines of one batch, at most.
const MOST_LINES: usize = 20_000;

/// `ratings.scores`: the lines of the grid, rated by rated.
pub async fn scores(cx: &mut Cx<'_>, args: ScoresQuery) -> Result<Vec<ScoreLine>> {
    let period = period_in_reach(cx, &args.id).await?;
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let rules = &scheme.rules;
    let reach = communities_in_reach(cx).await?;
    let entries = entries_of(&mut cx.tx, &period.id).await?;
    let by_id: HashMap<&str, (usize, &RatingEntry)> = (entries.iter().enumerate())
        .map(|(place, entry)| (entry.id.as_str(), (place, entry)))
        .collect();
    let mut lines = Vec::new();
    for sheet in sheets_of(&mut cx.tx, &period.id).await? {
        let pair = (
            by_id.get(sheet.rated_id.as_str()),
            by_id.get(sheet.judge_id.as_str()),
        );
        let (Some((place, rated)), Some((_, judge))) = pair else {
            continue;
        };
        let seen = reach
            .as_ref()
            .is_none_or(|reach| reach.contains(&rated.community_id));
        let scope = scope_key(rules.scope, rated);
        let wanted = args.scope.as_deref().is_none_or(|wanted| wanted == scope);
        if seen && wanted {
            lines.push((*place, line(rules, &sheet, rated, judge)));
        }
    }
    lines
        .sort_by(|(a, left), (b, right)| a.cmp(b).then_with(|| left.sheet_id.cmp(&right.sheet_id)));
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

fn line(
    rules: &SchemeRules,
    sheet: &ScoreSheet,
    rated: &RatingEntry,
    judge: &RatingEntry,
) -> ScoreLine {
    let mark = |place| sheet.marks.get(place).copied().flatten();
    ScoreLine {
        sheet_id: sheet.id.clone(),
        version: sheet.version,
        rated_id: rated.id.clone(),
        rated: label(rules.scope, rated),
        judge_id: judge.id.clone(),
        judge: label(rules.scope, judge),
        scope: scope_key(rules.scope, rated).to_owned(),
        marks: (0..rules.items.len())
            .map(|place| mark(place).map(show).unwrap_or_default())
            .collect(),
    }
}

/// Reads one mark as people write it.
///
/// # Errors
/// One sentence: what is wrong with it.
pub(super) fn read_mark(item: &SchemeItem, written: &str) -> Result<Option<i64>, String> {
    let plain = to_half_width(written);
    let plain = plain.trim().trim_end_matches('分').trim();
    if plain.is_empty() {
        // A bonus or deduction left empty means none; an empty base item would count as a 0.
        return match item.kind {
            ItemKind::Base => Err(format!("“{}”没有打分，请补填。", item.name)),
            _ => Ok(None),
        };
    }
    let Some(mark) = parse(plain) else {
        let shown: String = plain.chars().take(20).collect();
        return Err(format!(
            "“{}”的“{shown}”不是分数，请只填数字，最多三位小数。",
            item.name
        ));
    };
    if mark < 0 {
        let message = format!("“{}”的 {} 是负数，扣分也请填正数。", item.name, show(mark));
        return Err(message);
    }
    if mark > item.full {
        return Err(format!(
            "“{}”的 {} 超过满分 {}，请核对。",
            item.name,
            show(mark),
            show(item.full)
        ));
    }
    Ok(Some(mark))
}

/// The marks of a sheet, in the order of the scheme's items; empty where nothing was filled in.
/// Faults come with the item's place.
pub(super) fn read_marks(
    rules: &SchemeRules,
    written: &[String],
) -> Result<Marks, Vec<(Option<u32>, String)>> {
    let cell = |place: usize| written.get(place).map_or("", String::as_str);
    if written.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(Vec::new());
    }
    let mut marks: Marks = vec![None; rules.items.len()];
    let mut faults = Vec::new();
    for (place, item) in rules.marked() {
        match read_mark(item, cell(place)) {
            Ok(mark) => marks[place] = mark,
            Err(reason) => faults.push((u32::try_from(place).ok(), reason)),
        }
    }
    let off = |place: &usize| !rules.marked().any(|(marked, _)| marked == *place);
    let unused = (0..written.len())
        .filter(off)
        .find(|place| !cell(*place).trim().is_empty());
    if unused.is_some() {
        faults.push((None, "这一行填了方案里没有启用的项目，请清空。".into()));
    }
    if faults.is_empty() {
        Ok(marks)
    } else {
        Err(faults)
    }
}

/// `ratings.saveScores`: all lines or none.
///
/// # Errors
/// `Invalid` with every fault by line and item in its detail; `Conflict` where somebody else
/// changed a sheet first.
pub async fn save_scores(cx: &mut Cx<'_>, args: SaveScores) -> Result<SavedScores> {
    let period = draft_in_reach(cx, &args.id).await?;
    if args.rows.len() > MOST_LINES {
        let message = format!("一次最多保存 {MOST_LINES} 行，请分次保存。");
        return Err(Error::invalid("rows", message));
    }
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let entries = entries_of(&mut cx.tx, &period.id).await?;
    let sheets = sheets_of(&mut cx.tx, &period.id).await?;
    let reach = communities_in_reach(cx).await?;
    let grid = Grid::new(&scheme.rules, &entries, reach.as_deref());
    let read = grid.read(&args.rows)?;
    let mut saved = SavedScores {
        filled: 0,
        changed: 0,
        emptied: 0,
    };
    let kept: HashMap<(&str, &str), &ScoreSheet> = sheets
        .iter()
        .map(|sheet| ((sheet.rated_id.as_str(), sheet.judge_id.as_str()), sheet))
        .collect();
    for (row, marks) in args.rows.iter().zip(read) {
        let sheet = kept.get(&(row.rated_id.as_str(), row.judge_id.as_str()));
        keep(cx, &period.id, row, sheet.copied(), marks, &mut saved).await?;
    }
    Ok(saved)
}

async fn keep(
    cx: &mut Cx<'_>,
    period: &str,
    row: &ScoreInput,
    kept: Option<&ScoreSheet>,
    marks: Marks,
    saved: &mut SavedScores,
) -> Result<()> {
    let Some(sheet) = kept else {
        if marks.is_empty() {
            return Ok(());
        }
        saved.filled += 1;
        let sheet = ScoreSheet {
            id: cx.new_id(),
            version: 0,
            period_id: period.to_owned(),
            rated_id: row.rated_id.clone(),
            judge_id: row.judge_id.clone(),
            assigned: false,
            marks: marks.into(),
        };
        cx.tx.insert(&sheet).await?;
        return Ok(());
    };
    match (sheet.is_filled(), marks.is_empty()) {
        // Not written, so that saving a whole grid asks no version of the lines left alone.
        _ if sheet.marks.0 == marks => return Ok(()),
        (false, _) => saved.filled += 1,
        (true, true) => saved.emptied += 1,
        (true, false) => saved.changed += 1,
    }
    // An assigned sheet is still to come when emptied; one that nobody was assigned is gone.
    if marks.is_empty() && !sheet.assigned {
        return cx
            .tx
            .delete(&ScoreSheet {
                version: row.version,
                ..sheet.clone()
            })
            .await;
    }
    let changed = ScoreSheet {
        version: row.version,
        marks: marks.into(),
        ..sheet.clone()
    };
    cx.tx.update(&changed).await?;
    Ok(())
}

/// What lines are checked against.
struct Grid<'a> {
    rules: &'a SchemeRules,
    by_id: HashMap<&'a str, &'a RatingEntry>,
    reach: Option<&'a [String]>,
}

impl<'a> Grid<'a> {
    fn new(
        rules: &'a SchemeRules,
        entries: &'a [RatingEntry],
        reach: Option<&'a [String]>,
    ) -> Self {
        Self {
            rules,
            by_id: entries
                .iter()
                .map(|entry| (entry.id.as_str(), entry))
                .collect(),
            reach,
        }
    }

    /// The marks of every line, or every fault.
    fn read(&self, rows: &[ScoreInput]) -> Result<Vec<Marks>> {
        let mut seen: HashSet<(&str, &str)> = HashSet::new();
        let (mut read, mut faults) = (Vec::with_capacity(rows.len()), Vec::new());
        for (number, row) in (0_u32..).zip(rows) {
            let fault = |(item, reason)| ScoreFault {
                row: number,
                item,
                reason,
            };
            if let Some(reason) = self.pair_fault(row, &mut seen) {
                faults.push(fault((None, reason)));
                continue;
            }
            match read_marks(self.rules, &row.marks) {
                Ok(marks) => read.push(marks),
                Err(found) => faults.extend(found.into_iter().map(fault)),
            }
        }
        if faults.is_empty() {
            return Ok(read);
        }
        let first = &faults[0];
        let message = match faults.len() {
            1 => format!("第 {} 行有误：{}", first.row + 1, first.reason),
            many => format!("有 {many} 处有误，没有保存；请按标出的行改正。"),
        };
        let error = Error {
            field: Some("rows".into()),
            ..Error::new(ErrorCode::Invalid, message)
        };
        Err(error.with_detail(&faults))
    }

    fn pair_fault<'r>(
        &self,
        row: &'r ScoreInput,
        seen: &mut HashSet<(&'r str, &'r str)>,
    ) -> Option<String> {
        let rated = self.by_id.get(row.rated_id.as_str());
        let judge = self.by_id.get(row.judge_id.as_str());
        let (Some(rated), Some(judge)) = (rated, judge) else {
            return Some("被评楼栋或评分楼栋不在本期考评里，请刷新后再填。".into());
        };
        let scope = self.rules.scope;
        if row.rated_id == row.judge_id {
            return Some(format!(
                "{}不能给自己打分，请换评分楼栋。",
                label(scope, rated)
            ));
        }
        if scope_key(scope, rated) != scope_key(scope, judge) {
            let (rated, judge) = (label(scope, rated), label(scope, judge));
            return Some(format!(
                "{judge}与{rated}不在同一{}，不能互评。",
                scope.chinese()
            ));
        }
        if !seen.insert((row.rated_id.as_str(), row.judge_id.as_str())) {
            let (rated, judge) = (label(scope, rated), label(scope, judge));
            return Some(format!("{judge}给{rated}打了两次分，请删去一行。"));
        }
        let beyond = self
            .reach
            .is_some_and(|reach| !reach.contains(&rated.community_id));
        beyond.then(|| format!("您没有{}的权限，请联系管理员。", rated.community))
    }
}
