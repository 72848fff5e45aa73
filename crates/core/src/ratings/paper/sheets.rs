//! 评分表: for each judge the buildings to rate, blank to fill in by hand, or as filled in.

use super::{column, plain};
use crate::office::Cx;
use crate::ratings::period::{period_in_reach, whose};
use crate::ratings::rules::{ItemKind, SchemeRules};
use crate::ratings::store::entries_of;
use crate::ratings::{RatingEntry, RatingScheme, ScoreLine, ScoresQuery, scores};
use crate::settings::rules;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, ColumnWidth, Document, Length, Table};
use ground::error::{Error, Result};
use ground::points::show;
use std::collections::HashMap;

/// Judges on one page.
const ON_A_PAGE: usize = 2;

/// The score sheets of a period, or of one scope of it.
///
/// # Errors
/// `State` while nobody is assigned.
pub(crate) async fn score_sheets(
    cx: &mut Cx<'_>,
    query: ScoresQuery,
    filled: bool,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let period = period_in_reach(cx, &query.id).await?;
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let (office, whose) = (rules(cx).await?, whose(cx, &period).await?);
    let entries = entries_of(&mut cx.tx, &period.id).await?;
    let lines = scores(cx, query).await?;
    if lines.is_empty() {
        return Err(Error::state(
            "这期考评还没有分工，没有评分表可印，请先安排交叉考评或导入打分表。",
        ));
    }
    let month = period.month.chinese();
    let title = format!("{whose}{month}楼栋考评评分表");
    // No title over the whole: each judge gets a form of their own, with its caption.
    let mut document = plain(String::new(), &office, &whose, &period.id, made);
    document.info.title.clone_from(&title);
    document.body = body(&Form {
        rules: &scheme.rules,
        month: &month,
        lines: &lines,
        filled,
        entries: entries
            .iter()
            .map(|entry| (entry.id.as_str(), entry))
            .collect(),
    });
    let name = if filled {
        title
    } else {
        format!("{title}（空白）")
    };
    Ok((name, document))
}

struct Form<'a> {
    rules: &'a SchemeRules,
    month: &'a str,
    lines: &'a [ScoreLine],
    filled: bool,
    entries: HashMap<&'a str, &'a RatingEntry>,
}

fn body(form: &Form<'_>) -> Vec<Block> {
    let mut judges: Vec<(&str, Vec<&ScoreLine>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for line in form.lines {
        let place = *places.entry(&line.judge_id).or_insert_with(|| {
            judges.push((&line.judge_id, Vec::new()));
            judges.len() - 1
        });
        judges[place].1.push(line);
    }
    let position = |id: &str| form.entries.get(id).map_or(0, |entry| entry.position);
    judges.sort_by_key(|(judge, _)| position(judge));
    let mut blocks = Vec::new();
    for (number, (judge, lines)) in judges.iter().enumerate() {
        if number > 0 && number % ON_A_PAGE == 0 {
            blocks.push(Block::PageBreak);
        } else if number > 0 {
            blocks.push(Block::Blank);
        }
        if let Some(judge) = form.entries.get(judge) {
            blocks.extend(of_judge(form, judge, lines));
        }
    }
    blocks
}

fn of_judge(form: &Form<'_>, judge: &RatingEntry, lines: &[&ScoreLine]) -> Vec<Block> {
    let text = format!(
        "{}{}　　评分楼栋：{}",
        judge.community, judge.compound, judge.name
    );
    let line = |text: String| Block::Line {
        align: Align::Left,
        text,
    };
    vec![
        Block::Table(Table {
            caption: Some(format!("{}楼栋考评评分表", form.month)),
            columns: columns(form.rules),
            rows: lines.iter().map(|line| row(form, line)).collect(),
            row_height_min: Length::mm(12),
            ..Table::default()
        }),
        Block::closing(vec![
            line(text),
            line("评分人（签字）：　　　　　　　　　　年　　月　　日".into()),
        ]),
    ]
}

fn columns(rules: &SchemeRules) -> Vec<gongwen::Column> {
    let share = ColumnWidth::Share;
    let item = |item: &crate::ratings::rules::SchemeItem| {
        let most = match item.kind {
            ItemKind::Base => format!("（{}分）", show(item.full)),
            _ => format!("（最多{}）", show(item.full)),
        };
        column(format!("{}{most}", item.name), share(4), Align::Center)
    };
    std::iter::once(column("被评楼栋", share(5), Align::Left))
        .chain(rules.marked().map(|(_, marked)| item(marked)))
        .collect()
}

fn row(form: &Form<'_>, line: &ScoreLine) -> Vec<String> {
    let mark = |place: usize| match form.filled {
        true => line.marks.get(place).cloned().unwrap_or_default(),
        false => String::new(),
    };
    std::iter::once(line.rated.clone())
        .chain(form.rules.marked().map(|(place, _)| mark(place)))
        .collect()
}
